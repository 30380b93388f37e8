"""Write down what a trained network thinks of every word of the corpora, for a smaller one to learn from:

  python train.py --size large --encoder MPNET_FOLDER --only syntax …  # a teacher
  python teach.py --run runs/teacher --heads syntax --data DATA --out opinions.pt
  python train.py --teacher opinions.pt …

For each head that the teacher learned the likeliest labels and their chances: of the gold's own words, where they say how sure
one can be, and of words that have no gold, as those of annotated news have no trees. {document's id: {head: (labels [words, k],
chances [words, k])}}; heads of arcs are counted in their sentence (0 the root), links in the document."""
import argparse

import torch

import text
from network import Network
from train import SIZES, load
from windows import Encoding, batches, collate, cut

SYNTAX = {'upos': 4, 'feats': 4, 'lemma': 4, 'split': 2, 'arc': 4, 'rel': 4}
MOST = SYNTAX | {'ner': 4, 'event': 4, 'link': 4, 'attribution': 9}


def opinions(net, b, wanted):
    """{head: (labels [n, words, k], chances)} of a batch; places are still counted in the window."""
    w = net.words(b)
    scores = {key: getattr(net, key)(w) for key in ('upos', 'feats', 'lemma', 'ner', 'split')}
    scores['arc'] = net.arcs(w, b['sentence'])
    heads = scores['arc'].argmax(-1)
    scores['rel'] = net.relations(w, torch.gather(w, 1, heads.unsqueeze(-1).expand(-1, -1, w.shape[-1])))
    scores['event'] = net.event(net.event_in(w))
    scores['link'] = net.links(w, b['sentence'] > 0)
    out = {}
    for key in wanted & scores.keys():
        chances, which = torch.softmax(scores[key].float(), -1).topk(MOST[key], -1)
        out[key] = which, chances
    if 'attribution' not in wanted:
        return out
    roles = torch.softmax(net.attribution(net.attribution_in(w)).unflatten(-1, (3, 3)).float(), -1).flatten(-2)
    out['attribution'] = torch.arange(9).expand(roles.shape), roles
    return out


@torch.no_grad()
def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--run', required=True)
    p.add_argument('--data', required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--heads', choices=('all', 'syntax'), default='all', help='what the teacher was taught')
    p.add_argument('--size', choices=SIZES, default='large')
    p.add_argument('--vocabulary', default='../Sources/Language/Resources/vocabulary.txt')
    o = p.parse_args()
    saved = torch.load(f'{o.run}/averaged.pt')
    net = Network(saved['labels'], SIZES[o.size][0])
    net.load_state_dict(saved['net'])
    net.eval()
    encoding = Encoding(text.WordPieces(o.vocabulary), saved['labels'])
    heads = {'all': MOST, 'syntax': SYNTAX}[o.heads].keys()
    found = {}
    items = []
    for document in (d for part in load(o.data) for d in part):
        for start, sentences in cut(document, lambda: 150):
            item = encoding.window(document, start, sentences)
            if len(item['pieces']) <= 510:
                items.append(item | {'document': document['id'], 'sizes': [len(s) for s in sentences]})
        n = sum(map(len, document['sentences']))
        found[document['id']] = {key: (torch.zeros(n, k, dtype=torch.int32), torch.zeros(n, k, dtype=torch.float16))
                                 for key, k in MOST.items() if key in heads}
    for number, chunk in enumerate(batches(items, 6400, False)):
        with torch.autocast('cpu', torch.bfloat16):
            taught = opinions(net, collate(chunk), heads)
        for k, item in enumerate(chunk):
            n = len(item['sentence'])
            base = torch.tensor([sum(item['sizes'][:i]) for i, size in enumerate(item['sizes']) for _ in range(size)])
            for key, (which, chances) in taught.items():
                labels = which[k, 1:n + 1]
                if key == 'arc':
                    labels = torch.where(labels > 0, labels - base[:, None], 0)
                elif key == 'link':
                    labels = labels - 1 + item['start']
                into = found[item['document']][key]
                into[0][item['start']:item['start'] + n] = labels.int()
                into[1][item['start']:item['start'] + n] = chances[k, 1:n + 1].half()
        if number % 50 == 0:
            print(number, len(items), flush=True)
    torch.save({'labels': saved['labels'], 'opinions': found}, o.out)


if __name__ == '__main__':
    main()
