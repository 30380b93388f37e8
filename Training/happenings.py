#!/usr/bin/env python3
"""Fit the weights by which reports of one act are told: happenings.py ARCHIVE HAPPENINGS.json SCORERS GOLD…

ARCHIVE: made by `chancery ingest` of the annotated articles, whose ids are those of GOLD's files (folders of ID.json and
ID.txt). HAPPENINGS.json and SCORERS (the folder of happenings.py): see ../shared. Prints the weights of
Sources/Archive/ReportScore.swift: within an article they are fitted on pairs of events whose records have the same `link`, or
not; between articles on these and on pairs of the happenings, which count more. Needs numpy and scipy.
"""
import importlib.util
import itertools
import json
import math
import os
import sqlite3
import struct
import sys

import numpy
from scipy.optimize import minimize

VERBAL = {'CONSULT', 'AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'}
PARTS = ['start', 'across', 'same mode', 'other mode', 'no mode', 'one is past', 'one is open', 'one is negated', 'other actors',
         'other speakers', 'other persons', 'other recipients', 'days apart', 'same day', 'trigger', 'near', 'words',
         'same place', 'next sentence', 'story', 'published']
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


def gap(a, b):
    """The days between two acts; None where one's are not known."""
    if a['days'] and b['days']:
        return max(0, max(a['days'][0], b['days'][0]) - min(a['days'][1], b['days'][1]))


def told_of_one_day(a, b):
    between = gap(a, b)
    return bool(between is not None and between <= 1 and (a['dated'] or b['dated']))


def features(a, b, story=0, apart=None):
    def differ(who, codes):
        return bool(a[codes] and b[codes] and not a[codes] & b[codes] and not a[who] & b[who])

    same = a['article'] == b['article']
    x, y = a['reality'], b['reality']
    told = a['dated'] + b['dated']
    between = gap(a, b)
    actors = differ('actors', 'actor codes')
    return numpy.array([
        1, not same, bool(a['mode']) and a['mode'] == b['mode'], bool(a['mode'] and b['mode']) and a['mode'] != b['mode'],
        not a['mode'] and not b['mode'], (x & 8) != (y & 8), bool(x & 3) != bool(y & 3), (x & 4) != (y & 4), actors,
        actors and a['event'] in VERBAL,
        a['event'] in VERBAL and bool(a['actors'] and b['actors'] and not a['actors'] & b['actors']), differ('recipients', 'recipient codes'),
        1 if between is None else logarithm(max(0, between - 1)) if told else 0, between == 0 and told == 2,
        cosine(a['trigger'], b['trigger']), cosine(a['near'], b['near']), cosine(a['words'], b['words']),
        bool(a['place']) and a['place'] == b['place'], same and abs(a['sentence'] - b['sentence']) == 1,
        0 if same else story,
        0 if same or told_of_one_day(a, b) else logarithm(1.7 if apart is None else apart)], float)


def scorer(folder):
    """The module that scores happenings, which bears this one's name."""
    spec = importlib.util.spec_from_file_location('scorer', os.path.join(folder, 'happenings.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Stories:
    """The events of an archive, with the records that they stand for and the happenings that these tell."""

    def __init__(self, archive, happenings, scorers, *folders):
        self.scorer = scorer(scorers)
        known = self.scorer.articles(folders)
        self.clusters = [{tuple(x) for x in c} for c in json.load(open(happenings, encoding='utf-8'))['clusters']]
        self.told = self.scorer.pairs(self.clusters)
        database = sqlite3.connect(archive)
        self.sketches, self.events = {}, {}
        for article, day, data in database.execute('SELECT id, day, data FROM sketches JOIN articles ON number = article'):
            read = Bytes(data)
            read.take('B')
            self.sketches[article] = (day, read.terms())
        for number, article, event, start, end, data in database.execute(
                'SELECT e.number, a.id, e.category, e.start, e."end", t.data FROM events e JOIN articles a ON a.number = e.article '
                'JOIN traits t ON t.event = e.number ORDER BY e.number'):
            row = traits(data) | {'number': number, 'article': article, 'event': event}
            row['gold'] = self.scorer.record({'article': article, 'event': event, 'start': start, 'end': end}, known)
            self.events.setdefault(article, []).append(row)
        self.articles = sorted({article for pair in self.told for article, _ in pair} & self.events.keys())

    def between(self, first, second):
        """How alike two articles are, and the days between their publication."""
        (day, words), (other, others) = self.sketches[first], self.sketches[second]
        return cosine(words, others), None if day is None or other is None else abs(day - other)

    def examples(self, articles):
        """Pairs of events of annotated articles: features, whether they tell one act, their weight, whether of one article."""
        rows, labels, weights, inside = [], [], [], []

        def add(a, b, label, weight, *between):
            if a['event'] == b['event'] and a['gold'] and b['gold']:
                rows.append(features(a, b, *between))
                labels.append(label(a['gold'], b['gold']))
                weights.append(weight)
                inside.append(a['article'] == b['article'])

        for article in articles:
            for a, b in itertools.combinations(self.events[article], 2):
                add(a, b, lambda x, y: x == y, 0.3)
        for first, second in itertools.combinations([a for a in self.articles if a in articles], 2):
            story, apart = self.between(first, second)
            if story > 0.1:
                for a, b in itertools.product(self.events[first], self.events[second]):
                    add(a, b, lambda x, y: frozenset((x, y)) in self.told, 1, story, apart)
        return [numpy.array(x, float) for x in (rows, labels, weights, inside)]


def regression(rows, labels, weights, strength=0.5):
    def loss(w):
        z = rows @ w
        slope = rows.T @ (weights * (1 / (1 + numpy.exp(-z)) - labels))
        slope[1:] += strength * w[1:]
        return (weights * (numpy.logaddexp(0, z) - labels * z)).sum() + strength / 2 * (w[1:] ** 2).sum(), slope
    return minimize(loss, numpy.zeros(rows.shape[1]), jac=True, method='L-BFGS-B').x


def fit(rows, labels, weights, inside):
    """Weights of all parts, within an article and between two."""
    found = []
    for chosen, parts, own in ((inside > 0, WITHIN, numpy.ones_like(weights)), (inside >= 0, ACROSS, weights)):
        columns = [PARTS.index(part) for part in parts]
        values = numpy.zeros(len(PARTS))
        values[columns] = regression(rows[chosen][:, columns], labels[chosen], own[chosen])
        found.append(values)
    return found


def main():
    stories = Stories(*sys.argv[1:])
    examples = stories.examples(sorted(stories.events))
    inside = examples[3]
    print(f'{int(inside.sum())} pairs within articles, {int((1 - inside).sum())} between')
    for name, parts, values in zip(('within', 'between'), (WITHIN, ACROSS), fit(*examples)):
        shown = dict(zip(PARTS, values))
        if name == 'between':
            shown['start'] += shown.pop('across')
        print(name, {part: round(float(shown[part]), 2) for part in parts if part in shown})


if __name__ == '__main__':
    main()
