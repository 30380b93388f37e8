"""Write the lexicon of lemmas: python lexicon.py --data DATA [--out ../Sources/Language/Resources]

A line an inflected word of the treebanks' training parts: form in lower case, part of speech, its lemmas, the commonest first
(parted by |). The lemma head chooses among them, and where the form is new, among edits that give a lemma that the lexicon
knows: an edit script alone makes "companie" of "companies"."""
import argparse
import collections
import os

import corpora


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True)
    p.add_argument('--out', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '../Sources/Language/Resources'))
    o = p.parse_args()
    counts = collections.defaultdict(collections.Counter)
    ewt, gum = (corpora.conllu(f'{o.data}/data/ud/{corpus}-train.conllu') for corpus in ('ewt', 'gum'))
    corpora.harmonise(gum, ewt)
    for part in (ewt, gum):
        for document in part:
            for sentence in document['sentences']:
                for w in sentence:
                    if w['upos'] not in ('PROPN', 'PUNCT', 'SYM', 'NUM', 'X') and w['lemma'] != '_' and w['form'].strip() == w['form']:
                        counts[w['form'].lower(), w['upos']][w['lemma']] += 1
    with open(f'{o.out}/lemmas.tsv', 'w', encoding='utf-8') as f:
        for (form, upos), lemmas in sorted(counts.items()):
            f.write(f"{form}\t{upos}\t{'|'.join(x for x, _ in lemmas.most_common())}\n")


if __name__ == '__main__':
    main()
