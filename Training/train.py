"""Fine-tune the encoder with all heads at once.

  python train.py --data ../../shared --encoder MODEL_FOLDER --cast articles/cast.jsonl --out runs/one [--epochs 9]

Resumes from OUT/checkpoint.pt where there is one. Every epoch writes OUT/averaged.pt (the running average of the
weights, which is what ships); every third, and the last, appends its scores to OUT/scores.jsonl."""
import argparse
import collections
import itertools
import json
import os
import random
import re
import time

import torch
from torch.nn import functional as F

import corpora
import entities
import text
from evaluate import evaluate
from export import restore
from network import LARGE, SMALL, Network
from windows import MAX_LENGTH, Encoding, batches, collate, cut

WEIGHTS = {'upos': 0.5, 'feats': 0.3, 'lemma': 0.3, 'split': 0.3, 'ner': 0.5, 'mode': 0.3, 'link': 0.5, 'kin': 0.5, 'party': 3}
SIZES = {'small': (SMALL, {'encoder': 1.5e-4, 'heads': 1.5e-3}), 'large': (LARGE, {'encoder': 7e-5, 'heads': 1e-3})}
BATCH = 3200
CORPORA = ('syntax', 'names', 'attribution', 'events')
HERE = os.path.dirname(os.path.abspath(__file__))
AVERAGE = 0.999


def options():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True, help='folder that holds data/ and gold/')
    p.add_argument('--encoder', required=True, help='unpacked all-MiniLM-L6-v2, or all-mpnet-base-v2 for --size large: model.safetensors and vocab.txt')
    p.add_argument('--vocabulary', default='../Sources/Language/Resources/vocabulary.txt')
    p.add_argument('--cast', required=True, help='readings of the articles with events, whose cast their parties are looked for in (articles.py)')
    p.add_argument('--out', required=True)
    p.add_argument('--size', choices=SIZES, default='small')
    p.add_argument('--teacher', help="a teacher's opinions (teach.py)")
    p.add_argument('--only', nargs='+', choices=CORPORA, default=CORPORA, help='learn from these kinds of corpus alone')
    p.add_argument('--without', help='leave out those of our annotated articles whose names match this pattern, to see what they bring')
    p.add_argument('--start', help='folder of weights to begin from, instead of the encoder alone')
    p.add_argument('--rate', type=float, default=1, help='learning rates times this')
    p.add_argument('--epochs', type=int, default=9)
    p.add_argument('--minutes', type=float, help='spread the learning rate over this time instead of the epochs, and end then')
    p.add_argument('--threads', type=int, default=2)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--limit', type=int, help='stop an epoch after so many batches, to try things out')
    return p.parse_args()


def load(data, cast=None, without=None):
    cutter = corpora.annotate_sentences(data)
    ud = [corpora.conllu(f'{data}/data/ud/{c}-train.conllu') for c in ('ewt', 'gum')]
    corpora.harmonise(ud[1], ud[0])
    for document in ud[1]:
        entities.add_gum_names(document)
    names = [d for f in ('wikigold', 're3d', 'wnut17') for d in corpora.iob(f'{data}/data/ner/{f}.conll')]
    entities.add_names(ud[0], os.path.join(HERE, 'names', 'ewt-train.tsv'))
    states = entities.states_and_peoples(f'{data}/data/actors/countries.json')
    for document in ud[0] + ud[1] + names:
        entities.tidy_names(document, states)
    attribution = corpora.polnear(f'{data}/data/polnear/train', cutter)
    ours = corpora.plover(corpora.ARTICLES, cutter, keep=lambda name: name not in corpora.KEPT_BACK and not (without and re.match(without, name)))
    others = corpora.plover(f'{data}/gold/train', cutter, keep=lambda name: not name.startswith('own-'))
    events = ours + others
    if cast:
        corpora.add_cast(events, cast)
    entities.add_article_names(events, os.path.join(HERE, 'names', 'articles.tsv'))
    return ud[0] + ud[1], names, attribution, events


def label_sets(syntax, events):
    counts = {k: collections.Counter() for k in ('upos', 'feats', 'lemma', 'deprel')}
    for document in syntax:
        for sentence in document['sentences']:
            for w in sentence:
                for key in ('upos', 'feats', 'deprel'):
                    counts[key][w[key]] += 1
                counts['lemma'][text.lemma_script(w['form'], w['lemma'])] += 1
    labels = {k: sorted(v for v, n in c.items() if n >= (2 if k in ('lemma', 'feats') else 1)) for k, c in counts.items()}
    labels['ner'] = ['O'] + [f'{p}-{n}' for n in ('PER', 'ORG', 'LOC') for p in 'BI']
    labels['event'] = ['O'] + [f'{p}-{c}' for c in corpora.CATEGORIES for p in 'BI']
    labels['mode'] = sorted({f['mode'] for d in events for f in d['events']['facts'].values()} | {f'{c}/' for c in corpora.CATEGORIES})
    return labels


def epoch_items(encoding, corpora_, epoch):
    syntax, names, attribution, events = corpora_
    items = []

    def add(document, sizes, recase=True):
        for start, sentences in cut(document, lambda: random.choice(sizes)):
            luck = random.random()
            case = str.upper if recase and luck < 0.02 else str.lower if recase and luck > 0.985 else None
            item = encoding.window(document, start, sentences, case)
            if len(item['pieces']) <= MAX_LENGTH:
                items.append(item)
    for d in syntax[epoch % 2::2]:
        add(d, [1, 30, 60, 100, 150])
    for d in names:
        add(d, [40, 100, 150])
    for d in attribution[epoch % 2::2]:
        add(d, [80, 120, 150])
    for _ in range(5):
        for d in events:
            add(d, [40, 80, 120, 150])
    return items


def against(scores, target):
    """Cross-entropy over the words that have a target. All rows are scored: the shapes of products stay few."""
    return F.cross_entropy(scores.float().flatten(0, -2), target.flatten(), ignore_index=-1)


def facts_losses(net, w, h, b):
    """Of the gold's events: mode, auxiliary modes and parties at their triggers."""
    item = torch.tensor([f[0] for f in b['facts']])
    at = torch.tensor([f[1] for f in b['facts']])
    h = h[item, at]
    modes = {m: i for i, m in enumerate(net.labels['mode'])}
    out = {'mode': F.cross_entropy(net.mode(h).float(), torch.tensor([modes[f[2]['mode']] for f in b['facts']])),
           'auxiliary': F.binary_cross_entropy_with_logits(net.auxiliary(h).float(), torch.tensor([f[2]['auxiliary'] for f in b['facts']]))}
    word, code, usable, known, wanted = b['parties']
    scores = net.parties(w, item, at).float().gather(2, word[item].unsqueeze(1).expand(-1, 2, -1)).masked_fill(~usable, -1e4)
    best = torch.full(known.shape, -1e4).scatter_reduce(2, code[item].unsqueeze(1).expand(-1, 2, -1), scores, 'amax')
    if known.any():
        out['party'] = F.binary_cross_entropy_with_logits(best[known], wanted[known].float())
    return out


def kin_loss(net, w, b):
    """Of words that tell of a party: how far they are linked to those that name its state or body."""
    item, at = (torch.tensor([k[i] for k in b['kin']]) for i in range(2))
    scores = net.kinship(w, item, at).float()
    options, right = (scores.masked_fill(~b['states'][:, i], -1e4).logsumexp(-1) for i in range(2))
    return (options - right).mean()


def losses(net, b):
    w = net.words(b)
    scores = {}
    taught = b['opinions']
    wanted = {key for key in ('upos', 'feats', 'lemma', 'ner', 'split', 'event') if (b[key] >= 0).any() or key in taught}
    for key in wanted - {'event'}:
        scores[key] = getattr(net, key)(w)
    out = {}
    if (b['head'] >= 0).any() or 'arc' in taught:
        scores['arc'] = net.arcs(w, b['sentence'])
        head = torch.where(b['head'] >= 0, b['head'], taught['arc'][0][..., 0]) if 'arc' in taught else b['head']
        heads = torch.gather(w, 1, head.clamp(min=0).unsqueeze(-1).expand(-1, -1, w.shape[-1]))
        scores['rel'] = net.relations(w, heads)
    if 'event' in wanted:
        h = net.event_in(w)
        scores['event'] = net.event(h)
        if b['facts']:
            out |= facts_losses(net, w, h, b)
        if b['kin']:
            out['kin'] = kin_loss(net, w, b)
    if (b['attribution'] >= 0).any() or 'attribution' in taught:
        scores['attribution'] = net.attribution(net.attribution_in(w)).unflatten(-1, (3, 3))
        scores['link'] = net.links(w, b['sentence'] > 0)
    gold = {'arc': 'head', 'rel': 'deprel', 'link': 'anchor'}
    for key, value in scores.items():
        target = b[gold.get(key, key)]
        if (target >= 0).any():
            out[key] = against(value, target)
    for key, (which, chances) in taught.items():
        logs = torch.log_softmax(scores[key].float(), -1)
        if key == 'attribution':
            logs = logs.flatten(-2)
        if key == 'rel':  # the teacher spoke of its own head
            chances = chances * (head == taught['arc'][0][..., 0]).unsqueeze(-1)
        out['taught ' + key] = -(chances * logs.gather(-1, which)).sum() / (chances.sum() + 1e-6)
    return out


def optimizer_of(net, rates):
    """`rates`: learning rates of the encoder and the heads; ``learn`` sets them anew for each batch."""
    groups = [{'params': [p for n, p in net.named_parameters() if n.startswith('encoder.') == (part == 'encoder')], 'lr': rate}
              for part, rate in rates.items()]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def learn(net, optimizer, rates, items):
    """One batch's step; returns its losses by head."""
    for group, rate in zip(optimizer.param_groups, rates.values()):
        group['lr'] = rate
    with torch.autocast('cpu', torch.bfloat16):
        parts = losses(net, collate(items))
        loss = sum(WEIGHTS.get(key, 1) * value for key, value in parts.items())
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
    optimizer.step()
    return parts


def main():
    o = options()
    os.makedirs(o.out, exist_ok=True)
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    corpora_ = load(o.data, o.cast, o.without)
    checkpoint = f'{o.out}/checkpoint.pt'
    saved = torch.load(checkpoint) if os.path.exists(checkpoint) else None
    labels = saved['labels'] if saved else label_sets(corpora_[0], corpora_[3])
    corpora_ = [part if kind in o.only else [] for kind, part in zip(CORPORA, corpora_)]
    encoding = Encoding(text.WordPieces(o.vocabulary), labels)
    if o.teacher:
        taught = torch.load(o.teacher)
        for document in (d for part in corpora_ for d in part):
            document['opinions'] = taught['opinions'][document['id']]
            words = sum(map(len, document['sentences']))
            if taught['labels'] != labels or len(document['opinions']['upos'][0]) != words:
                raise SystemExit(f"{o.teacher} is of other labels or words; run teach.py again")
    size, rates = SIZES[o.size]
    net = Network(labels, size)
    net.encoder.load_pretrained(o.encoder, encoding.pieces)
    if o.start:
        restore(o.start, net)
    optimizer = optimizer_of(net, rates)
    average = {k: v.clone() for k, v in net.state_dict().items()}
    step = first = spent = 0
    total = int(o.epochs * len(batches(epoch_items(encoding, corpora_, 0), BATCH)))
    if saved:
        net.load_state_dict(saved['net'])
        optimizer.load_state_dict(saved['optimizer'])
        average, step, first, total, spent = (saved[key] for key in ('average', 'step', 'epoch', 'total', 'spent'))
    print(f'{sum(p.numel() for p in net.parameters())} weights, steps {total}, from epoch {first};', {k: len(v) for k, v in labels.items()},
          f"{len(corpora_[3])} articles with events", flush=True)
    begun, shown = time.time(), collections.Counter()
    # A run that was given its time goes on until it is over.
    for epoch in itertools.count(first) if o.minutes else range(first, o.epochs):
        net.train()
        for k, items in enumerate(batches(epoch_items(encoding, corpora_, epoch), BATCH)):
            if o.limit and k >= o.limit:
                break
            progress = (time.time() - begun + spent) / 60 / o.minutes if o.minutes else step / total
            if progress >= 1:
                break
            factor = min(1, (step + 1) / 200) * max(0.01, 1 - progress)
            parts = learn(net, optimizer, {part: rate * factor * o.rate for part, rate in rates.items()}, items)
            step += 1
            decay = min(AVERAGE, (1 + step) / (10 + step))
            torch._foreach_lerp_(list(average.values()), list(net.state_dict().values()), 1 - decay)
            for key, value in parts.items():
                shown[key] = 0.98 * shown.get(key, value.item()) + 0.02 * value.item()
            if step % 100 == 0:
                print(epoch, step, total, f'{time.time() - begun:.0f}s', ' '.join(f'{k} {v:.3f}' for k, v in sorted(shown.items())), flush=True)
        torch.save({'labels': labels, 'net': net.state_dict(), 'optimizer': optimizer.state_dict(), 'average': average, 'step': step, 'epoch': epoch + 1,
                    'total': total, 'spent': time.time() - begun + spent}, checkpoint + '.new')
        os.replace(checkpoint + '.new', checkpoint)
        torch.save({'net': average, 'labels': labels}, f'{o.out}/averaged.pt')
        last = progress >= 1 or not o.minutes and epoch + 1 == o.epochs
        if (epoch + 1) % 3 and not last:
            continue
        shipped = Network(labels, size)
        shipped.load_state_dict(average)
        scores = evaluate(shipped, encoding, o.data, o.cast)
        print(f'epoch {epoch + 1}', json.dumps(scores), flush=True)
        with open(f'{o.out}/scores.jsonl', 'a', encoding='utf-8') as f:
            f.write(json.dumps({'epoch': epoch + 1, **scores}) + '\n')
        if last:
            break


if __name__ == '__main__':
    main()
