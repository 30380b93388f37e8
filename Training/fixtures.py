"""Scores of PyTorch for fixed sentences, with the weights that the package carries, for Swift's test to compare with.

  python fixtures.py [--model ../Sources/Language/Resources] [--out ../Tests/LanguageTests/Fixtures/scores.json]"""
import argparse
import json
import os

import torch
from safetensors.torch import load_file

import text
from network import Network
from windows import Encoding, collate

HERE = os.path.dirname(os.path.abspath(__file__))
# Windows of sentences; a word is written with what stands before it: nothing, _ (a space), | (a line), ¶ (a paragraph).
WINDOWS = [
    ['¶Beijing _denied _on _Monday _that _it _had _sent _troops _to _the _border .',
     '_“ We _do n’t _want _war , ” _Foreign _Minister _Wang _Yi _told _reporters _in _Genève .'],
    ['¶IRAN _AND _THE _E.U. _SIGN _A _DEAL', '|The _U.S. _imposed _new _sanctions _on _17 _firms , _including _Rosneft - 5 .'],
    ['¶Yes .'],
]


def document(sentences):
    out = []
    for sentence in sentences:
        words = []
        for word in sentence.split(' '):
            mark = '_|¶'.find(word[0]) + 1
            words.append({'form': word[1:] if mark else word, 'gap': mark})
        out.append(words)
    return {'sentences': out, 'split': False}


def weights(path):
    stored = load_file(path)
    return {name: value.float() * stored[name + '.scale'][..., None] if name + '.scale' in stored else value
            for name, value in stored.items() if not name.endswith('.scale')}


def rounded(x):
    return [round(v, 5) for v in x.reshape(-1).tolist()]


@torch.no_grad()
def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--model', default=os.path.join(HERE, '..', 'Sources', 'Language', 'Resources'))
    p.add_argument('--out', default=os.path.join(HERE, '..', 'Tests', 'LanguageTests', 'Fixtures', 'scores.json'))
    o = p.parse_args()
    manifest = json.load(open(os.path.join(o.model, 'manifest.json'), encoding='utf-8'))
    net = Network(manifest['labels']).eval()
    net.load_state_dict(weights(os.path.join(o.model, 'chancery.safetensors')))
    encoding = Encoding(text.WordPieces(os.path.join(o.model, 'vocabulary.txt')), manifest['labels'])
    out = []
    for sentences in WINDOWS:
        d = document(sentences)
        item = encoding.window(d, 0, d['sentences'])
        b = collate([item])
        n = len(item['sentence'])  # without the rows that fill a batch up
        w, sentence = net.words(b)[:, :n + 1], b['sentence'][:, :n + 1]
        flat = w[0, 1:]
        arcs = net.arcs(w, sentence)[0, 1:]
        heads = arcs.argmax(-1)
        h = net.event_in(flat)
        links = net.links(w, sentence > 0)[0, 1:, 1:]
        all_words = torch.zeros(n, dtype=torch.long), torch.arange(1, n + 1)
        parties = net.parties(w, *all_words)[:, :, 1:]
        out.append({
            'words': [[word['form'], word['gap']] for s in d['sentences'] for word in s], 'sentences': [len(s) for s in d['sentences']],
            'pieces': item['pieces'],
            'upos': rounded(net.upos(flat)), 'feats': net.feats(flat).argmax(-1).tolist(), 'lemma': net.lemma(flat).argmax(-1).tolist(),
            'ner': rounded(net.ner(flat)), 'split': rounded(net.split(flat)),
            'arcs': rounded(arcs.clamp(min=-1e6)), 'heads': heads.tolist(),
            'relations': rounded(net.relations(flat, w[0][heads])), 'event': rounded(net.event(h)), 'mode': net.mode(h).argmax(-1).tolist(),
            'auxiliary': rounded(net.auxiliary(h)), 'attribution': rounded(net.attribution(net.attribution_in(flat))),
            'links': rounded(links), 'actor': rounded(parties[:, 0]), 'recipient': rounded(parties[:, 1]), 'kin': rounded(net.kinship(w, *all_words))})
    os.makedirs(os.path.dirname(o.out), exist_ok=True)
    with open(o.out, 'w', encoding='utf-8') as f:
        json.dump({'sha256': manifest['sha256'], 'windows': out}, f, ensure_ascii=False, separators=(',', ':'))
        f.write('\n')
    print(o.out, os.path.getsize(o.out))


if __name__ == '__main__':
    main()
