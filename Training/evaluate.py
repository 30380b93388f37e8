"""Scores of the network alone on the dev sets, with simple decoding: what a training run is steered by. What the program
makes of the same weights is measured with the scorers, through `chancery`."""
import collections

import torch

import corpora
import text
from windows import batches, collate, cut, parties


def spans(tags):
    """{(start, end, label)} of BIO tags."""
    out, start = set(), None
    for i, t in enumerate(list(tags) + ['O']):
        if start is not None and (t == 'O' or t[0] == 'B' or t[2:] != tags[start][2:]):
            out.add((start, i, tags[start][2:]))
            start = None
        if start is None and t != 'O':
            start = i
    return out


def f1(right, system, gold):
    return round(200 * right / max(1, system + gold), 2)


def syntax(net, encoding, path, limit):
    c = collections.Counter()
    items = [encoding.window(d, a, s) for d in corpora.conllu(path) for a, s in cut(d, lambda: limit)]
    scripts = net.labels['lemma']
    forms = {}
    for d in corpora.conllu(path):
        for a, s in cut(d, lambda: limit):
            forms[len(forms)] = [w for x in s for w in x]
    for k, item in enumerate(items):
        item['gold'] = forms[k]
    for chunk in batches([i for i in items if len(i['pieces']) <= 510], 4000, False):
        b = collate(chunk)
        w = net.words(b)
        heads = net.arcs(w, b['sentence']).argmax(-1)
        chosen = b['head'] >= 0
        at = torch.gather(w, 1, heads.unsqueeze(-1).expand(-1, -1, w.shape[-1]))
        right = heads[chosen] == b['head'][chosen]
        c['words'] += int(chosen.sum())
        c['UAS'] += int(right.sum())
        c['LAS*'] += int((right & (net.relations(w[chosen], at[chosen]).argmax(-1) == b['deprel'][chosen])).sum())
        for key in ('upos', 'feats'):
            c[key] += int((getattr(net, key)(w[chosen]).argmax(-1) == b[key][chosen]).sum())
        split = net.split(w).argmax(-1)
        c['split right'] += int(((split == 1) & (b['split'] == 1)).sum())
        c['split system'] += int(((split == 1) & chosen).sum())
        c['split gold'] += int((b['split'] == 1).sum())
        lemma = net.lemma(w).argmax(-1)
        for k, item in enumerate(chunk):
            for j, word in enumerate(item['gold']):
                c['lemma'] += text.apply_script(word['form'], scripts[int(lemma[k, j + 1])]) == word['lemma'] or word['lemma'] == '_'
    out = {key: round(100 * c[key] / c['words'], 2) for key in ('UAS', 'LAS*', 'upos', 'feats', 'lemma')}
    out['starts'] = f1(c['split right'], c['split system'], c['split gold'])
    return out


def names(net, encoding, path):
    c = collections.Counter()
    items = []
    for s in corpora.universal_ner(path):
        item = encoding.window({'split': False}, 0, [s])
        item['gold'] = [w['ner'] for w in s]
        items.append(item)
    for chunk in batches(items, 4000, False):
        best = net.ner(net.words(collate(chunk))).argmax(-1)
        for k, item in enumerate(chunk):
            mine = spans([net.labels['ner'][x] for x in best[k, 1:len(item['gold']) + 1].tolist()])
            gold = spans(item['gold'])
            c['right'] += len(mine & gold)
            c['system'] += len(mine)
            c['gold'] += len(gold)
    return f1(c['right'], c['system'], c['gold'])


def events(net, encoding, data, cast):
    """Event F1 by overlap of triggers, and of the matched the share with the right mode, with all auxiliaries right, of their
    sides that with the right codes among those that the window names; of words that tell of parties the share linked to the right state."""
    c = collections.Counter()
    documents = corpora.plover(f'{data}/gold/articles', corpora.annotate_sentences(data))
    corpora.add_cast(documents, cast)
    for d in documents:
        for start, sentences in cut(d, lambda: 120):
            item = encoding.window(d, start, sentences)
            b = collate([item])
            w = net.words(b)
            h = net.event_in(w)[0]
            n = len(item['sentence'])
            mine = sorted(spans([net.labels['event'][x] for x in net.event(h).argmax(-1)[1:n + 1].tolist()]))
            gold = sorted(spans([net.labels['event'][x] for x in item['event']]))
            facts = dict(item['facts'])
            if b['kin']:
                scores = net.kinship(w, torch.zeros(len(b['kin']), dtype=torch.long), torch.tensor([at for _, at, _ in b['kin']]))
                linked = scores.masked_fill(~b['states'][:, 0], -1e4).argmax(-1)
                c['kin'] += len(linked)
                c['kin right'] += int(b['states'][:, 1].gather(1, linked[:, None]).sum())
            c['system'] += len(mine)
            c['gold'] += len(gold)
            for a, z, label in gold:
                hit = next((m for m in mine if m[2] == label and m[0] < z and a < m[1]), None)
                hit = hit or next((m for m in mine if m[2] == label and item['sentence'][m[0]] == item['sentence'][a]), None)
                if hit is None:
                    continue
                mine.remove(hit)
                c['right'] += 1
                at = hit[0] + 1
                fact = facts[a + 1]
                allowed = [i for i, m in enumerate(net.labels['mode']) if m.startswith(label + '/')]
                c['mode'] += net.labels['mode'][allowed[int(net.mode(h[at])[allowed].argmax())]] == fact['mode']
                auxiliary = (net.auxiliary(h[at]) > 0).tolist()
                c['auxiliary'] += auxiliary[:4] == [x > 0 for x in fact['auxiliary'][:4]]
                word, code, _, _, wanted = parties([item], [(0, at, fact)])
                scores = net.parties(w, torch.tensor([0]), torch.tensor([at]))[0, :, word[0]]
                best = torch.full(wanted[0].shape, -1e4).scatter_reduce(1, code.expand(2, -1), scores, 'amax')
                c['sides'] += 2
                c['side'] += int(((best > 0) == wanted[0]).all(1).sum())
    return {'F1': f1(c['right'], c['system'], c['gold']), 'precision': round(100 * c['right'] / max(1, c['system']), 1),
            'recall': round(100 * c['right'] / c['gold'], 1), 'mode': round(100 * c['mode'] / max(1, c['right']), 1),
            'auxiliary': round(100 * c['auxiliary'] / max(1, c['right']), 1), 'sides': round(100 * c['side'] / max(1, c['sides']), 1),
            'kin': round(100 * c['kin right'] / max(1, c['kin']), 1)}


def attribution(net, encoding, data):
    """F1 of the tokens of each role, and the share of source and content words linked to their cue's first word."""
    c = collections.Counter()
    for d in corpora.polnear(f'{data}/data/polnear/dev', corpora.annotate_sentences(data)):
        for start, sentences in cut(d, lambda: 150):
            item = encoding.window(d, start, sentences)
            if len(item['pieces']) > 510:
                continue
            b = collate([item])
            w = net.words(b)
            n = len(item['sentence'])
            best = net.attribution(net.attribution_in(w)).view(1, -1, 3, 3).argmax(-1)[0, 1:n + 1]
            gold = b['attribution'][0, 1:n + 1]
            for r, role in enumerate(corpora.ROLES):
                c[role, 'right'] += int(((best[:, r] > 0) & (gold[:, r] > 0)).sum())
                c[role, 'system'] += int((best[:, r] > 0).sum())
                c[role, 'gold'] += int((gold[:, r] > 0).sum())
            links = net.links(w, b['sentence'] > 0).argmax(-1)
            chosen = b['anchor'] >= 0
            c['links'] += int(chosen.sum())
            c['linked'] += int((links == b['anchor'])[chosen].sum())
    out = {role.lower(): f1(c[role, 'right'], c[role, 'system'], c[role, 'gold']) for role in corpora.ROLES}
    out['link'] = round(100 * c['linked'] / max(1, c['links']), 1)
    return out


@torch.no_grad()
def evaluate(net, encoding, data, cast):
    net.eval()
    return {'ewt-dev, single sentences': syntax(net, encoding, f'{data}/data/ud/ewt-dev.conllu', 1),
            'ewt-dev, windows of 120': syntax(net, encoding, f'{data}/data/ud/ewt-dev.conllu', 120),
            'gum-dev, windows of 120': syntax(net, encoding, f'{data}/data/ud/gum-dev.conllu', 120),
            'names, uner-ewt-dev': names(net, encoding, f'{data}/data/ner/uner-ewt-dev.iob2'),
            'events, articles': events(net, encoding, data, cast),
            'attribution, polnear-dev': attribution(net, encoding, data)}
