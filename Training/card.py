"""Write the model card from the manifest: python card.py [--resources ../Sources/Language/Resources] [--trade trade.txt] [--reliability reliability.txt]

`trade.txt` is what `measure.py --trade` printed, `reliability.txt` what `confidence.py` printed. Nothing in the card is written by hand but what is in this file."""
import argparse
import json
import os

CORPORA = [
    ('UD English EWT, train', 'parts of speech, features, lemmas, dependencies, sentence starts', 'CC BY-SA 4.0'),
    ('UD English GUM, train', 'the same, and names from its entities', 'annotation CC BY 4.0; texts Creative Commons, some non-commercial'),
    ('wikigold (Balasuriya 2009)', 'names', 'CC BY 4.0'),
    ('re3d (DSTL 2017)', 'names', 'Open Government Licence, CC BY by source'),
    ('WNUT17 (Derczynski 2017)', 'names', 'CC BY 4.0'),
    ('PolNeAR (Newell and others 2018), train', 'attribution', "texts belong to their publishers: trained on, not passed on"),
    ('358 articles annotated with PLOVER events for Chancery', 'events, modes, modality, hearsay, denial, parties, kin, names',
     'the 261 written for it (`Training/articles`): Apache-2.0; the others belong to their publishers: trained on, not passed on'),
    ("names marked for Chancery in EWT's training part (`Training/names`)", 'names', 'Apache-2.0'),
]


def rows(prefix, value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from rows(f'{prefix}, {key}' if prefix else key, inner)
    elif prefix != 'epoch':
        yield prefix, value


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    p = argparse.ArgumentParser()
    p.add_argument('--resources', default=os.path.join(here, '../Sources/Language/Resources'))
    p.add_argument('--trade')
    p.add_argument('--reliability')
    o = p.parse_args()
    m = json.load(open(f'{o.resources}/manifest.json', encoding='utf-8'))
    card = [f"# {m['name']}, {m['date']}", '',
            f"The encoder of Chancery: {m['sizes']['layers']} layers of {m['sizes']['width']}, {m['sizes']['vocabulary']} word pieces, "
            f"fine-tuned from {m['encoder']} for all tasks of `Language` at once. Format {m['version']}; {m['bytes']:,} bytes; SHA-256 "
            f"`{m['sha256']}`. Weights: {m['licence']}. Written by `Training/card.py` from the manifest.", '',
            '## What it is for', '',
            'English news text, in the program that carries it: sentence starts, parts of speech, features, lemmas, dependencies, names, '
            'attribution, and acts of PLOVER categories with their modality and parties.', '',
            '## Trained on', '', '| corpus | for | licence |', '| --- | --- | --- |',
            *(f'| {a} | {b} | {c} |' for a, b, c in CORPORA), '',
            'The recipe stands in `Training/README.md`. Twenty-three annotated articles are kept out of training (`corpora.KEPT_BACK`).', '',
            '## Scores', '',
            'Of the network alone, in 32 bits, with simple decoding (`Training/evaluate.py`, last epoch; F1 or per cent). GUM is '
            'scored against its own conventions of features and lemmas, though trained with EWT\'s.', '', '| set, measure | score |', '| --- | --- |',
            *(f'| {a} | {b} |' for a, b in rows('', m['scores'])), '']
    if o.trade:
        card += ['## What the program makes of it, and what 8 bits cost', '',
                 'Weights ship in 8 bits with a scale a row; products are computed in 8 bits too, or with `--precision float32` in 32. The '
                 'dev sets through `chancery` (`measure.py --trade`):', '', '```',
                 *(line.rstrip() for line in open(o.trade, encoding='utf-8')), '```', '']
    if o.reliability:
        card += ['## How far its confidence can be trusted', '',
                 'Of every act that rules or event head see in 27 articles that training has not seen, by the confidence that both together '
                 'give it (`Training/confidence.py`, fitted on the same articles: five numbers):', '', '```',
                 *(line.strip() for line in open(o.reliability, encoding='utf-8') if line.startswith('  confidence')), '```', '']
    card += ['## Limits', '',
             '- English alone. Verse, transcripts, tables and chat go worse than news.',
             '- Acts rare in training (concessions, retreats, aid) are found less surely; what an article leaves unsaid, not at all.',
             '- Its probabilities are those of a small set of annotators; two of them agree on 87 to 91 of 100 acts.',
             '- It has seen news of 2000 to 2024 above all, and the states that were in it.', '']
    open(f'{o.resources}/MODEL_CARD.md', 'w', encoding='utf-8').write('\n'.join(card))


if __name__ == '__main__':
    main()
