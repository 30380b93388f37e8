"""Fit the weights by which an act's parties are chosen (Sources/Events/Resources/participants.tsv).

  python articles.py --data DATA --out articles  # gold as JSON Lines, with title and date
  chancery candidates articles/train.jsonl > train.jsonl; chancery candidates articles/dev.jsonl > dev.jsonl
  python participants.py --data DATA --train train.jsonl --dev dev.jsonl [--out ../Sources/Events/Resources/participants.tsv]

`chancery candidates` prints, for every act that a witness sees, the mentions that might be its parties with their features
(Sources/Events/ParticipantFeatures.swift) and the party head's logits. Two logistic regressions, for actors and for
recipients, are fitted over the features on the articles trained on. Gold gives codes, not mentions: a code's score is that of its best
mention. The encoder has seen gold/train, so how much its party head is worth is fitted on other articles (--dev: the
gold articles and those for calibration), in a dozen numbers a part. Recipients are chosen beside the actors already chosen."""
import argparse
import collections
import json
import math
import os
import random
import re
import sys

import torch

import corpora

MEETING = ['features', 'bias', 'pronoun'] + [f'{stand} {x}' for stand in ('here', 'before', 'implied') for x in ('own', 'other', 'seen')]
# The least chance at which the likeliest mention is taken for actor and for recipient: below, they are made up where real
# articles name none.
LEAST = (0.2, 0.25)
LEAST_COUNT, EPOCHS, LEAST_WEIGHT = 20, 2, 0.02  # more of either learns the training articles by heart


def examples(path, files, scorer, cutter, noise=0.0):
    """(gold event, candidate, codes of actors, codes of recipients) of the candidates that match a gold event; `noise` is the share of
    acts whose parties are remembered wrongly."""
    found = collections.defaultdict(list)
    for line in open(path, encoding='utf-8'):
        candidate = json.loads(line)
        found[candidate['id']].append(candidate)
    out = []
    for file in files:
        gold = json.load(open(file, encoding='utf-8'))
        if gold['id'] not in found:
            continue
        ends = cutter(open(file[:-5] + '.txt', encoding='utf-8', newline='').read())

        def sentence(span):
            return next((i for i, (a, b) in enumerate(ends) if a <= span[0] < b), -1 - span[0])
        events = [scorer.normal(e, True) for e in gold['events']]
        for c in found[gold['id']]:
            c['span'] = (c['start'], c['end'])

        def same(g, c):
            return g['event'] == c['event'] and (sentence(g['span']) == sentence(c['span'])
                                                 or g['span'][0] < c['span'][1] and c['span'][0] < g['span'][1])
        of = {id(g): c for g, c in scorer.pair(events, found[gold['id']], same)}
        history = History()
        for g in sorted(events, key=lambda e: (e['span'][0], e['event'])):
            c = of.get(id(g))
            actors, recipients = (codes(g[side]) for side in ('actor', 'recipient'))
            if c is not None:
                c = history.tell(c)
                for m in c['mentions']:
                    m['fits'] = [any(m['code'] == e['code'] and tells(m, e) for e in g[side]) for side in ('actor', 'recipient')]
                out.append((g, c, actors, recipients))
            seen = (actors, recipients)
            if noise and random.random() < noise and c is not None and c['mentions']:
                # What will stand there when the program reads is not always right.
                seen = tuple(frozenset([random.choice(c['mentions'])['code']]) if random.random() < 0.5 else x for x in seen)
            history.add(g['event'], c['lemma'] if c else '', *(side - {''} for side in seen))
    return out


def codes(entities):
    """The codes of a side; an empty one of those that belong to no state or body."""
    return frozenset(e['code'] for e in entities)


def tells(mention, entity):
    """Whether a mention is one of gold's entity itself, and not of another of its code: by its name's last word, or else its sector."""
    def last(name):
        return (re.findall(r"[^\W_]+", name.lower()) or [''])[-1]
    return last(mention['text']) == last(entity['name']) or set(mention['sector']) == set(corpora.as_list(entity.get('sector')))


class History:
    """PartyHistory of Sources/Events."""

    def __init__(self):
        self.last, self.kinds, self.lemmas, self.actors = (frozenset(), frozenset()), {}, {}, {}

    def add(self, event, lemma, actors, recipients):
        self.last = self.kinds[event] = self.lemmas[event, lemma] = (actors, recipients)
        if actors:
            self.actors[actors] = recipients

    def tell(self, candidate):
        """The candidate with the parties that history proposes, and what history says of each code."""
        event, lemma = candidate['event'], candidate['lemma']
        known = [('told again', self.lemmas.get((event, lemma))), ('last of kind', self.kinds.get(event)), ('last', self.last)]
        implied = {m['code'] for m in candidate['mentions'] if m['stand'] == 'implied'}
        here = {m['code'] for m in candidate['mentions'] if m['stand'] == 'here'}
        mentions = list(candidate['mentions'])
        for code in sorted({c for _, parties in known if parties for side in parties for c in side} - implied):
            mentions.append({'code': code, 'stand': 'implied', 'pronoun': False, 'text': '', 'sector': [], 'phrase': -1, 'head': candidate['codes'].get(code, []), 'path': '',
                             'f': ['implied 3', f"implied 3 {'here' if code in here else 'absent'}"], 'm': [0, 0]})
        said = {}
        for m in mentions:
            said[m['code']] = [f'{name} {role}' for name, parties in known if parties for role, side in zip(('actor', 'recipient'), parties)
                               if m['code'] in side]
        return {**candidate, 'mentions': mentions, 'said': said, 'of actors': dict(self.actors)}


def names(candidate, mention, actors, part):
    """The features by which weights are looked up, (context, feature): ParticipantWeights.sum and ParticipantFinder.choose."""
    stand = ' ' + mention['stand']
    said = list(candidate['said'][mention['code']])
    actors = actors - {''}
    if part == 1 and actors and mention['code'] in candidate['of actors'].get(frozenset(actors), ()):
        said.append('last of actor recipient')
    more = said + [x + stand for x in said]
    if part == 1:
        relation = 'same as actor' if mention['code'] in actors else 'other than actor' if actors else 'no actor'
        more += [relation, relation + stand]
        if mention['path']:
            more.append(f"{mention['path']} {relation}")
    category = candidate['event']
    variant = f"{category}/{candidate['mode']}"
    return [(context, 'bias') for context in ('', category, variant)] + [
        (context, x) for x, meets in [*zip(mention['f'], mention['m']), *((x, 1) for x in more)]
        for context in (('', category, variant) if meets else ('', category))]


class Part:
    def __init__(self, number):
        self.number = number

    def rows(self, cases, actors):
        """(case, mention, its features, whether its code has this part, whether to learn from it). Of a code that has the part, and that a
        mention of the very entity tells, the other mentions teach nothing."""
        out = []
        for k, (_, c, *sides) in enumerate(cases):
            told = {m['code'] for m in c['mentions'] if m['fits'][self.number]}
            for m in c['mentions']:
                out.append((k, m, names(c, m, actors[k], self.number), float(m['code'] in sides[self.number]),
                            m['code'] not in told or m['fits'][self.number]))
        return out

    def matrix(self, rows):
        x = torch.zeros(len(rows), max(len(r[2]) for r in rows), dtype=torch.long)
        for i, r in enumerate(rows):
            ids = [self.vocabulary[n] for n in r[2] if n in self.vocabulary]
            x[i, :len(ids)] = torch.tensor(ids)
        return x

    @staticmethod
    def groups(rows):
        """The rows' groups, a group a case and code, with the groups' labels and cases."""
        numbers, labels, cases = {}, [], []
        of = []
        for r in rows:
            key = (r[0], r[1]['code'])
            if key not in numbers:
                numbers[key] = len(numbers)
                labels.append(r[3])
                cases.append(r[0])
            of.append(numbers[key])
        return torch.tensor(of), torch.tensor(labels), torch.tensor(cases)

    def fit(self, cases, actors):
        rows = [r for r in self.rows(cases, actors) if r[4]]
        counts = collections.Counter(n for r in rows for n in set(r[2]))
        self.vocabulary = {n: i + 1 for i, n in enumerate(sorted(k for k, v in counts.items() if v >= LEAST_COUNT))}
        x, (of, labels, _) = self.matrix(rows), self.groups(rows)
        self.weights = torch.nn.Embedding(len(self.vocabulary) + 1, 1, padding_idx=0)
        torch.nn.init.zeros_(self.weights.weight)
        self.weights.weight.data[self.vocabulary['', 'bias']] = -1
        optimizer = torch.optim.Adam(self.weights.parameters(), lr=0.02)
        by_case = collections.defaultdict(list)
        for i, r in enumerate(rows):
            by_case[r[0]].append(i)
        keys = list(by_case)
        for _ in range(EPOCHS):
            random.shuffle(keys)
            total = 0
            for b in range(0, len(keys), 128):
                chosen = torch.tensor([i for k in keys[b:b + 128] for i in by_case[k]])
                unique, inverse = torch.unique(of[chosen], return_inverse=True)
                best = torch.full((len(unique),), -1e4).scatter_reduce(0, inverse, self.weights(x[chosen]).sum(1).squeeze(-1), 'amax')
                loss = torch.nn.functional.binary_cross_entropy_with_logits(best, labels[unique]) + 2e-6 * (self.weights.weight ** 2).sum()
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                total += loss.item()
        print(('actor', 'recipient')[self.number], len(self.vocabulary), 'features, loss', round(total / (len(keys) / 128), 3))

    def meeting(self, cases, actors):
        """What meets [row, MEETING], the rows, and their groups."""
        rows = self.rows(cases, actors)
        with torch.no_grad():
            sums = self.weights(self.matrix(rows)).sum(1).squeeze(-1).tolist()
        meetings = []
        for (_, m, *_), sum_ in zip(rows, sums):
            met = dict.fromkeys(MEETING, 0.0) | {'features': sum_, 'bias': 1.0, 'pronoun': float(m['pronoun'])}
            if m['head']:
                own, other = m['head'] if self.number == 0 else m['head'][::-1]
                met |= {f"{m['stand']} own": own, f"{m['stand']} other": other, f"{m['stand']} seen": 1.0}
            meetings.append([met[name] for name in MEETING])
        return rows, torch.tensor(meetings), self.groups(rows)

    @staticmethod
    def taught(rows):
        return torch.tensor([r[4] for r in rows])

    @staticmethod
    def fit_meeting(f, taught, of, labels, chosen):
        """How what meets is weighed: fitted on the rows that teach, of the groups chosen."""
        v = torch.zeros(f.shape[1], requires_grad=True)
        v.data[0] = 1
        optimizer = torch.optim.Adam([v], lr=0.05)
        for _ in range(250):
            best = torch.full((len(labels),), -1e4).scatter_reduce(0, of, (f @ v).masked_fill(~taught, -1e4), 'amax')
            loss = torch.nn.functional.binary_cross_entropy_with_logits(best[chosen], labels[chosen]) + 1e-3 * (v ** 2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        return v.detach()


def choose(rows, probabilities, cases, threshold, least, joined, taken=None):
    """{code: its likeliest mention} of each case; `taken` are those chosen before, whose mentions are not chosen again."""
    best = [{} for _ in cases]
    for r, p in zip(rows, probabilities.tolist()):
        m = r[1]
        if taken is not None and m['stand'] != 'implied' and any(m is x for x in taken[r[0]].values()):
            continue
        if p > best[r[0]].get(m['code'], (0,))[0]:
            best[r[0]][m['code']] = p, m
    out = []
    for codes in best:
        chosen = {k: m for k, (p, m) in codes.items() if p >= threshold}
        coded = {k: v for k, v in codes.items() if k}
        if not chosen.keys() & coded.keys() and coded:
            top = max(coded, key=lambda k: coded[k][0])
            if coded[top][0] >= least:
                chosen[top] = coded[top][1]
        for m in cases[len(out)][1]['mentions']:  # several that one phrase tells
            if m['phrase'] >= 0 and m['code'] not in chosen and any((m['phrase'], m['text']) == (x['phrase'], x['text']) for x in chosen.values()):
                chosen[m['code']] = m
        phrases = {m['phrase'] for m in chosen.values()} - {-1}
        chosen |= {k: m for k, (p, m) in codes.items() if p >= joined and k not in chosen and m['phrase'] in phrases}
        out.append(chosen)
    return out


def across_folds(part, f, rows, groups, folds=4):
    """Probabilities of the rows, each by a meeting fitted without its fold."""
    of, labels, cases = groups
    row_cases = torch.tensor([r[0] for r in rows])
    out = torch.zeros(len(rows))
    for fold in range(folds):
        v = part.fit_meeting(f, part.taught(rows), of, labels, cases % folds != fold)
        held = row_cases % folds == fold
        out[held] = torch.sigmoid(f @ v)[held]
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True)
    p.add_argument('--train', required=True)
    p.add_argument('--dev', required=True, nargs='+')
    p.add_argument('--out', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '../Sources/Events/Resources/participants.tsv'))
    o = p.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    sys.path.insert(0, f'{o.data}/score')
    import events as scorer
    cutter = corpora.annotate_sentences(o.data)
    files = corpora.annotated(o.data)
    train = examples(o.train, files, scorer, cutter, noise=1.0)
    dev = [e for path in o.dev for e in examples(path, files, scorer, cutter, noise=0.9)]
    print(len(train), 'acts to train on,', len(dev), 'to meet on')
    actor, recipient = Part(0), Part(1)
    actor.fit(train, [frozenset()] * len(train))
    recipient.fit(train, [e[2] for e in train])
    lines = ["# Weights of what is seen of a mention, fitted by Training/participants.py: part, context (an act's category and mode), feature,",
             '# weight. With "=" for context: how the encoder\'s party head is weighed against them.']

    def best(part, actors, taken, score):
        rows, f, groups = part.meeting(dev, actors)
        probabilities = across_folds(part, f, rows, groups)
        options = [(score(choose(rows, probabilities, dev, t, least, joined, taken)), t, least, joined)
                   for t in (0.4, 0.5, 0.6, 0.7, 0.8) for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35) if least >= LEAST[part.number]
                   for joined in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7) if joined <= t]
        right, threshold, least, joined = max(options)
        v = part.fit_meeting(f, part.taught(rows), *groups[:2], groups[2] >= 0)
        name = ('actor', 'recipient')[part.number]
        for key, value in [*zip(MEETING, v.tolist()), ('threshold', threshold), ('least', least), ('joined', joined)]:
            lines.append(f'{name}\t=\t{key}\t{value:.4g}')
        print(name, f'right across folds {100 * right / len(dev):.1f} % at threshold {threshold}, least {least}, joined {joined};', [round(x, 2) for x in v.tolist()])
        return choose(rows, probabilities, dev, threshold, least, joined, taken)
    actors = best(actor, [frozenset()] * len(dev), None, lambda c: sum(x.keys() - {''} == e[2] - {''} for x, e in zip(c, dev)))

    def dyads(recipients):
        return sum(scorer.same_parties(g, {'actor': [{'code': x} for x in a], 'recipient': [{'code': x} for x in r]})
                   for (g, *_), a, r in zip(dev, actors, recipients))
    best(recipient, [frozenset(x) for x in actors], actors, dyads)
    for part, name in ((actor, 'actor'), (recipient, 'recipient')):
        values = part.weights.weight.detach().squeeze(-1)
        lines += [f'{name}\t{context}\t{n}\t{values[i]:.3f}' for (context, n), i in part.vocabulary.items() if abs(values[i]) >= LEAST_WEIGHT]
    open(o.out, 'w', encoding='utf-8').write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
