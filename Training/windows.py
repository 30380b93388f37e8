"""Documents cut into windows of consecutive sentences, encoded, and gathered into batches."""
import itertools
import random

import torch

import text
from corpora import ROLES

BIO = {'O': 0, 'B': 1, 'I': 2}
MAX_LENGTH = 400  # word pieces of a training window


def cut(document, limit):
    """Windows [(index of first word, sentences)] of consecutive sentences, up to `limit()` words each."""
    windows, current, n, at, most = [], [], 0, 0, limit()
    start = 0
    for s in document['sentences']:
        if current and n + len(s) > most:
            windows.append((start, current))
            start, current, n, most = at, [], 0, limit()
        current.append(s)
        n += len(s)
        at += len(s)
    if current:
        windows.append((start, current))
    return windows


class Encoding:
    def __init__(self, pieces, labels):
        self.pieces = pieces
        self.index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}

    def window(self, document, start, sentences, case=None):
        """One item; `case` (str.upper or str.lower) tells the words in other letters, as headlines do."""
        p = self.pieces
        item = {'pieces': [p.first], 'shapes': [-1], 'gaps': [-1], 'owner': [0], 'sentence': [], 'count': [1], 'start': start}
        columns = {k: [] for k in ('upos', 'feats', 'lemma', 'head', 'deprel', 'ner', 'split')}
        base = 0
        for k, s in enumerate(sentences):
            for j, w in enumerate(s):
                form = case(w['form']) if case else w['form']
                ids = p(form)
                shape = text.shape(form)
                number = len(item['sentence']) + 1
                item['pieces'] += ids
                item['shapes'] += [shape] * len(ids)
                item['gaps'] += [w['gap']] * len(ids)
                item['owner'] += [number] * len(ids)
                item['count'].append(len(ids))
                item['sentence'].append(k + 1)
                columns['upos'].append(self.label('upos', w))
                columns['feats'].append(self.label('feats', w))
                script = text.lemma_script(w['form'], w['lemma']) if 'lemma' in w and not case else None
                columns['lemma'].append(self.index['lemma'].get(script, -1))
                columns['head'].append(-1 if 'head' not in w else 0 if w['head'] == 0 else base + w['head'])
                columns['deprel'].append(self.label('deprel', w))
                columns['ner'].append(self.label('ner', w))
                columns['split'].append(int(j == 0) if document['split'] else -1)
            base += len(s)
        item['pieces'].append(p.last)
        for key in ('shapes', 'gaps', 'owner'):
            item[key].append(-1)
        item.update(columns)
        n = len(item['sentence'])
        if 'events' in document:
            tags, facts = document['events']['tags'], document['events']['facts']
            item['event'] = [self.index['event'][t] for t in tags[start:start + n]]
            item['facts'] = [(i - start + 1, facts[i]) for i in range(start, start + n) if i in facts]
            inside = range(start, start + n)
            item['cast'] = [m | {'words': [i - start + 1 for i in m['words']]} for m in document.get('cast', ())
                            if m['words'][0] in inside and m['words'][-1] in inside]
            item['kin'] = [(i - start + 1, code) for i, code in document.get('kin', {}).items() if i in inside]
        if 'attribution' in document:
            a = document['attribution']
            item['attribution'] = [[BIO[a['tags'][r][i]] for r in ROLES] for i in range(start, start + n)]
            item['anchor'] = [a['anchor'][i] - start + 1 if start <= a['anchor'][i] < start + n else -1 for i in range(start, start + n)]
        if 'opinions' in document:
            item['opinions'] = opinions(document['opinions'], start, sentences)
            if case:  # a lemma's script is that of the letters as they stood
                which, chances = item['opinions']['lemma']
                item['opinions']['lemma'] = which, chances * 0
        return item

    def label(self, key, word):
        return self.index[key].get(word[key], -1) if key in word else -1


def parties(items, facts):
    """Who may be and who is a party to each of `facts`: (word, code [items, n], usable [facts, 2, n], known, wanted [facts, 2, codes]).

    Codes are numbered within a window; a code that is a party should be named by some mention of it, of the right sector where
    one is: the others of that code are then not usable, neither asked for nor ruled out. Nor are pronouns in the sentence of an act with
    a party that nothing there names: they may well stand for it."""
    entries, numbers = [], []
    for item in items:
        numbers.append({})
        entries.append([(word, numbers[-1].setdefault(m['code'], len(numbers[-1])), m)
                        for m in item.get('cast', ()) if m['code'] for word in m['words']])
    n, codes = max(1, *map(len, entries)), max(1, *map(len, numbers))
    word, code = torch.zeros(len(items), n, dtype=torch.long), torch.zeros(len(items), n, dtype=torch.long)
    for k, own in enumerate(entries):
        if own:
            word[k, :len(own)] = torch.tensor([e[0] for e in own])
            code[k, :len(own)] = torch.tensor([e[1] for e in own])
    usable = torch.zeros(len(facts), 2, n, dtype=torch.bool)
    known, wanted = (torch.zeros(len(facts), 2, codes, dtype=torch.bool) for _ in range(2))
    for f, (k, _, fact) in enumerate(facts):
        sentence = range(fact['sentence'].start - items[k]['start'] + 1, fact['sentence'].stop - items[k]['start'] + 1)
        for role, gold in enumerate(fact['parties']):
            right = {m['code'] for _, _, m in entries[k] if m['code'] in gold and fits(m, gold)}
            here = {m['code'] for at, _, m in entries[k] if at in sentence}
            unnamed = not gold.keys() <= here

            def use(at, m):
                if m['code'] in gold:
                    return m['code'] not in right or fits(m, gold)
                return not (unnamed and m['form'] == 'pronoun' and at in sentence)
            usable[f, role, :len(entries[k])] = torch.tensor([use(at, m) for at, _, m in entries[k]], dtype=torch.bool)
            for c in gold.keys() & numbers[k].keys():
                wanted[f, role, numbers[k][c]] = True
            for (_, number, _), usable_ in zip(entries[k], usable[f, role].tolist()):
                known[f, role, number] |= usable_
    return word, code, usable, known, wanted


def fits(mention, gold):
    """Whether a mention of one of gold's codes is of a sector that gold gives it."""
    return bool(mention['sectors'] & gold[mention['code']]) or mention['sectors'] == gold[mention['code']]


def states(items, kin, words):
    """For each word that tells of a party: the words it may be linked to, those that name states and bodies, and the window's beginning;
    and those that it should be, of its code, the beginning where none is: [kin, 2, words]."""
    out = torch.zeros(len(kin), 2, words, dtype=torch.bool)
    for f, (k, _, code) in enumerate(kin):
        for m in items[k]['cast']:
            if m['names state']:
                out[f, 0, m['words']] = True
                if m['code'] == code:
                    out[f, 1, m['words']] = True
        out[f, 0, 0] = True
        out[f, 1, 0] = not out[f, 1].any()
    return out


def opinions(taught, start, sentences):
    """A teacher's opinions (teach.py) on one window: {head: (labels [words, k], chances [words, k])}, places counted in it."""
    n = sum(map(len, sentences))
    out = {key: (which[start:start + n].long(), chances[start:start + n].float()) for key, (which, chances) in taught.items()}
    base = torch.tensor([b for b, s in zip(itertools.accumulate([0] + [len(s) for s in sentences]), sentences) for _ in s])
    which, chances = out['arc']
    # Of short sentences the last choices are places outside, without a chance.
    out['arc'] = torch.where((which > 0) & (chances > 0), which + base[:, None], 0), chances
    if 'link' in out:
        which, chances = out['link']
        inside = (which >= start) & (which < start + n)
        out['link'] = torch.where(inside, which - start + 1, 0), chances * inside
    return out


def batches(items, size, shuffle=True):
    """Items of like length together, `size` word pieces a batch with its padding."""
    order = sorted(range(len(items)), key=lambda i: -len(items[i]['pieces']) + (random.random() * 8 if shuffle else 0))
    out = []
    while order:
        longest = max(len(items[i]['pieces']) for i in order[:1] + order[:size // len(items[order[0]]['pieces'])])
        n = max(1, size // rounded(longest))
        out.append([items[i] for i in order[:n]])
        order = order[n:]
    if shuffle:
        random.shuffle(out)
    return out


def rounded(n):
    """Batches come in few shapes: for every new one, the CPU's products are compiled anew (20 ms each)."""
    return -(-n // 16) * 16


def collate(items):
    n, length = len(items), rounded(max(len(i['pieces']) for i in items))
    words = rounded(max(len(i['sentence']) for i in items) + 1)

    def grid(key, width, fill, offset, dtype=torch.long):
        out = torch.full((n, width), fill, dtype=dtype)
        for k, item in enumerate(items):
            if key in item:
                out[k, offset:offset + len(item[key])] = torch.tensor(item[key], dtype=dtype)
        return out
    b = {'words': words, 'pieces': grid('pieces', length, 0, 0), 'shapes': grid('shapes', length, -1, 0), 'gaps': grid('gaps', length, -1, 0),
         'owner': grid('owner', length, -1, 0), 'count': grid('count', words, 0, 0), 'sentence': grid('sentence', words, 0, 1)}
    b['mask'] = torch.zeros(n, length, dtype=torch.bool)
    for k, item in enumerate(items):
        b['mask'][k, :len(item['pieces'])] = True
    for key in ('upos', 'feats', 'lemma', 'head', 'deprel', 'ner', 'split', 'event', 'anchor'):
        b[key] = grid(key, words, -1, 1)
    b['attribution'] = torch.full((n, words, 3), -1)
    for k, item in enumerate(items):
        if 'attribution' in item:
            b['attribution'][k, 1:len(item['attribution']) + 1] = torch.tensor(item['attribution'])
    b['kin'] = [(k, at, code) for k, item in enumerate(items) for at, code in item.get('kin', ())]
    if b['kin']:
        b['states'] = states(items, b['kin'], words)
    b['facts'] = [(k, at, facts) for k, item in enumerate(items) for at, facts in item.get('facts', ())]
    if b['facts']:
        b['parties'] = parties(items, b['facts'])
    taught = [k for k, item in enumerate(items) if 'opinions' in item]
    b['opinions'] = {}
    for key in items[taught[0]]['opinions'] if taught else ():
        which, chances = items[taught[0]]['opinions'][key]
        w, c = torch.zeros(n, words, which.shape[-1], dtype=torch.long), torch.zeros(n, words, which.shape[-1])
        for k in taught:
            which, chances = items[k]['opinions'][key]
            w[k, 1:len(which) + 1] = which
            c[k, 1:len(which) + 1] = chances
        b['opinions'][key] = w, c
    return b
