"""Fit how rules and event head meet (Sources/Events/Confidence.swift): prints the numbers to put there.

  chancery candidates articles/dev.jsonl > dev.jsonl  # articles.py writes them
  python confidence.py --data DATA --dev dev.jsonl [more.jsonl]

On articles that training has not seen: a logistic regression over the head's log-odds and the rule, the threshold of best
event F1, a table of reliability, and for each auxiliary mode the two thresholds (where syntax agrees, where it does not)
that get most of the matched acts right."""
import argparse
import collections
import json
import math
import sys

import torch

import corpora


def logit(p):
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1 - p))


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True)
    p.add_argument('--dev', required=True, nargs='+')
    o = p.parse_args()
    sys.path.insert(0, f'{o.data}/score')
    import events as scorer
    cutter = corpora.annotate_sentences(o.data)
    found = collections.defaultdict(list)
    for path in o.dev:
        for line in open(path, encoding='utf-8'):
            c = json.loads(line)
            c['span'] = (c['start'], c['end'])
            found[c['id']].append(c)
    rows, gold_count, matched = [], 0, []
    for file in corpora.annotated(o.data):
        gold = json.load(open(file, encoding='utf-8'))
        if gold['id'] not in found:
            continue
        ends = cutter(open(file[:-5] + '.txt', encoding='utf-8', newline='').read())

        def sentence(span):
            return next((i for i, (a, b) in enumerate(ends) if a <= span[0] < b), -1 - span[0])
        events = [scorer.normal(e, True) for e in gold['events']]
        gold_count += len(events)
        pairs = scorer.pair(events, sorted(found[gold['id']], key=lambda c: -c['p']), lambda g, c: g['event'] == c['event'] and (
            sentence(g['span']) == sentence(c['span']) or g['span'][0] < c['span'][1] and c['span'][0] < g['span'][1]))
        right = {id(c) for _, c in pairs}
        matched += pairs
        rows += [(c, id(c) in right) for c in found[gold['id']]]
    x = torch.tensor([[logit(c['p']), float(bool(c['rule'])), float(c['weight']), 1.0] for c, _ in rows])
    y = torch.tensor([float(r) for _, r in rows])
    v = torch.zeros(4, requires_grad=True)
    optimizer = torch.optim.Adam([v], lr=0.05)
    for _ in range(600):
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ v, y) + 1e-4 * (v ** 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    v = v.detach()
    confidence = torch.sigmoid(x @ v).tolist()
    print(f'log-odds × {v[0]:.2f}; a rule {v[1]:+.2f} {v[2]:+.3f} × its weight; {v[3]:+.2f}')

    def f1(threshold):
        system = sum(c >= threshold for c in confidence)
        right = sum(c >= threshold and r for c, (_, r) in zip(confidence, rows))
        return 200 * right / (system + gold_count)
    best = max((f1(t / 100), t / 100) for t in range(20, 70, 2))
    print(f'threshold {best[1]}: event F1 {best[0]:.1f}')
    table = collections.defaultdict(list)
    for c, (_, r) in zip(confidence, rows):
        table[int(c * 10)].append((c, r))
    for k in sorted(table):
        print(f'  confidence {k / 10:.1f}–{k / 10 + 0.1:.1f}: {len(table[k]):4} acts, mean {sum(c for c, _ in table[k]) / len(table[k]):.2f}, '
              f'right {sum(r for _, r in table[k]) / len(table[k]):.2f}')
    for k, name in enumerate(corpora.AUXILIARY):
        options = []
        for agree in [t / 20 for t in range(1, 20)]:
            for alone in [t / 20 for t in range(1, 21)]:
                options.append((sum((c['aux'][k] > (agree if c['syn'][k] else alone)) == (name in g['aux']) for g, c in matched),
                                -abs(agree - 0.3) - abs(alone - 0.5), agree, alone))
        right, _, agree, alone = max(options)
        print(f'{name}: over {agree} where syntax agrees, {alone} where not: right {100 * right / len(matched):.1f} %')
    options = [(sum((c['hearsay'] > t / 20 and c['held'] > 0) == g['hearsay'] for g, c in matched), t / 20) for t in range(1, 20)]
    print('hearsay: over', max(options)[1], 'within a statement: right', round(100 * max(options)[0] / len(matched), 1), '%')


if __name__ == '__main__':
    main()
