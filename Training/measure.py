"""Score what the program makes of the dev sets, with the scorers in DATA/score:

  python measure.py --data DATA [--chancery ../.build/release/chancery]
  python measure.py --data DATA --trade | tee trade.txt   # the same in 32 bits, in 8, and in 8 as AVX2 alone computes it

With --trade also: of our articles, how much is decided alike in 8 bits and in 32."""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import corpora


class Measure:
    def __init__(self, data, chancery, folder):
        self.data, self.chancery, self.folder = data, chancery, folder

    def run(self, *arguments, isa=None):
        """What `chancery` prints, in a file."""
        out = tempfile.NamedTemporaryFile(dir=self.folder, delete=False, suffix='.out')
        environment = dict(os.environ) | ({'DNNL_MAX_CPU_ISA': isa} if isa else {})
        subprocess.run([self.chancery, *arguments], stdout=out, check=True, env=environment)
        return out.name

    def score(self, scorer, *arguments):
        """{first word of a line: {measure: value}} of what a scorer prints."""
        text = subprocess.run([sys.executable, f'{self.data}/score/{scorer}.py', *arguments], capture_output=True, text=True, check=True).stdout
        out = {}
        for line in text.splitlines():
            name, _, rest = line.partition(' ')
            out[name] = {k: float(v) for k, v in re.findall(r'(\S+)\s+([\d.]+)(?=\s|$)', line if re.match(r'words', line) else rest)}
        return out

    def articles(self, folder, kind):
        path = os.path.join(self.folder, f'{kind}.jsonl')
        with open(path, 'w', encoding='utf-8') as f:
            for file in sorted(glob.glob(f'{folder}/*.txt')):
                item = {'id': os.path.basename(file)[:-4], 'text': open(file, encoding='utf-8', newline='').read()}
                if os.path.exists(file[:-4] + '.json'):
                    gold = json.load(open(file[:-4] + '.json', encoding='utf-8'))
                    item |= {k: gold[k] for k in ('title', 'published') if gold.get(k)}
                f.write(json.dumps(item, ensure_ascii=False) + '\n')
        return path

    def scores(self, precision, isa=None):
        """[(what, score)]"""
        read = ['read', '--format', 'jsonl', '--precision', precision]
        parse = ['parse', '--precision', precision]
        d, out = self.data, []
        for corpus in ('ewt', 'gum'):
            gold = f'{d}/data/ud/{corpus}-dev.conllu'
            parsed = self.run(*parse, '--input', 'conllu', gold, isa=isa)
            found = self.score('conllu', gold, parsed)['words']
            out += [(f'{corpus.upper()} dev, given words: {k}', found[k]) for k in ('UPOS', 'UFeats', 'Lemmas', 'UAS', 'LAS*')]
            if corpus == 'ewt':
                out.append(('UNER EWT dev: names, F1', self.score('ner', f'{d}/data/ner/uner-ewt-dev.iob2', parsed)['all']['F1']))
            raw = os.path.join(self.folder, f'{corpus}.txt')
            with open(raw, 'w', encoding='utf-8') as f:
                subprocess.run([sys.executable, f'{d}/score/raw_text.py', gold], stdout=f, check=True)
            found = self.score('conllu', gold, self.run(*parse, raw, isa=isa))['words']
            out += [(f'{corpus.upper()} dev, raw text: {k}', found[k]) for k in ('words', 'sentences', 'LAS')]
        found = self.score('attribution', f'{d}/data/polnear/dev', self.run(*read, self.articles(f'{d}/data/polnear/dev/text', 'polnear'), isa=isa))
        out += [(f'PolNeAR dev: {k}, F1', found[k]['F1']) for k in ('source', 'cue', 'content', 'statement', 'statement+source')]
        gold = f'{d}/gold/articles'
        texts = self.articles(gold, 'gold')
        found = self.score('events', gold, self.run(*read, texts, isa=isa))
        out += [(f'gold articles: {k}, F1', found[k]['F1']) for k in ('event', 'dyad', 'modality', 'hearsay')]
        found = self.score('events', gold, self.run(*read, '--coding', 'head', texts, isa=isa))
        out.append(('gold articles, --coding head: event, F1', found['event']['F1']))
        return out

    def readings(self, precision, isa=None):
        """For each of our articles the set of what was decided: words with their trees and names, and events."""
        texts = self.articles(corpora.ARTICLES, 'ours')
        events, words = {}, {}
        for line in open(self.run('read', '--format', 'jsonl', '--precision', precision, texts, isa=isa), encoding='utf-8'):
            reading = json.loads(line)
            events[reading['article']['id']] = {
                (e['event'], *e['mode'], *e['auxiliary'], e['text_info']['start'], *(a.get('code') for a in e['actor']), None,
                 *(a.get('code') for a in e['recipient'])) for e in reading['events']}
        name = ''
        for line in open(self.run('parse', '--precision', precision, texts, isa=isa), encoding='utf-8'):
            if line.startswith('# newdoc'):
                name = line.split('=')[1].strip()
                words[name] = []
            elif line[0].isdigit():
                words[name].append(line)
        return events, words

    def same(self, one, other):
        """Per cent of events, of words and of whole articles that two arithmetics decide alike."""
        (events, words), (events_, words_) = one, other
        both = sum(len(events[k] & events_[k]) for k in events)
        alike = sum(a == b for k in words for a, b in zip(words[k], words_[k]))
        whole = sum(events[k] == events_[k] and words[k] == words_[k] for k in words)
        return (200 * both / sum(len(events[k]) + len(events_[k]) for k in events), 100 * alike / sum(map(len, words.values())),
                100 * sum(events[k] == events_[k] for k in events) / len(events), 100 * whole / len(words))


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--data', required=True)
    p.add_argument('--chancery', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), '../.build/release/chancery'))
    p.add_argument('--trade', action='store_true')
    o = p.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure = Measure(o.data, o.chancery, folder)
        if not o.trade:
            for what, score in measure.scores('int8'):
                print(f'{what:45} {score:6.2f}')
            return
        kinds = [('float32', None), ('int8', None), ('int8', 'AVX2')]
        print(f"{'':45} {'32 bits':>8} {'8 bits':>8} {'':>7} {'8, AVX2':>8}")
        for (what, a), (_, b), (_, c) in zip(*(measure.scores(*k) for k in kinds)):
            print(f'{what:45} {a:8.2f} {b:8.2f} {b - a:+7.2f} {c:8.2f} {c - a:+7.2f}')
        first, *others = (measure.readings(*k) for k in kinds)
        names = ('events decided alike', 'words tagged, parsed and named alike', 'articles with the same events', 'articles with all the same')
        for what, a, b in zip(names, *(measure.same(first, other) for other in others)):
            print(f"{f'of {len(first[0])} articles, per cent of ' + what:62} {a:.2f}, {b:.2f}")


if __name__ == '__main__':
    main()
