"""Turn a training run into what the package carries.

  python export.py --run runs/one --encoder MODEL_FOLDER [--out ../Sources/Language/Resources]
  python export.py --run runs/two --encoder MODEL_FOLDER --blend ../Sources/Language/Resources --share 0.3 --data DATA --cast CAST

Writes chancery.safetensors (matrices in 8 bits with a scale a row, the rest in 32 bits), manifest.json and
vocabulary.txt; lemmas.tsv beside them is lexicon.py's. With --blend the mean of the run's weights and of a folder's from which the
run went on: what either does better is mostly kept. It is scored anew."""
import argparse
import datetime
import hashlib
import json
import os
import shutil

import numpy as np
import torch
from safetensors.numpy import load_file, save_file

import text
from network import Network

FORMAT, VERSION = 'chancery-encoder', 1
NAME = 'chancery-en'


def quantise(value):
    """Rows (along the last dimension) in 8 bits, and their scales."""
    scale = (value.abs().amax(-1) / 127).clamp(min=1e-12)
    return (value / scale[..., None]).round().clamp(-127, 127).to(torch.int8), scale


def tensors(state):
    """The tensors of the file by name."""
    stored = {}
    for name, value in state.items():
        value = value.float()
        if value.dim() > 1:
            whole, scale = quantise(value)
            stored[name], stored[name + '.scale'] = whole.numpy(), scale.numpy()
        else:
            stored[name] = value.contiguous().numpy()
    return stored


def restore(folder, net):
    """Fills `net` with the weights in `folder`, whose labels may be others: rows of labels that both know are kept."""
    stored = load_file(os.path.join(folder, 'chancery.safetensors'))
    known = json.load(open(os.path.join(folder, 'manifest.json'), encoding='utf-8'))['labels']
    rows = {'rel': 'deprel'} | {f'{head}.{kind}': head for head in known for kind in ('weight', 'bias')}
    state = net.state_dict()
    for name, value in stored.items():
        if name.endswith('.scale'):
            continue
        value = torch.from_numpy(value).float()
        if name + '.scale' in stored:
            value = value * torch.from_numpy(stored[name + '.scale'])[..., None]
        if name in rows:
            before = {label: i for i, label in enumerate(known[rows[name]])}
            both = [(i, before[label]) for i, label in enumerate(net.labels[rows[name]]) if label in before]
            state[name][[i for i, _ in both]] = value[[i for _, i in both]]
        else:
            state[name][:len(value)].copy_(value)  # of a head that has grown, what there was


def sizes(net):
    e = net.encoder
    return {'width': e.norm.weight.shape[0], 'heads': e.layers[0].heads, 'inner': e.layers[0].up.weight.shape[0], 'layers': len(e.layers),
            'vocabulary': e.piece.weight.shape[0], 'positions': e.position.weight.shape[0], 'shapes': len(text.SHAPES), 'gaps': len(text.GAPS),
            'arc': net.arc.shape[1], 'relation': net.rel.shape[1] - 1, 'event': net.event.weight.shape[1],
            'attribution': net.attribution.weight.shape[1], 'link': net.link.shape[1], 'party': net.party.shape[1] - 1,
            'wordPieces': text.MAX_PIECES}


def last_scores(run):
    path = os.path.join(run, 'scores.jsonl')
    if not os.path.exists(path):
        return {}
    return json.loads(open(path, encoding='utf-8').read().splitlines()[-1])


def export(state, labels, scores, vocabulary, out):
    """Writes the three files."""
    os.makedirs(out, exist_ok=True)
    stored = tensors(state)
    weights = os.path.join(out, 'chancery.safetensors')
    save_file({k: np.ascontiguousarray(v) for k, v in sorted(stored.items())}, weights + '.new')
    os.chmod(weights + '.new', 0o644)
    os.replace(weights + '.new', weights)
    digest = hashlib.sha256(open(weights, 'rb').read()).hexdigest()
    net = Network(labels)
    manifest = {'format': FORMAT, 'version': VERSION, 'name': NAME, 'date': datetime.date.today().isoformat(),
                'licence': 'Apache-2.0', 'encoder': 'sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)',
                'sha256': digest, 'bytes': os.path.getsize(weights), 'sizes': sizes(net),
                'labels': labels, 'shapes': text.SHAPES, 'gaps': text.GAPS, 'scores': scores}
    with open(os.path.join(out, 'manifest.json'), 'w', encoding='utf-8') as f:
        json.dump(manifest, f, ensure_ascii=False, indent=1)
        f.write('\n')
    shutil.copyfile(vocabulary, os.path.join(out, 'vocabulary.txt'))
    print(f"{weights}: {manifest['bytes'] / 1e6:.1f} MB, sha256 {digest}")


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--run', required=True, help='folder that holds averaged.pt and scores.jsonl')
    p.add_argument('--encoder', required=True, help='unpacked all-MiniLM-L6-v2, for its vocab.txt')
    p.add_argument('--blend', help='folder of weights to mix in')
    p.add_argument('--share', type=float, default=0.3, help='their share')
    p.add_argument('--data', help='folder that holds the dev sets, to score what is mixed')
    p.add_argument('--cast', help="readings of the articles with events, likewise (train.py's)")
    p.add_argument('--out', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Sources', 'Language', 'Resources'))
    o = p.parse_args()
    saved = torch.load(os.path.join(o.run, 'averaged.pt'))
    vocabulary = os.path.join(o.encoder, 'vocab.txt')
    state, scores = saved['net'], last_scores(o.run)
    if o.blend:
        from evaluate import evaluate
        from windows import Encoding
        before = Network(saved['labels'])
        before.load_state_dict(state)
        restore(o.blend, before)
        state = {k: v.lerp(before.state_dict()[k], o.share) for k, v in state.items()}
        before.load_state_dict(state)
        scores = {'blend': o.share, **evaluate(before, Encoding(text.WordPieces(vocabulary), saved['labels']), o.data, o.cast)}
    export(state, saved['labels'], scores, vocabulary, o.out)


if __name__ == '__main__':
    main()
