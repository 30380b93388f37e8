"""One encoder, many heads. The encoder is BERT's (all-MiniLM-L6-v2) with two further embeddings for what its uncased
vocabulary cannot see: a word's shape and the white space before it."""
import math

import torch
from torch import nn
from torch.nn import functional as F

import text

ARC, REL, EVENT, ATTRIBUTION, LINK, PARTY = 256, 128, 256, 192, 128, 128


class Dropout(nn.Module):
    """Drops a feature for a whole window at once: as good here, and drawing a number an element costs a quarter of a step."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        shape = (x.shape[0], *[1] * (x.dim() - 2), x.shape[-1]) if x.dim() > 2 else x.shape
        return x * (torch.rand(shape) >= self.p).to(x.dtype).div_(1 - self.p)


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout, epsilon):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=epsilon)
        self.drop = Dropout(dropout)

    def forward(self, x, mask):
        n, length, width = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # Written out, and all of it in the products' own precision: on a CPU the fused attention's backward pass costs
        # more than these products, and a softmax in 32 bits twice what it does in 16.
        with torch.autocast('cpu', enabled=False):
            a = torch.softmax(q * (q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask, -1) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(n, length, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


SMALL = {'width': 384, 'heads': 12, 'inner': 1536, 'layers': 6, 'epsilon': 1e-12}                     # all-MiniLM-L6-v2: what ships
LARGE = {'width': 768, 'heads': 12, 'inner': 3072, 'layers': 12, 'epsilon': 1e-5, 'buckets': 32}     # all-mpnet-base-v2: the teacher


class Encoder(nn.Module):
    """BERT's encoder; with `buckets` MPNet's, whose attention also knows how far apart two pieces stand."""

    def __init__(self, width, heads, inner, layers, epsilon, buckets=0, vocabulary=30522, positions=512, dropout=0.1):
        super().__init__()
        self.piece = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.shape = nn.Embedding(len(text.SHAPES), width)
        self.gap = nn.Embedding(len(text.GAPS), width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout, epsilon) for _ in range(layers))
        self.drop = Dropout(dropout)
        self.distance = nn.Embedding(buckets, heads) if buckets else None
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.gap.weight)

    def load_pretrained(self, folder, vocabulary):
        """`vocabulary`: the word pieces (text.WordPieces) that the numbers of pieces are of."""
        from safetensors.torch import load_file
        w = load_file(f'{folder}/model.safetensors')
        mpnet = self.distance is not None
        names = {'q': 'attention.attn.q', 'k': 'attention.attn.k', 'v': 'attention.attn.v', 'out': 'attention.attn.o', 'norm1': 'attention.LayerNorm'} if mpnet else \
            {'q': 'attention.self.query', 'k': 'attention.self.key', 'v': 'attention.self.value', 'out': 'attention.output.dense', 'norm1': 'attention.output.LayerNorm'}
        names |= {'up': 'intermediate.dense', 'down': 'output.dense', 'norm2': 'output.LayerNorm'}
        pieces, positions = w['embeddings.word_embeddings.weight'], w['embeddings.position_embeddings.weight']
        with torch.no_grad():
            if mpnet:
                # The same pieces as BERT's under other numbers; its positions begin at 2.
                index = {p.rstrip('\n'): i for i, p in enumerate(open(f'{folder}/vocab.txt', encoding='utf-8'))}
                index |= {'[CLS]': index['<s>'], '[SEP]': index['</s>'], '[PAD]': index['<pad>']}
                pieces = pieces[torch.tensor([index.get(p, index['[UNK]']) for p in vocabulary.pieces])]
                positions = positions[2:]
                self.distance.weight.copy_(w['encoder.relative_attention_bias.weight'])
            else:
                positions = positions + w['embeddings.token_type_embeddings.weight'][0]
            self.piece.weight.copy_(pieces)
            self.position.weight.copy_(positions)
            self.norm.weight.copy_(w['embeddings.LayerNorm.weight'])
            self.norm.bias.copy_(w['embeddings.LayerNorm.bias'])
            for i, layer in enumerate(self.layers):
                p = f'encoder.layer.{i}.'
                for kind in ('weight', 'bias'):
                    getattr(layer.qkv, kind).copy_(torch.cat([w[f'{p}{names[x]}.{kind}'] for x in 'qkv']))
                    for part in ('out', 'norm1', 'up', 'down', 'norm2'):
                        getattr(getattr(layer, part), kind).copy_(w[f'{p}{names[part]}.{kind}'])

    def distances(self, length):
        """MPNet's bias [heads, query, key] by buckets of distance: each up to 8 pieces, then wider ones up to 128."""
        n = torch.arange(length)[:, None] - torch.arange(length)[None, :]
        half = self.distance.num_embeddings // 2
        near = half // 2
        far = near + (torch.log(n.abs().clamp(min=1) / near) / math.log(128 / near) * (half - near)).long()
        return self.distance((n < 0) * half + torch.where(n.abs() < near, n.abs(), far.clamp(max=half - 1))).permute(2, 0, 1)

    def forward(self, pieces, shapes, gaps, mask):
        """pieces, shapes and gaps [n, length]; a gap and shape of -1 (the marks at both ends) add nothing."""
        x = self.piece(pieces) + self.position.weight[:pieces.shape[1]]
        for table, ids in ((self.shape, shapes), (self.gap, gaps)):
            x = x + table(ids.clamp(min=0)) * (ids >= 0).unsqueeze(-1)
        x = self.drop(self.norm(x))
        attention = torch.zeros(mask.shape[0], 1, 1, mask.shape[1]).masked_fill(~mask[:, None, None, :], -1e9)
        if self.distance is not None:
            attention = attention + self.distances(pieces.shape[1])
        attention = attention.to(torch.bfloat16 if torch.is_autocast_enabled('cpu') else x.dtype)
        for layer in self.layers:
            x = layer(x, attention)
        return x


def perceptron(width, out, dropout=0.2):
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), Dropout(dropout))


def with_one(x):
    return torch.cat([x, torch.ones(*x.shape[:-1], 1, dtype=x.dtype)], -1)


class Network(nn.Module):
    """`labels`: lists of upos, feats, lemma, deprel, ner, event, mode."""

    def __init__(self, labels, size=SMALL):
        super().__init__()
        self.labels, width = labels, size['width']
        self.encoder = Encoder(**size)
        self.drop = Dropout(0.2)
        for name in ('upos', 'feats', 'lemma', 'ner'):
            setattr(self, name, nn.Linear(width, len(labels[name])))
        self.split = nn.Linear(width, 2)
        self.arc_head, self.arc_dep = perceptron(width, ARC), perceptron(width, ARC)
        self.rel_head, self.rel_dep = perceptron(width, REL), perceptron(width, REL)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.rel = nn.Parameter(torch.randn(len(labels['deprel']), REL + 1, REL + 1) * 0.02)
        self.event_in = perceptron(width, EVENT)
        self.event, self.mode = nn.Linear(EVENT, len(labels['event'])), nn.Linear(EVENT, len(labels['mode']))
        self.auxiliary = nn.Linear(EVENT, 6)
        self.attribution_in, self.attribution = perceptron(width, ATTRIBUTION), nn.Linear(ATTRIBUTION, 9)
        self.link_head, self.link_dep = perceptron(width, LINK), perceptron(width, LINK)
        self.link = nn.Parameter(torch.randn(LINK + 1, LINK) * 0.02)
        self.party_event, self.party_word = perceptron(width, PARTY), perceptron(width, PARTY)
        self.kin_word, self.kin_state = perceptron(width, LINK), perceptron(width, LINK)
        self.kin = nn.Parameter(torch.randn(LINK + 1, LINK) * 0.02)
        self.party = nn.Parameter(torch.randn(2, PARTY + 1, PARTY + 1) * 0.02)

    def words(self, b):
        """Word vectors [n, words + 1, width], the mean of a word's pieces; the first is [CLS], the root."""
        x = self.encoder(b['pieces'], b['shapes'], b['gaps'], b['mask'])
        n, length, width = x.shape
        sums = torch.zeros(n, b['words'], width, dtype=x.dtype)
        owner = b['owner'].clamp(min=0)
        sums.scatter_add_(1, owner.unsqueeze(-1).expand(-1, -1, width), x * (b['owner'] >= 0).unsqueeze(-1))
        return self.drop(sums / b['count'].unsqueeze(-1).clamp(min=1))

    def arcs(self, w, sentence):
        """Scores [n, dependent, head]; heads lie in the same sentence, or are the root at 0."""
        scores = with_one(self.arc_dep(w)) @ self.arc @ self.arc_head(w).transpose(1, 2)
        allowed = (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & (sentence.unsqueeze(1) > 0)
        allowed[:, :, 0] = True
        scores = scores.float().masked_fill(~allowed, -1e9)
        scores.diagonal(dim1=1, dim2=2).fill_(-1e9)
        scores[:, 0, 0] = 0
        return scores

    def relations(self, dependents, heads):
        """Scores [..., relations] of pairs of word vectors."""
        d, h = with_one(self.rel_dep(dependents)).flatten(0, -2), with_one(self.rel_head(heads)).flatten(0, -2)
        products = (d @ self.rel.permute(1, 0, 2).flatten(1)).view(len(d), *self.rel.shape[::2])
        return (products @ h.unsqueeze(-1)).view(*dependents.shape[:-1], -1)

    def links(self, w, valid):
        """Scores [n, word, cue's first word]."""
        scores = (with_one(self.link_dep(w)) @ self.link @ self.link_head(w).transpose(1, 2)).float()
        return scores.masked_fill(~valid.unsqueeze(1), -1e9)

    def parties(self, w, item, trigger):
        """Scores [k, 2, words]: how far each word names the actor (0) or recipient (1) of the event at `trigger` of `item`."""
        e = with_one(self.party_event(w[item, trigger]))
        return torch.einsum('kd,rde,kwe->krw', e, self.party, with_one(self.party_word(w))[item])

    def kinship(self, w, item, word):
        """Scores [k, words]: how far the party that `word` of `item` tells of belongs to the state or body that each word names; to none of
        the window at 0."""
        return torch.einsum('kd,kwd->kw', with_one(self.kin_word(w[item, word])) @ self.kin, self.kin_state(w)[item])
