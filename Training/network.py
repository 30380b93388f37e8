"""One encoder, many heads. The encoder is BERT's (all-MiniLM-L6-v2) with two further embeddings for what its uncased
vocabulary cannot see: a word's shape and the white space before it."""
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
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x, mask):
        n, length, width = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # Written out: on a CPU the fused attention's backward pass costs more than these products.
        scores = q @ k.transpose(-1, -2) * (q.shape[-1] ** -0.5) + mask
        a = torch.softmax(scores, -1, dtype=torch.float32).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(n, length, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, width=384, heads=12, inner=1536, layers=6, vocabulary=30522, positions=512, dropout=0.1):
        super().__init__()
        self.piece = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.shape = nn.Embedding(len(text.SHAPES), width)
        self.gap = nn.Embedding(len(text.GAPS), width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.drop = Dropout(dropout)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.gap.weight)

    def load_pretrained(self, path):
        from safetensors.torch import load_file
        w = load_file(path)
        with torch.no_grad():
            self.piece.weight.copy_(w['embeddings.word_embeddings.weight'])
            self.position.weight.copy_(w['embeddings.position_embeddings.weight'] + w['embeddings.token_type_embeddings.weight'][0])
            self.norm.weight.copy_(w['embeddings.LayerNorm.weight'])
            self.norm.bias.copy_(w['embeddings.LayerNorm.bias'])
            for i, layer in enumerate(self.layers):
                p = f'encoder.layer.{i}.'
                for kind in ('weight', 'bias'):
                    getattr(layer.qkv, kind).copy_(torch.cat([w[f'{p}attention.self.{x}.{kind}'] for x in ('query', 'key', 'value')]))
                    getattr(layer.out, kind).copy_(w[f'{p}attention.output.dense.{kind}'])
                    getattr(layer.norm1, kind).copy_(w[f'{p}attention.output.LayerNorm.{kind}'])
                    getattr(layer.up, kind).copy_(w[f'{p}intermediate.dense.{kind}'])
                    getattr(layer.down, kind).copy_(w[f'{p}output.dense.{kind}'])
                    getattr(layer.norm2, kind).copy_(w[f'{p}output.LayerNorm.{kind}'])

    def forward(self, pieces, shapes, gaps, mask):
        """pieces, shapes and gaps [n, length]; a gap and shape of -1 (the marks at both ends) add nothing."""
        x = self.piece(pieces) + self.position.weight[:pieces.shape[1]]
        for table, ids in ((self.shape, shapes), (self.gap, gaps)):
            x = x + table(ids.clamp(min=0)) * (ids >= 0).unsqueeze(-1)
        x = self.drop(self.norm(x))
        attention = torch.zeros(mask.shape[0], 1, 1, mask.shape[1], dtype=torch.bfloat16 if torch.is_autocast_enabled('cpu') else x.dtype).masked_fill(~mask[:, None, None, :], -1e9)
        for layer in self.layers:
            x = layer(x, attention)
        return x


def perceptron(width, out, dropout=0.2):
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), Dropout(dropout))


def with_one(x):
    return torch.cat([x, torch.ones(*x.shape[:-1], 1, dtype=x.dtype)], -1)


class Network(nn.Module):
    """`labels`: lists of upos, feats, lemma, deprel, ner, event, mode."""

    def __init__(self, labels):
        super().__init__()
        self.labels, width = labels, 384
        self.encoder = Encoder()
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
        self.auxiliary = nn.Linear(EVENT, 5)
        self.attribution_in, self.attribution = perceptron(width, ATTRIBUTION), nn.Linear(ATTRIBUTION, 9)
        self.link_head, self.link_dep = perceptron(width, LINK), perceptron(width, LINK)
        self.link = nn.Parameter(torch.randn(LINK + 1, LINK) * 0.02)
        self.party_event, self.party_word = perceptron(width, PARTY), perceptron(width, PARTY)
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
        """Scores [k, relations] of k pairs of word vectors."""
        d, h = with_one(self.rel_dep(dependents)), with_one(self.rel_head(heads))
        return torch.einsum('kd,rde,ke->kr', d, self.rel, h)

    def links(self, w, valid):
        """Scores [n, word, cue's first word]."""
        scores = (with_one(self.link_dep(w)) @ self.link @ self.link_head(w).transpose(1, 2)).float()
        return scores.masked_fill(~valid.unsqueeze(1), -1e9)

    def parties(self, w, item, trigger):
        """Scores [k, 2, words]: how far each word names the actor (0) or recipient (1) of the event at `trigger` of `item`."""
        e = with_one(self.party_event(w[item, trigger]))
        return torch.einsum('kd,rde,kwe->krw', e, self.party, with_one(self.party_word(w))[item])
