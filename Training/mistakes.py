"""Sorts the differences between readings and gold by class, a column for each file of readings:

  python mistakes.py --data DATA FOLDER [FOLDER …] --readings before.jsonl after.jsonl

FOLDER holds annotated articles (ID.txt, ID.json); the readings are those of `chancery read --format jsonl`. Acts are matched as
DATA/score/events.py does. An act may have several mistakes, one of each class:
  missed       gold's act is not read, nor another by its words
  extra        an act is read where gold has none by these words
  sense        the words are read as another category
  actor        the wrong actors, or none (recipients: recipient; both swapped: direction)
  negation, plan, condition, history   the auxiliary mode negation, future, hypothetical, historical, where only one side has it
  hearsay      somebody else vouches for it in one and not in the other
  denial       somebody denies it in one and not in the other"""
import argparse
import collections
import glob
import json
import sys

import corpora

CLASSES = 'missed extra sense actor recipient direction negation plan condition history hearsay denial'.split()
AUXILIARIES = {'negation': 'negation', 'plan': 'future', 'condition': 'hypothetical', 'history': 'historical'}


def mistakes(gold, mine, sentence, scorer):
    """The classes of an article's mistakes, and the number of its acts that are matched and of those without any mistake."""
    def overlap(a, b):
        return a['span'][0] < b['span'][1] and b['span'][0] < a['span'][1]

    def same(g, m):
        return g['event'] == m['event'] and (sentence(g['span']) == sentence(m['span']) or overlap(g, m))
    dyads = scorer.pair(gold, mine, lambda g, m: same(g, m) and scorer.same_parties(g, m))
    left = [g for g in gold if all(g is not x for x, _ in dyads)]
    right = [m for m in mine if all(m is not x for _, x in dyads)]
    pairs = dyads + scorer.pair(left, right, same)
    left = [g for g in gold if all(g is not x for x, _ in pairs)]
    right = [m for m in mine if all(m is not x for _, x in pairs)]
    senses = scorer.pair(left, right, overlap)
    found = collections.Counter(sense=len(senses), missed=len(left) - len(senses), extra=len(right) - len(senses))
    clean = 0
    for g, m in pairs:
        before = found.total()
        if not scorer.same_parties(g, m):
            (ga, gr), (ma, mr) = scorer.parties(g), scorer.parties(m)
            if (ga, gr) == (mr, ma):
                found['direction'] += 1
            else:
                found['actor'] += ga != ma
                found['recipient'] += gr != mr
        for name, auxiliary in AUXILIARIES.items():
            found[name] += (auxiliary in g['aux']) != (auxiliary in m['aux'])
        found['hearsay'] += g['hearsay'] != m['hearsay']
        found['denial'] += g['denied'] != m['denied']
        clean += found.total() == before
    return found, len(pairs), clean


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--data', required=True)
    p.add_argument('folders', nargs='+')
    p.add_argument('--readings', nargs='+', required=True)
    o = p.parse_args()
    sys.path.insert(0, f'{o.data}/score')
    import events as scorer
    cutter = corpora.annotate_sentences(o.data)
    columns = []
    for path in o.readings:
        readings = {r['article']['id']: r for r in map(json.loads, open(path, encoding='utf-8'))}
        total = collections.Counter()
        for file in sorted(f for folder in o.folders for f in glob.glob(f'{folder}/*.json')):
            article = json.load(open(file, encoding='utf-8'))
            ends = cutter(open(file[:-5] + '.txt', encoding='utf-8', newline='').read())

            def sentence(span):
                return next((i for i, (a, b) in enumerate(ends) if a <= span[0] < b), -1 - span[0])
            gold = [scorer.normal(e, True) for e in article['events']]
            mine = [scorer.normal(e, False) for e in readings[article['id']]['events']]
            found, matched, clean = mistakes(gold, mine, sentence, scorer)
            total += found
            total += collections.Counter({'acts in gold': len(gold), 'acts read': len(mine), 'matched': matched, 'without mistake': clean})
        columns.append(total)
    for name in ['acts in gold', 'acts read', 'matched', 'without mistake', *CLASSES]:
        print(f'{name:16}', *(f'{c[name]:6}' for c in columns))


if __name__ == '__main__':
    main()
