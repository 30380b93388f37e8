"""Names of persons, organisations and places, as IOB2 labels of words (`ner`): from GUM's entities, from what was marked for
Chancery (names/), and in one usage for all corpora."""
import collections
import json
import re

from corpora import covered

GUM_NAMES = {'person': 'PER', 'organization': 'ORG', 'place': 'LOC'}


def add_gum_names(document):
    """IOB2 names from GUM's entities: those whose head is a proper noun."""
    flat = [w for s in document['sentences'] for w in s]
    for w in flat:
        w['ner'] = 'O'
    begun = collections.defaultdict(list)
    for i, w in enumerate(flat):
        m = re.search(r'Entity=([^|]*)', w['misc'])
        for mark in re.findall(r'\([^()]+\)?|[^()]+\)', m.group(1)) if m else ():
            body = mark.strip('()').split('-')
            if mark.startswith('('):
                begun[body[0]].append((i, body))
            if not mark.endswith(')') or not begun[body[0]]:
                continue
            start, b = begun[body[0]].pop()
            if len(b) < 6 or b[1] not in GUM_NAMES:
                continue
            heads = [start + int(k) - 1 for k in re.findall(r'\d+', b[5]) if 0 < int(k) <= i - start + 1]
            if not heads or any(flat[k]['upos'] != 'PROPN' for k in heads):
                continue
            first = last = heads[-1]
            while first > start and flat[first - 1]['upos'] == 'PROPN':
                first -= 1
            while last < i and flat[last + 1]['upos'] == 'PROPN':
                last += 1
            # the Gulf of Mexico, the University of the West: one name, where a mayor of London is two
            k = last + 1
            if b[1] != 'person' and k < i and flat[k]['form'] == 'of':
                k += 1 + (k + 1 < i and flat[k + 1]['form'] == 'the')
                while k <= i and flat[k]['upos'] == 'PROPN':
                    last, k = k, k + 1
            if all(flat[k]['ner'] == 'O' for k in range(first, last + 1)):
                for k in range(first, last + 1):
                    flat[k]['ner'] = ('B-' if k == first else 'I-') + GUM_NAMES[b[1]]


def marked(path):
    """{sentence or article: [(first, last, label)]} of a file under names/: a line each, `first-last:LABEL` for each name."""
    found = {}
    for line in open(path, encoding='utf-8'):
        name, spans = line.rstrip('\n').split('\t')
        found[name] = [(int(a), int(b), label) for a, b, label in re.findall(r'(\d+)-(\d+):(\w+)', spans)]
    return found


def add_names(documents, path):
    """The names of names/ewt-train.tsv: by sent_id, words from 1."""
    found = marked(path)
    for document in documents:
        for s in document['sentences']:
            for w in s:
                w['ner'] = 'O'
            for first, last, label in found.get(s[0]['sentence'], ()):
                for k in range(first, last + 1):
                    s[k - 1]['ner'] = f"{'B' if k == first else 'I'}-{label}"


def add_article_names(documents, path):
    """The names of names/articles.tsv: by the article's id, in code points, ends exclusive."""
    found = marked(path)
    for document in documents:
        if document['id'] not in found:
            continue
        flat = [w for s in document['sentences'] for w in s]
        for w in flat:
            w['ner'] = 'O'
        for a, b, label in found[document['id']]:
            for k, i in enumerate(covered(flat, a, b)):
                flat[i]['ner'] = f"{'I' if k else 'B'}-{label}"


NO_NAMES = set('the a an this its their his her our my your we they it he she i you us them'.split())


def tidy_names(document, kinds):
    """One usage for all corpora: no article in a name, a state is a place even where it acts, a people is no name, and of
    re3d, which marks every mention, only the capitalised words.
    `kinds`: states_and_peoples."""
    states = {n.lower() for n, kind in kinds.items() if kind == 'state'}
    mentions = document['id'].startswith('re3d')
    peoples = {n.lower() for n, kind in kinds.items() if kind == 'people'}
    for s in document['sentences']:
        i = 0
        while i < len(s):
            if s[i].get('ner', 'O') == 'O':
                i += 1
                continue
            end = i + 1
            while end < len(s) and s[end]['ner'][0] == 'I':
                end += 1
            label, whole = s[i]['ner'][2:], end
            while i < end and (s[i]['form'] not in ('US', 'IT') and s[i]['form'].lower() in NO_NAMES or mentions and not s[i]['form'][0].isupper()):
                s[i]['ner'] = 'O'
                i += 1
            while i < end and mentions and not s[end - 1]['form'][0].isupper():
                end -= 1
                s[end]['ner'] = 'O'
            name = ' '.join(w['form'] for w in s[i:end]).lower()
            if name in states and label != 'PER':
                label = 'LOC'
            elif name in peoples:
                label = None
            for k in range(i, end):
                s[k]['ner'] = 'O' if label is None else f"{'B' if k == i else 'I'}-{label}"
            i = whole


def states_and_peoples(path):
    """{name: 'state' or 'people'} of all states."""
    found = {}
    for c in json.load(open(path, encoding='utf-8')):
        for form in c.get('demonyms', {}).get('eng', {}).values():
            if form:
                found |= {form: 'people', form + 's': 'people'}
    for c in json.load(open(path, encoding='utf-8')):
        found |= {n: 'state' for n in (c['name']['common'], c['name']['official'], *c.get('altSpellings', [])) if len(n) > 2}
    return found | {n: 'state' for n in ('Turkey', 'US', 'U.S.', 'USA', 'U.S', 'UK', 'U.K.', 'Britain', 'America', 'United States')}
