"""Fine-tune the encoder with all heads at once.

  python train.py --data ../../shared --encoder MODEL_FOLDER --out runs/one [--epochs 9]

Resumes from OUT/checkpoint.pt where there is one. Every epoch writes OUT/averaged.pt (the running average of the
weights, which is what ships) and appends its scores to OUT/scores.jsonl."""
import argparse
import collections
import json
import os
import random
import time

import torch
from torch.nn import functional as F

import corpora
import text
from evaluate import evaluate
from network import Network
from windows import MAX_LENGTH, Encoding, batches, collate, cut

RATES = {'encoder': 1.5e-4, 'heads': 1.5e-3}
WEIGHTS = {'upos': 0.3, 'feats': 0.3, 'lemma': 0.3, 'split': 0.3, 'ner': 0.5, 'mode': 0.3, 'link': 0.5, 'party': 0.5}
BATCH = 3200
AVERAGE = 0.999


def options():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True, help='folder that holds data/ and gold/')
    p.add_argument('--encoder', required=True, help='unpacked all-MiniLM-L6-v2: model.safetensors and vocab.txt')
    p.add_argument('--out', required=True)
    p.add_argument('--epochs', type=int, default=9)
    p.add_argument('--threads', type=int, default=2)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--limit', type=int, help='stop an epoch after so many batches, to try things out')
    return p.parse_args()


def load(data):
    cutter = corpora.annotate_sentences(data)
    ud = [corpora.conllu(f'{data}/data/ud/{c}-train.conllu') for c in ('ewt', 'gum')]
    for document in ud[1]:
        corpora.add_gum_names(document)
    names = [d for f in ('wikigold', 're3d', 'wnut17') for d in corpora.iob(f'{data}/data/ner/{f}.conll')]
    attribution = corpora.polnear(f'{data}/data/polnear/train', cutter)
    events = corpora.plover(f'{data}/gold/train', cutter, corpora.country_words(f'{data}/data/actors/countries.json'),
                            keep=lambda name: name not in corpora.KEPT_BACK)
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
    for d in syntax:
        add(d, [1, 30, 60, 100, 150])
    for d in names:
        add(d, [40, 100, 150])
    for d in attribution[epoch % 2::2]:
        add(d, [80, 120, 150])
    for _ in range(2):
        for d in events:
            add(d, [40, 80, 120, 150])
    return items


def losses(net, b):
    w = net.words(b)
    out = {}
    for key in ('upos', 'feats', 'lemma', 'ner', 'split'):
        chosen = b[key] >= 0
        if chosen.any():
            out[key] = F.cross_entropy(getattr(net, key)(w[chosen]).float(), b[key][chosen])
    chosen = b['head'] >= 0
    if chosen.any():
        out['arc'] = F.cross_entropy(net.arcs(w, b['sentence'])[chosen], b['head'][chosen])
        heads = torch.gather(w, 1, b['head'].clamp(min=0).unsqueeze(-1).expand(-1, -1, w.shape[-1]))
        out['rel'] = F.cross_entropy(net.relations(w[chosen], heads[chosen]).float(), b['deprel'][chosen], ignore_index=-1)
    chosen = b['event'] >= 0
    if chosen.any():
        h = net.event_in(w)
        out['event'] = F.cross_entropy(net.event(h[chosen]).float(), b['event'][chosen])
        if b['facts']:
            item = torch.tensor([f[0] for f in b['facts']])
            at = torch.tensor([f[1] for f in b['facts']])
            h = h[item, at]
            modes = {m: i for i, m in enumerate(net.labels['mode'])}
            out['mode'] = F.cross_entropy(net.mode(h).float(), torch.tensor([modes[f[2]['mode']] for f in b['facts']]))
            out['auxiliary'] = F.binary_cross_entropy_with_logits(net.auxiliary(h).float(), torch.tensor([f[2]['auxiliary'] for f in b['facts']]))
            target = torch.zeros(len(b['facts']), 2, b['words'])
            known = torch.zeros_like(target, dtype=torch.bool)
            for k, (_, _, facts, start) in enumerate(b['facts']):
                first, end = (x - start + 1 for x in facts['sentence'])
                for role, indices in enumerate(facts['parties']):
                    if indices is not None:
                        known[k, role, first:end] = True
                        for i in indices:
                            target[k, role, i - start + 1] = 1
            if known.any():
                scores = net.parties(w, item, at).float()
                out['party'] = F.binary_cross_entropy_with_logits(scores[known], target[known])
    chosen = b['attribution'][..., 0] >= 0
    if chosen.any():
        out['attribution'] = F.cross_entropy(net.attribution(net.attribution_in(w[chosen])).view(-1, 3).float(), b['attribution'][chosen].view(-1))
        chosen = b['anchor'] >= 0
        if chosen.any():
            valid = b['sentence'] > 0
            out['link'] = F.cross_entropy(net.links(w, valid)[chosen], b['anchor'][chosen])
    return out


def main():
    o = options()
    os.makedirs(o.out, exist_ok=True)
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    corpora_ = load(o.data)
    labels = label_sets(corpora_[0], corpora_[3])
    encoding = Encoding(text.WordPieces(f'{o.encoder}/vocab.txt'), labels)
    net = Network(labels)
    net.encoder.load_pretrained(f'{o.encoder}/model.safetensors')
    groups = [{'params': [p for n, p in net.named_parameters() if n.startswith('encoder.') == (part == 'encoder')], 'lr': rate}
              for part, rate in RATES.items()]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    average = {k: v.clone() for k, v in net.state_dict().items()}
    step = first = 0
    total = int(o.epochs * len(batches(epoch_items(encoding, corpora_, 0), BATCH)))
    checkpoint = f'{o.out}/checkpoint.pt'
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        net.load_state_dict(saved['net'])
        optimizer.load_state_dict(saved['optimizer'])
        average, step, first, total = saved['average'], saved['step'], saved['epoch'], saved['total']
    print(f'{sum(p.numel() for p in net.parameters())} weights, steps {total}, from epoch {first};', {k: len(v) for k, v in labels.items()},
          f"{len(corpora_[3])} articles with events", flush=True)
    begun, shown = time.time(), collections.Counter()
    for epoch in range(first, o.epochs):
        net.train()
        for k, items in enumerate(batches(epoch_items(encoding, corpora_, epoch), BATCH)):
            if o.limit and k >= o.limit:
                break
            factor = min(1, (step + 1) / 200) * max(0.01, 1 - step / total)
            for group, rate in zip(optimizer.param_groups, RATES.values()):
                group['lr'] = rate * factor
            with torch.autocast('cpu', torch.bfloat16):
                parts = losses(net, collate(items))
                loss = sum(WEIGHTS.get(key, 1) * value for key, value in parts.items())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            step += 1
            decay = min(AVERAGE, (1 + step) / (10 + step))
            for key, value in net.state_dict().items():
                average[key].lerp_(value, 1 - decay)
            for key, value in parts.items():
                shown[key] = 0.98 * shown.get(key, value.item()) + 0.02 * value.item()
            if step % 100 == 0:
                print(epoch, step, total, f'{time.time() - begun:.0f}s', ' '.join(f'{k} {v:.3f}' for k, v in sorted(shown.items())), flush=True)
        torch.save({'net': net.state_dict(), 'optimizer': optimizer.state_dict(), 'average': average, 'step': step, 'epoch': epoch + 1,
                    'total': total}, checkpoint + '.new')
        os.replace(checkpoint + '.new', checkpoint)
        torch.save({'net': average, 'labels': labels}, f'{o.out}/averaged.pt')
        shipped = Network(labels)
        shipped.load_state_dict(average)
        scores = evaluate(shipped, encoding, o.data)
        print(f'epoch {epoch + 1}', json.dumps(scores), flush=True)
        with open(f'{o.out}/scores.jsonl', 'a', encoding='utf-8') as f:
            f.write(json.dumps({'epoch': epoch + 1, **scores}) + '\n')


if __name__ == '__main__':
    main()
