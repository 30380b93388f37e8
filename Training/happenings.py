#!/usr/bin/env python3
"""Fit the weights by which reports of one act are told: happenings.py ARCHIVE HAPPENINGS.json SCORERS GOLD…

ARCHIVE: made by `chancery ingest` of the annotated articles, whose ids are those of GOLD's files (folders of ID.json and
ID.txt). HAPPENINGS.json and SCORERS (the folder of happenings.py): see ../shared. Prints the weights of
Sources/Archive/ReportScore.swift: within an article they are fitted on pairs of events whose records have the same `link`, or
not; between articles on these and on pairs of the happenings, which count more. Needs numpy and scipy.
"""
import itertools
import json
import math
import sqlite3
import struct
import sys

import numpy
from scipy.optimize import minimize

VERBAL = {'CONSULT', 'AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'}
PARTS = ['start', 'across', 'same mode', 'other mode', 'no mode', 'one is past', 'one is open', 'one is negated', 'other actors',
         'other speakers', 'other recipients', 'days apart', 'same day', 'trigger', 'near', 'words', 'same place',
         'next sentence', 'story', 'published']
WITHIN = [p for p in PARTS if p not in ('across', 'story', 'published')]
ACROSS = [p for p in PARTS if p not in ('no mode', 'other speakers')]


class Bytes:
    """Reads what ByteWriter wrote."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, form):
        value = struct.unpack_from('<' + form, self.data, self.at)[0]
        self.at += struct.calcsize('<' + form)
        return value

    def list(self):
        return [self.take('I') for _ in range(self.take('H'))]

    def terms(self):
        words = self.list()
        self.at += len(words)
        return dict(zip(words, self.data[self.at - len(words):self.at]))


def traits(data):
    read = Bytes(data)
    assert read.take('B') == 1, 'traits of another format'
    out = {'category': read.take('B'), 'reality': read.take('B'), 'dated': read.take('B')}
    for name in ('mode', 'place', 'sentence'):
        out[name] = read.take('I')
    first, last = read.take('i'), read.take('i')
    out['days'] = None if first == -2 ** 31 else (first, last)
    for name in ('actors', 'actor codes', 'recipients', 'recipient codes'):
        out[name] = set(read.list())
    for name in ('trigger', 'near', 'words'):
        out[name] = read.terms()
    return out


def cosine(a, b):
    common = sum(v * b[w] for w, v in a.items() if w in b)
    return common / math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values())) if common else 0


def logarithm(x):
    return min(math.log(1 + x), 6)


def features(a, b, story, apart):
    def differ(who, codes):
        return bool(a[codes] and b[codes] and not a[codes] & b[codes] and not a[who] & b[who])

    same = a['article'] == b['article']
    x, y = a['reality'], b['reality']
    told = a['dated'] + b['dated']
    gap = None
    if a['days'] and b['days']:
        gap = max(0, max(a['days'][0], b['days'][0]) - min(a['days'][1], b['days'][1]))
    actors = differ('actors', 'actor codes')
    return [
        1, not same, bool(a['mode']) and a['mode'] == b['mode'], bool(a['mode'] and b['mode']) and a['mode'] != b['mode'],
        not a['mode'] and not b['mode'], (x & 8) != (y & 8), bool(x & 3) != bool(y & 3), (x & 4) != (y & 4), actors,
        actors and a['event'] in VERBAL, differ('recipients', 'recipient codes'),
        1 if gap is None else logarithm(max(0, gap - 1)) if told else 0, gap == 0 and told == 2,
        cosine(a['trigger'], b['trigger']), cosine(a['near'], b['near']), cosine(a['words'], b['words']),
        bool(a['place']) and a['place'] == b['place'], same and abs(a['sentence'] - b['sentence']) == 1,
        0 if same else story,
        0 if same or (gap is not None and gap <= 1 and told) else logarithm(1.7 if apart is None else apart)]


def fit(rows, labels, weights, strength=0.5):
    rows, labels, weights = (numpy.array(x, float) for x in (rows, labels, weights))

    def loss(w):
        z = rows @ w
        slope = rows.T @ (weights * (1 / (1 + numpy.exp(-z)) - labels))
        slope[1:] += strength * w[1:]
        return (weights * (numpy.logaddexp(0, z) - labels * z)).sum() + strength / 2 * (w[1:] ** 2).sum(), slope
    return minimize(loss, numpy.zeros(rows.shape[1]), jac=True, method='L-BFGS-B').x


def main():
    archive, happenings, scorers, *folders = sys.argv[1:]
    sys.path.insert(0, scorers)
    from happenings import articles, pairs, record
    known = articles(folders)
    told = pairs([[tuple(x) for x in c] for c in json.load(open(happenings, encoding='utf-8'))['clusters']])
    stories = {article for pair in told for article, _ in pair}
    database = sqlite3.connect(archive)
    sketches = {}
    for article, day, data in database.execute('SELECT id, day, data FROM sketches JOIN articles ON number = article'):
        read = Bytes(data)
        read.take('B')
        sketches[article] = (day, read.terms())
    events = {}
    for article, event, start, end, data in database.execute(
            'SELECT a.id, e.category, e.start, e."end", t.data FROM events e JOIN articles a ON a.number = e.article '
            'JOIN traits t ON t.event = e.number ORDER BY e.number'):
        row = traits(data) | {'article': article, 'event': event}
        row['gold'] = record({'article': article, 'event': event, 'start': start, 'end': end}, known)
        if row['gold']:
            events.setdefault(article, []).append(row)
    rows, labels, weights, inside = [], [], [], []

    def add(a, b, label, weight, story=0, apart=None):
        if a['event'] == b['event']:
            rows.append(features(a, b, story, apart))
            labels.append(label)
            weights.append(weight)
            inside.append(a['article'] == b['article'])

    for own in events.values():
        for a, b in itertools.combinations(own, 2):
            add(a, b, a['gold'] == b['gold'], 0.3)
    for first, second in itertools.combinations(sorted(stories & events.keys()), 2):
        (day, words), (other, others) = sketches[first], sketches[second]
        story = cosine(words, others)
        if story > 0.1:
            for a, b in itertools.product(events[first], events[second]):
                add(a, b, frozenset((a['gold'], b['gold'])) in told, 1, story,
                    None if day is None or other is None else abs(day - other))
    rows, labels, weights, inside = (numpy.array(x, float) for x in (rows, labels, weights, inside))
    print(f'{int(inside.sum())} pairs within articles, {int((1 - inside).sum())} between')
    for name, chosen, parts, own in (('within', inside > 0, WITHIN, numpy.ones_like(weights)),
                                     ('across', inside >= 0, ACROSS, weights)):
        columns = [PARTS.index(part) for part in parts]
        found = fit(rows[chosen][:, columns], labels[chosen], own[chosen])
        print(name, {part: round(float(value), 2) for part, value in zip(parts, found)})


if __name__ == '__main__':
    main()
