"""Score the cast's coreference on GUM's news documents:

  python coreference.py --data DATA [--chancery ../.build/release/chancery] [--kind news] [-v] [--only WORD]

GUM marks every nominal mention of anything; the cast holds who acts. What is scored of GUM's clusters (MISC `Entity`, whose
parts `global.Entity` names) is therefore those of type person, organization or place of which a mention has a proper noun for its
head, or which a personal pronoun takes up: of whom an article speaks by name or comes back to. Clusters of types that cannot act
(object, abstract, event, time, animal …) never are, and unnamed ones of a single noun neither: whether "a resident" is
worth a place in the cast is no question of coreference. Clusters of a single mention count where that is a name; numbers ("Mary, 42, …") are no mentions,
and neither are several joined by "and", of whom each is one; a pronoun for them is right where it is given to each.

Of the cast's mentions, those are left out that GUM has no mentions for by its guidelines (adjectives, relative pronouns) and
nouns that GUM has in clusters not scored, unless their entity is linked to a scored one. A pronoun given to somebody though it means
an act or a thing counts as wrong. Where one word stands for two entities ("the two sides"), the two together are one cluster.

Words are GUM's, put together to the text by their spaces and paragraphs; all else (sentences, words, trees, names) is
the program's own work. A mention of the cast is GUM's where the spans are the same or where they have the same head word in GUM's tree.

Prints P, R and F1 of mentions, MUC, B³ and CEAF-e, the CoNLL mean of the last three; then of personal and possessive
pronouns (then of those alone whose cluster has a name), and of descriptions that take up a named cluster, how many are right: given to an entity whose names (without any: whose
descriptions) mostly lie in the gold cluster. Precision is of those the cast resolves. The encoder has been trained on the
train part's trees, not on its coreference; the dev part is unseen."""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy
from scipy.optimize import linear_sum_assignment

import corpora

TYPES = ('person', 'organization', 'place')
SPACE = {0: '', 1: ' ', 3: '\n\n'}


class Gold:
    """A document of GUM: its text, the place of each word, and its mentions {words, head, cluster, kind, form}."""

    def __init__(self, document, published):
        self.name = document['sentences'][0][0]['sentence'].rsplit('-', 1)[0]
        self.published = published
        self.words, self.text, self.mentions = [], '', []
        for sentence in document['sentences']:
            first = len(self.words)
            for i, word in enumerate(sentence):
                self.text += SPACE[word['gap']] if self.words or word['gap'] < 3 else ''
                start = len(self.text)
                self.text += word['form']
                up = first + word['head'] - 1 if word['head'] else -1
                self.words.append(word | {'start': start, 'end': len(self.text), 'up': up, 'number': len(self.words), 'of': first})
        self.mentions_of_several = []
        self.parts = collections.defaultdict(set)
        self.read()
        for cluster, words in self.mentions_of_several:
            heads = {words[0], *(w for w in words if self.words[w]['deprel'] == 'conj' and self.words[w]['up'] == words[0])}
            self.parts[cluster] |= {m['cluster'] for m in self.mentions if m['head'] in heads}
        kept = collections.defaultdict(bool)
        for m in self.mentions:
            kept[m['cluster']] |= m['kind'] in TYPES and m['form'] != 'description'
        self.kept = {cluster for cluster, is_kept in kept.items() if is_kept}

    def read(self):
        """Mentions from the brackets: `(id-type-…` opens, `id)` closes; a part of a discontinuous one is `id[1/2]`."""
        opened = collections.defaultdict(list)
        broken = collections.defaultdict(list)
        for at, word in enumerate(self.words):
            misc = dict(part.split('=', 1) for part in word['misc'].split('|') if '=' in part)
            for link in re.findall(r'(\d+)<(\d+)', misc.get('SplitAnte', '')):
                self.parts[link[1]].add(link[0])
            for opening, name, part, kind, closing in re.findall(r'(\()?(\d+)(\[\d+/\d+\])?(?:-(\w+)[^()]*)?(\))?', misc.get('Entity', '')):
                if opening:
                    opened[name, part].append((at, kind))
                if closing and opened[name, part]:
                    start, kind = opened[name, part].pop()
                    words = list(range(start, at + 1))
                    if part:
                        index, count = map(int, part[1:-1].split('/'))
                        broken[name].append(words)
                        if index < count:
                            continue
                        words = sum(broken.pop(name), [])
                    self.add(name, kind or '', words)
        self.mentions.sort(key=lambda m: (m['words'][0], -len(m['words'])))

    def add(self, cluster, kind, words):
        head = self.head(words)
        word = self.words[head]
        if word['form'].isdigit():
            return
        if any(self.words[w]['deprel'] == 'conj' and self.words[w]['up'] == head for w in words):
            self.mentions_of_several.append((cluster, [head] + words))
            return
        form = 'pronoun' if self.is_pronoun(word) else 'name' if word['upos'] == 'PROPN' else 'description'
        self.mentions.append({'words': words, 'head': head, 'cluster': cluster, 'kind': kind, 'form': form})

    def head(self, words):
        inside = set(words)
        return next((w for w in words if self.words[w]['up'] not in inside and self.words[w]['upos'] != 'PUNCT'), words[-1])

    @staticmethod
    def is_pronoun(word):
        return word['upos'] == 'PRON' and 'PronType=Prs' in word['feats']

    def covered(self, start, end):
        return [i for i, w in enumerate(self.words) if w['start'] < end and start < w['end']]

    def around(self, words):
        """The sentence, the words in brackets."""
        a, b = self.words[words[0]]['start'], self.words[words[-1]]['end']
        return (self.text[max(0, a - 160):a] + '[' + self.text[a:b] + ']' + self.text[b:b + 60]).replace('\n', ' ')


def documents(path, kind):
    published, name = {}, ''
    for line in open(path, encoding='utf-8'):
        if line.startswith('# newdoc'):
            name = line.split('=', 1)[1].strip()
        elif line.startswith('# meta::dateCreated'):
            published[name] = line.split('=', 1)[1].strip()
    for document in corpora.conllu(path):
        name = document['sentences'][0][0]['sentence'].rsplit('-', 1)[0]
        if f'_{kind}_' in name:
            yield Gold(document, published.get(name))


def respond(gold, reading):
    """The cast's mentions: {words, head, entity, name, form}; one of several entities has them all."""
    by_span = {}
    for entity in reading['cast']:
        for m in entity['mentions']:
            by_span.setdefault((m['start'], m['end']), (m['form'], []))[1].append(entity)
    out = []
    for (start, end), (form, entities) in sorted(by_span.items()):
        words = gold.covered(start, end)
        if not words:
            continue
        head = gold.head(words)
        word = gold.words[head]
        if word['upos'] == 'ADJ' or 'PronType=Rel' in word['feats']:
            continue
        if form == 'pronoun' and not gold.is_pronoun(word):
            continue
        out.append({'words': words, 'head': head, 'entity': tuple(sorted(e['id'] for e in entities)), 'form': form,
                    'name': ' + '.join(e['name'] for e in entities)})
    return out


def match(gold, mine):
    """{index of the cast's mention: index of GUM's}, the same spans first, then the same heads, those of like length first."""
    options = []
    for i, m in enumerate(mine):
        for j, g in enumerate(gold.mentions):
            if m['words'] == g['words'] or m['head'] == g['head']:
                options.append((m['words'] != g['words'], abs(len(m['words']) - len(g['words'])), i, j))
    left, right = {}, set()
    for _, _, i, j in sorted(options):
        if i not in left and j not in right:
            left[i] = j
            right.add(j)
    return left


def clusters(pairs):
    out = collections.defaultdict(set)
    for mention, cluster in pairs:
        out[cluster].add(mention)
    return list(out.values())


def muc(key, response):
    where = {m: i for i, c in enumerate(response) for m in c}
    right = sum(len(c) - len({where.get(m, ('none', m)) for m in c}) for c in key)
    return right, sum(len(c) - 1 for c in key)


def b_cubed(key, response):
    where = {m: c for c in response for m in c}
    return sum(len(c & where.get(m, set())) / len(c) for c in key for m in c), sum(map(len, key))


def ceaf(key, response):
    if not key or not response:
        return 0
    table = numpy.array([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])
    rows, columns = linear_sum_assignment(-table)
    return table[rows, columns].sum()


class Score:
    def __init__(self):
        self.sums = collections.defaultdict(lambda: [0, 0, 0, 0])
        self.causes = collections.Counter()

    def add(self, name, recall, precision):
        for i, value in enumerate((*recall, *precision)):
            self.sums[name][i] += value

    def figures(self, name):
        a, b, c, d = self.sums[name]
        r, p = a / b if b else 0, c / d if d else 0
        return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0

    def document(self, gold, reading, say):
        mine = respond(gold, reading)
        matched = match(gold, mine)
        names = self.meanings(gold, mine, matched)
        linked = {m['entity'] for i, m in enumerate(mine) if i in matched and gold.mentions[matched[i]]['cluster'] in gold.kept}
        key = [(j, g['cluster']) for j, g in enumerate(gold.mentions) if g['cluster'] in gold.kept]
        response = []
        for i, m in enumerate(mine):
            j = matched.get(i, -1 - i)
            is_scored = j < 0 or gold.mentions[j]['cluster'] in gold.kept
            if is_scored or m['form'] == 'pronoun' or m['entity'] in linked:
                response.append((j, m['entity']))
                if j < 0 or not is_scored:
                    say('extra', m['form'], f"{m['name']}", gold.around(m['words']))
        found = {j for j, _ in response}
        wanted = {j for j, _ in key}
        both = len(found & wanted)
        self.add('mentions', (both, len(wanted)), (both, len(found)))
        for j in sorted(wanted - found):
            if gold.mentions[j]['form'] != 'pronoun':
                say('missed', gold.mentions[j]['form'], gold.mentions[j]['kind'], gold.around(gold.mentions[j]['words']))
        key, response = clusters(key), clusters(response)
        self.add('MUC', muc(key, response), muc(response, key))
        self.add('B³', b_cubed(key, response), b_cubed(response, key))
        alike = ceaf(key, response)
        self.add('CEAF-e', (alike, len(key)), (alike, len(response)))
        self.taken_up(gold, mine, matched, names, say)

    @staticmethod
    def meanings(gold, mine, matched):
        """{entity: the gold cluster that most of its names lie in; of an entity without names, of its descriptions}"""
        votes = collections.defaultdict(lambda: (collections.Counter(), collections.Counter()))
        for i, m in enumerate(mine):
            if i in matched and m['form'] != 'pronoun':
                g = gold.mentions[matched[i]]
                votes[m['entity']][g['form'] != 'name'][g['cluster']] += 1
        return {e: (named or described).most_common(1)[0][0] for e, (named, described) in votes.items()}

    def taken_up(self, gold, mine, matched, names, say):
        """Pronouns and descriptions, each right or not."""
        given = {j: mine[i] for i, j in matched.items()}
        named = {g['cluster'] for g in gold.mentions if g['form'] == 'name'}
        begun = set()
        for j, g in enumerate(gold.mentions):
            word = gold.words[g['head']]['form'].lower()
            is_first = g['cluster'] not in begun
            begun.add(g['cluster'])
            if g['form'] == 'name' or g['form'] == 'description' and (is_first or g['cluster'] not in named):
                continue
            m = given.get(j)
            is_kept = g['cluster'] in gold.kept
            if not is_kept and (m is None or g['form'] == 'description'):
                continue
            means = self.meaning(gold, m, names) if m else set()
            is_right = is_kept and bool(means) and (g['cluster'] in means or means == gold.parts[g['cluster']])
            group = 'descriptions' if g['form'] == 'description' else 'pronouns'
            groups = [group]
            if group == 'pronouns':
                groups += [self.group(word)] + ['  of the named'] * (g['cluster'] in named)
            for name in groups:
                self.add(name, (is_right, is_kept), (is_right, m is not None))
            if not is_right:
                names_of = [gold.text[gold.words[o['words'][0]]['start']:gold.words[o['words'][-1]]['end']] for o in gold.mentions
                            if o['cluster'] == g['cluster'] and o['form'] != 'pronoun']
                wanted = min(names_of, key=len) if names_of else '?'
                self.causes[group, word if group == 'pronouns' else '', 'none' if m is None else 'wrong'] += 1
                say('wrong' if m else 'unresolved', group, f"{m['name'] if m else '-'} | should be {g['kind']} {wanted}", gold.around(g['words']))

    @staticmethod
    def meaning(gold, m, names):
        """The gold clusters an entity stands for; of several together, each one's."""
        if m['entity'] in names:
            return {names[m['entity']]}
        return {names[(e,)] for e in m['entity'] if (e,) in names}

    @staticmethod
    def group(word):
        for name, words in GROUPS.items():
            if word in words.split():
                return '  ' + name
        return '  other'


GROUPS = {'he': 'he him his himself', 'she': 'she her hers herself', 'it': 'it its itself', 'they': 'they them their theirs themselves',
          'I': 'i me my mine myself', 'we': 'we us our ours ourselves', 'you': 'you your yours yourself yourselves'}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--data', required=True)
    p.add_argument('--chancery', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '../.build/release/chancery'))
    p.add_argument('--kind', default='news', help='which of GUM\'s kinds of text')
    p.add_argument('--part', choices=('train', 'dev'), action='append')
    p.add_argument('-v', '--verbose', action='store_true', help='print errors with their sentences')
    p.add_argument('--only', default='', help='with -v: only errors whose line has this in it')
    a = p.parse_args()
    for part in a.part or ('train', 'dev'):
        golds = list(documents(f'{a.data}/data/ud/gum-{part}.conllu', a.kind))
        with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
            for gold in golds:
                f.write(json.dumps({'id': gold.name, 'text': gold.text, 'published': gold.published}, ensure_ascii=False) + '\n')
            f.flush()
            out = subprocess.run([a.chancery, 'read', '--format', 'jsonl', f.name], capture_output=True, text=True)
        if out.returncode:
            sys.exit(out.stderr)
        readings = {r['article']['id']: r for r in map(json.loads, out.stdout.splitlines())}
        score = Score()
        for gold in golds:
            def say(*parts, document=gold.name):
                line = '  '.join((document.removeprefix('GUM_'), *parts))
                if a.verbose and a.only in line:
                    print(line)
            score.document(gold, readings[gold.name], say)
        print(f'GUM {part}, {len(golds)} documents of {a.kind}, {sum(len(g.words) for g in golds)} words')
        print(f"{'':14}{'P':>6}{'R':>7}{'F1':>7}")
        for name in ('mentions', 'MUC', 'B³', 'CEAF-e'):
            print(f'{name:14}' + ' '.join(f'{v:6.1f}' for v in score.figures(name)))
        print(f"{'CoNLL':14}{'':14}{sum(score.figures(n)[2] for n in ('MUC', 'B³', 'CEAF-e')) / 3:6.1f}")
        for name in ('pronouns', '  of the named', *('  ' + g for g in GROUPS), 'descriptions'):
            right, wanted, _, given = score.sums[name]
            print(f'{name:14}' + ' '.join(f'{v:6.1f}' for v in score.figures(name)) + f'   ({right} right, {given} resolved, {wanted} in GUM)')
        if a.verbose:
            for cause, count in score.causes.most_common():
                print(f'{count:4}  ' + '  '.join(cause))


if __name__ == '__main__':
    main()
