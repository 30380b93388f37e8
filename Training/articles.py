"""Write the annotated articles as JSON Lines with title and date, for `chancery candidates`:
python articles.py --data DATA --out FOLDER  makes FOLDER/train.jsonl and FOLDER/dev.jsonl (those for calibration and
gold/articles; those that CI measures on are in neither)."""
import argparse
import json
import os

import corpora


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True)
    p.add_argument('--out', required=True)
    o = p.parse_args()
    os.makedirs(o.out, exist_ok=True)
    parts = {'train': [], 'dev': []}
    for path in corpora.annotated(o.data):
        gold = json.load(open(path, encoding='utf-8'))
        part = 'dev' if '/gold/articles/' in path or gold['id'] in corpora.CALIBRATION else 'train'
        if gold['id'] in corpora.KEPT_BACK - corpora.CALIBRATION:
            continue
        text = open(path[:-5] + '.txt', encoding='utf-8', newline='').read()
        parts[part].append({'id': gold['id'], 'text': text, **{k: gold[k] for k in ('title', 'published') if gold.get(k)}})
    for name, articles in parts.items():
        with open(f'{o.out}/{name}.jsonl', 'w', encoding='utf-8') as f:
            for article in articles:
                f.write(json.dumps(article, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
