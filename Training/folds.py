"""How well sentences of news are found that training has not seen, over folds of GUM's news documents in its train part:

  python folds.py --data DATA --encoder MODEL_FOLDER [--folds 2] [--epochs 2]

For each fold an encoder is trained on EWT and GUM without the fold's documents, for syntax and sentence starts alone, and the
program splits their raw text with it. Prints the scores of each fold."""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

import torch

import corpora
import export
import text
from network import Network
from train import BATCH, SIZES, label_sets, learn, optimizer_of
from windows import MAX_LENGTH, Encoding, batches, cut

HERE = os.path.dirname(os.path.abspath(__file__))


def parts(path):
    """[(document's name, its lines)] of a CoNLL-U file."""
    out = []
    for line in open(path, encoding='utf-8'):
        if line.startswith('# newdoc'):
            out.append((line.split('=', 1)[1].strip() if '=' in line else '', []))
        out[-1][1].append(line)
    return out


def train(documents, encoder, vocabulary, labels, epochs):
    encoding = Encoding(vocabulary, labels)
    net = Network(labels)
    net.encoder.load_pretrained(encoder, vocabulary)
    rates = SIZES['small'][1]
    optimizer = optimizer_of(net, rates)
    items = []
    for _ in range(epochs):
        more = [encoding.window(d, start, s) for d in documents for start, s in cut(d, lambda: random.choice([60, 100, 150]))]
        items.append(batches([i for i in more if len(i['pieces']) <= MAX_LENGTH], BATCH))
    total = sum(map(len, items))
    for step, batch in enumerate(b for epoch in items for b in epoch):
        factor = min(1, (step + 1) / 50) * max(0.01, 1 - step / total)
        learn(net, optimizer, {part: rate * factor for part, rate in rates.items()}, batch)
    return net.state_dict()


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--data', required=True)
    p.add_argument('--encoder', required=True)
    p.add_argument('--folds', type=int, default=2)
    p.add_argument('--epochs', type=int, default=2)
    p.add_argument('--threads', type=int, default=2)
    o = p.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(1)
    random.seed(1)
    resources = os.path.join(HERE, '../Sources/Language/Resources')
    vocabulary = text.WordPieces(f'{resources}/vocabulary.txt')
    documents = parts(f'{o.data}/data/ud/gum-train.conllu')
    news = [name for name, _ in documents if 'news' in name]
    shipped = json.load(open(f'{resources}/manifest.json', encoding='utf-8'))['labels']
    for fold in range(o.folds):
        out = set(news[fold::o.folds])
        with tempfile.TemporaryDirectory() as folder:
            for name, keep in (('kept', lambda n: n not in out), ('fold', lambda n: n in out)):
                with open(f'{folder}/{name}.conllu', 'w', encoding='utf-8') as f:
                    f.writelines(line for n, lines in documents if keep(n) for line in lines)
            seen = corpora.conllu(f'{o.data}/data/ud/ewt-train.conllu') + corpora.conllu(f'{folder}/kept.conllu')
            labels = label_sets(seen, []) | {key: shipped[key] for key in ('ner', 'event', 'mode')}
            state = train(seen, o.encoder, vocabulary, labels, o.epochs)
            export.export(state, labels, {}, f'{resources}/vocabulary.txt', f'{folder}/model')
            os.symlink(os.path.abspath(f'{resources}/lemmas.tsv'), f'{folder}/model/lemmas.tsv')
            with open(f'{folder}/raw.txt', 'w', encoding='utf-8') as f:
                subprocess.run([sys.executable, f'{o.data}/score/raw_text.py', f'{folder}/fold.conllu'], stdout=f, check=True)
            with open(f'{folder}/parsed.conllu', 'w', encoding='utf-8') as f:
                subprocess.run([f'{HERE}/../.build/release/chancery', 'parse', '--model', f'{folder}/model', f'{folder}/raw.txt'], stdout=f, check=True)
            found = subprocess.run([sys.executable, f'{o.data}/score/conllu.py', f'{folder}/fold.conllu', f'{folder}/parsed.conllu'],
                                   capture_output=True, text=True, check=True).stdout
            print(f'fold {fold + 1}, {len(out)} documents: {found.strip()}', flush=True)


if __name__ == '__main__':
    main()
