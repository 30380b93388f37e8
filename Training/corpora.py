"""The corpora, read into documents: lists of sentences of words, with whatever labels each corpus has.

A word is a dict: form, gap, and of upos, feats, lemma, head (in its sentence, 0 the root), deprel, ner, start, end
those that are known. A document is {'id', 'sentences', 'split' (its sentences are gold)} and, by corpus, 'attribution'
or 'events' over the flat list of its words."""
import bisect
import collections
import glob
import json
import os
import re
import sys

import text

CATEGORIES = 'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split()
AUXILIARY = 'future hypothetical negation historical'.split()
ROLES = ('Source', 'Cue', 'Content')

ARTICLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'articles')


def listed(part):
    return set(open(os.path.join(ARTICLES, part + '.list'), encoding='utf-8').read().split())


# Not trained on: what confidence and parties are fitted on, and the project's small gold, on which CI measures.
CALIBRATION = listed('calibration')
KEPT_BACK = CALIBRATION | listed('kept-back')


def conllu(path):
    documents, document, sentence, gap, inside, name = [], [], [], 3, {}, ''
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc'):
            if document:
                documents.append(document)
            document, gap = [], 3
        elif line.startswith('# newpar'):
            gap = 3
        elif line.startswith('# sent_id'):
            name = line.split('=', 1)[1].strip()
        elif not line:
            if sentence:
                document.append(sentence)
            sentence, inside = [], {}
        elif line[0] != '#':
            c = line.split('\t')
            spaced = 'SpaceAfter=No' not in c[9]
            if '-' in c[0]:
                first, last = map(int, c[0].split('-'))
                inside = {i: spaced if i == last else False for i in range(first, last + 1)}
            elif c[0].isdigit():
                sentence.append({'form': c[1], 'gap': gap, 'lemma': c[2], 'upos': c[3], 'feats': c[5], 'head': int(c[6]), 'deprel': c[7],
                                 'misc': c[9], 'sentence': name})
                gap = 1 if inside.get(int(c[0]), spaced) else 0
    if sentence:
        document.append(sentence)
    if document:
        documents.append(document)
    return [{'id': f'{os.path.basename(path)}:{i}', 'sentences': d, 'split': True} for i, d in enumerate(documents)]


CLOSED = set('ADV PRON DET INTJ PART SCONJ CCONJ NUM'.split())


def harmonise(documents, model):
    """The features and lemmas of `documents` (GUM) as `model` (EWT) has them for the same words, where the two treebanks keep to
    different conventions: a value that a word of five occurrences or more has in hardly any of them is another's."""
    feats, lemmas = (collections.defaultdict(collections.Counter) for _ in range(2))
    for w in (w for d in model for s in d['sentences'] for w in s):
        feats[w['form'].lower(), w['upos']][w['feats']] += 1
        lemmas[w['form'].lower(), w['upos']][w['lemma']] += 1

    def foreign(counts, value):
        total = sum(counts.values())
        return total >= 5 and counts[value] < 0.02 * total

    def kind(value):
        return re.findall(r'(?:PronType|Case)=\w+', value)
    for w in (w for d in documents for s in d['sentences'] for w in s):
        key = w['form'].lower(), w['upos']
        value = w['feats']
        if w['upos'] in CLOSED and not re.search('ExtPos|Typo|Abbr', value) and foreign(feats[key], value):
            alike = [v for v, _ in feats[key].most_common() if kind(v) == kind(value)]
            value = alike[0] if alike else feats[key].most_common(1)[0][0]
        if 'Person=2' in value and 'Reflex' not in value and ('PronType=Prs' in value or 'Mood=Imp' in value):
            value = '|'.join(f for f in value.split('|') if not f.startswith('Number=' if 'PronType' in value else 'Person='))
        if w['upos'] == 'ADV' and value == 'Degree=Pos' and not feats[key]:
            value = '_'
        w['feats'] = value
        if foreign(lemmas[key], w['lemma']):
            (lemma, count), total = lemmas[key].most_common(1)[0], sum(lemmas[key].values())
            if count > 0.9 * total and lemma.lower() != w['lemma'].lower():
                w['lemma'] = lemma


NAME_LABELS = {'per': 'PER', 'person': 'PER', 'org': 'ORG', 'organisation': 'ORG', 'corporation': 'ORG', 'group': 'ORG',
               'loc': 'LOC', 'location': 'LOC', 'militaryplatform': 'O', 'misc': 'O'}


def iob(path):
    """Sentences of `word label` lines, ten to a document; labels mapped to persons, organisations and places."""
    sentences, sentence, before = [], [], 'O'
    for line in list(open(path, encoding='utf-8')) + ['']:
        cells = line.split()
        if len(cells) < 2:
            if sentence:
                sentences.append(sentence)
            sentence, before = [], 'O'
            continue
        prefix, _, label = cells[-1].partition('-')
        label = NAME_LABELS.get(label.lower(), 'O')
        if label != 'O':
            label = ('I-' if prefix == 'I' and before[2:] == label else 'B-') + label
        before = label
        form = cells[0]
        close = form in ".,;:!?)]}%'’”" or form.startswith(("'", '’'))
        opened = bool(sentence) and sentence[-1]['form'] in '([{$“'
        sentence.append({'form': form, 'gap': 0 if sentence and (close or opened) else 1, 'ner': label})
    name = os.path.basename(path)
    return [{'id': f'{name}:{i}', 'sentences': sentences[i:i + 10], 'split': False} for i in range(0, len(sentences), 10)]


def universal_ner(path):
    """Universal NER's sentences, for measuring."""
    sentences, sentence = [], []
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if not line:
            if sentence:
                sentences.append(sentence)
            sentence = []
        elif line[0] != '#':
            c = line.split('\t')
            if c[0].isdigit():
                sentence.append({'form': c[1], 'gap': 1, 'ner': c[2] if c[2][2:] in ('PER', 'ORG', 'LOC') else 'O'})
    return sentences


def plain(path, sentences):
    """A document of running text: its words, with the sentences that `sentences` (annotate.py) cuts."""
    raw = open(path, encoding='utf-8', newline='').read()
    out, end = [], 0
    for a, b in sentences(raw):
        sentence = []
        for x, y in text.words(raw, a, b):
            sentence.append({'form': raw[x:y], 'gap': text.gap(raw[end:x]) if end else 3, 'start': x, 'end': y})
            end = y
        if sentence:
            out.append(sentence[:200])
    return {'id': os.path.basename(path)[:-4], 'text': raw, 'sentences': out, 'split': False}


def covered(flat, start, end):
    return [i for i, w in enumerate(flat) if w['start'] < end and start < w['end']]


def polnear(root, sentences):
    """PolNeAR: BIO tags a role, and for each source and content word the first word of its cue (or of its content)."""
    documents = []
    for path in sorted(glob.glob(os.path.join(root, 'text', '*.txt'))):
        name = os.path.basename(path)[:-4]
        annotations = sorted(glob.glob(glob.escape(os.path.join(root, 'attributions', name)) + '_*.ann'))
        if not annotations:
            continue
        document = plain(path, sentences)
        flat = [w for s in document['sentences'] for w in s]
        spans, groups = {}, []
        for line in open(annotations[0], encoding='utf-8'):
            key, *rest = line.rstrip('\n').split('\t')
            if key.startswith('T') and rest and ' ' in rest[0]:
                label, places = rest[0].split(' ', 1)
                spans[key] = (label, sorted(i for p in places.split(';') for i in covered(flat, *map(int, p.split()))))
            elif key.startswith('E') and rest:
                group = {r: [] for r in ROLES}
                for part in rest[0].split():
                    label, indices = spans.get(part.split(':')[1], ('', []))
                    if label in group:
                        group[label] += indices
                if group['Content']:
                    groups.append({r: sorted(set(v)) for r, v in group.items()})
        tags = {r: ['O'] * len(flat) for r in ROLES}
        anchor = [-1] * len(flat)
        for group in sorted(groups, key=lambda g: -len(g['Content'])):
            root_word = (group['Cue'] or group['Content'])[0]
            for role in ROLES:
                indices = group[role]
                if any(tags[role][i] != 'O' for i in indices):
                    continue
                for k, i in enumerate(indices):
                    tags[role][i] = 'B' if k == 0 or indices[k - 1] != i - 1 else 'I'
                    if role != 'Cue' and anchor[i] < 0:
                        anchor[i] = root_word
        document['attribution'] = {'tags': tags, 'anchor': anchor}
        documents.append(document)
    return documents


def annotated(data):
    """Paths of all annotated articles, in order of their kind and name: ours, those of gold/train that are not, and
    gold/articles, which is for measuring."""
    others = [p for p in glob.glob(f'{data}/gold/train/*.json') if not os.path.basename(p).startswith('own-')]
    return sorted(glob.glob(os.path.join(ARTICLES, '*.json'))) + sorted(others) + sorted(glob.glob(f'{data}/gold/articles/*.json'))


def as_list(x):
    return x if isinstance(x, list) else [x] if x else []


def plover(folder, sentences, keep=None):
    """Articles with events: BIO over triggers, and for each trigger's first word its mode, auxiliaries (hearsay and denial the last two),
    its sentence and the codes, each with its sectors, and names of actors and recipients."""
    documents = []
    for path in sorted(glob.glob(os.path.join(folder, '*.json'))):
        gold = json.load(open(path, encoding='utf-8'))
        if keep is not None and not keep(gold['id']):
            continue
        document = plain(path[:-5] + '.txt', sentences)
        document['id'] = gold['id']
        flat = [w for s in document['sentences'] for w in s]
        sentence_of = []
        for s in document['sentences']:
            sentence_of += [range(len(sentence_of), len(sentence_of) + len(s))] * len(s)
        tags, facts = ['O'] * len(flat), {}
        for e in sorted(gold['events'], key=lambda e: e['trigger']['end'] - e['trigger']['start']):
            indices = covered(flat, e['trigger']['start'], e['trigger']['end'])
            if not indices or any(tags[i] != 'O' for i in indices):
                continue
            for k, i in enumerate(indices):
                tags[i] = ('B-' if k == 0 else 'I-') + e['event']
            parties = []
            for role in ('actor', 'recipient'):
                codes = collections.defaultdict(set)
                for entity in e[role]:
                    if entity['code']:
                        codes[entity['code']] |= set(as_list(entity.get('sector')))
                parties.append(dict(codes))
            mode = (as_list(e['mode']) or [''])[0]
            facts[indices[0]] = {'mode': f"{e['event']}/{mode}", 'parties': parties, 'sentence': sentence_of[indices[0]],
                                 'named': [(entity['name'], entity['code']) for role in ('actor', 'recipient') for entity in e[role]],
                                 'auxiliary': [float(x in e['auxiliary']) for x in AUXILIARY] + [float(bool(e[x])) for x in ('attributed_to', 'denied_by')]}
        document['events'] = {'tags': tags, 'facts': facts}
        documents.append(document)
    return documents


def add_cast(documents, path):
    """Gives each document the mentions of its cast, as `chancery read --format jsonl` found them, and `kin`: of words that tell a party of
    a known code, the code.

    Where gold names a party of an act, the mention in the act's sentence that bears its name has gold's code, whatever the program
    made of it."""
    casts = {}
    for line in open(path, encoding='utf-8'):
        reading = json.loads(line)
        casts[reading['article']['id']] = reading['cast']
    for document in documents:
        flat = [w for s in document['sentences'] for w in s]
        ends = [w['end'] for w in flat]
        document['cast'], document['kin'] = [], {}
        for entity in casts[document['id']]:
            for mention in entity['mentions']:
                first = last = bisect.bisect_right(ends, mention['start'])
                while last < len(flat) and flat[last]['start'] < mention['end']:
                    last += 1
                if last > first:
                    document['cast'].append({'words': range(first, last), 'code': entity['code'], 'sectors': frozenset(entity['sector']), 'form': mention['form'],
                                             'names state': mention['form'] in ('name', 'modifier') and entity['kind'] != 'person' and bool(entity['code'])})
        for fact in document['events']['facts'].values():
            here = [m for m in document['cast'] if m['words'][0] in fact['sentence'] and m['form'] != 'pronoun']
            for name, code in fact['named']:
                wanted = re.findall(r"[^\W_]+", name.lower())
                found = [(len({flat[i]['form'].lower() for i in m['words']} & set(wanted)), -len(m['words']), k, i)
                         for k, m in enumerate(here) for i in m['words'] if wanted and flat[i]['form'].lower() == wanted[-1]]
                if found:
                    *_, k, word = max(found)
                    here[k]['code'] = code
                    document['kin'][word] = code


def annotate_sentences(data):
    """The sentence cutter that the gold's own tools use."""
    sys.path.insert(0, os.path.join(data, 'gold'))
    from annotate import sentences
    return sentences
