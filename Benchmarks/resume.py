#!/usr/bin/env python3
"""Whether an archive comes out the same when taking in is killed: resume.py [ARTICLES] [--keep FOLDER]

Generates articles of invented news (5,000 without a number), takes them in once undisturbed and once killed (SIGKILL)
twice in the middle and started again, and compares what the two archives hold, table by table. Exits with 1 where they
differ. Needs the command built: .build/release/chancery.
"""
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
COMMAND = os.path.join(ROOT, '.build', 'release', 'chancery')
STATES = ['France', 'Germany', 'Japan', 'Brazil', 'Kenya', 'India', 'Turkey', 'Egypt', 'Poland', 'Chile', 'Norway', 'Vietnam']
ACTS = ['accused {b} of breaking the truce', 'imposed sanctions on {b}', 'signed a trade agreement with {b}',
        'condemned {b} over the raid', 'will host talks with {b} next week', 'denied that it had shelled {b}',
        'sent 300 troops to the border with {b}', 'released 12 prisoners to {b}', 'threatened to cut gas to {b}']
VOICES = ['The foreign ministry said on Monday that {a} {act}.', '{a} {act}, officials said.', '{a} {act} on Tuesday.']


def article(number, chance):
    a, b = chance.sample(STATES, 2)
    sentences = [chance.choice(VOICES).format(a=a, act=chance.choice(ACTS).format(b=b)) for _ in range(3)]
    day = f'20{10 + number % 12:02}-{1 + number // 12 % 12:02}-{1 + number // 144 % 28:02}'
    return {'id': f'n{number}', 'text': ' '.join(sentences), 'published': day, 'publisher': f'paper{number % 7}.example'}


def lines(path):
    """What an archive holds, without the numbers that it gives by itself."""
    database = sqlite3.connect(path)
    for table, sql in {
        'articles': 'SELECT id, url, title, publisher, published, words, digest FROM articles ORDER BY id',
        'texts': 'SELECT id, text FROM texts JOIN articles ON number = article ORDER BY id',
        'readings': 'SELECT id, json FROM readings JOIN articles ON number = article ORDER BY id',
        'failures': 'SELECT source, line, reason FROM failures ORDER BY source, line',
        'events': 'SELECT a.id, e.id, e.category, e.cameo, e.day, e.trigger, e.start, h.id, e.is_report FROM events e '
                  'JOIN articles a ON a.number = e.article LEFT JOIN happenings h ON h.number = e.happening ORDER BY 1, 2',
        'parties': 'SELECT a.id, e.id, p.role, p.position, c.id, c.sectors, p.start FROM parties p JOIN events e ON '
                   'e.number = p.event JOIN articles a ON a.number = e.article JOIN actors c ON c.number = p.actor '
                   'ORDER BY 1, 2, 3, 4',
        'statements': 'SELECT a.id, s.id, s.speaker, s.content FROM statements s JOIN articles a ON a.number = s.article '
                      'ORDER BY 1, 2',
        'happenings': 'SELECT id, category, day, reports, mentions, sources, claimed, denied FROM happenings ORDER BY id',
        'words': "SELECT count(*) FROM words WHERE words MATCH 'sanctions'",
    }.items():
        for row in database.execute(sql):
            yield table, row


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 5000
    folder = sys.argv[sys.argv.index('--keep') + 1] if '--keep' in sys.argv else tempfile.mkdtemp()
    chance = random.Random(7)
    news = os.path.join(folder, 'news.jsonl')
    with open(news, 'w', encoding='utf-8') as file:
        for number in range(count):
            file.write(json.dumps(article(number, chance)) + '\n' if number % 97 else '{"id": "broken"\n')
    whole, broken = (os.path.join(folder, name + '.sqlite') for name in ('whole', 'broken'))

    def take(archive):
        return subprocess.Popen([COMMAND, 'ingest', news, '--archive', archive], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    began = time.time()
    take(whole).wait()
    spent = time.time() - began
    print(f'{count} articles in {spent:.1f} s, undisturbed')
    for share in (0.3, 0.3):
        process = take(broken)
        time.sleep(max(1.0, share * spent))
        process.kill()
        process.wait()
        held = sqlite3.connect(broken).execute('SELECT count(*) FROM articles').fetchone()[0]
        print(f'killed; {held} articles are there')
    take(broken).wait()
    a, b = list(lines(whole)), list(lines(broken))
    differ = next((pair for pair in zip(a, b) if pair[0] != pair[1]), None)
    if differ or len(a) != len(b):
        print('the archives differ:', differ or (len(a), len(b)))
        sys.exit(1)
    print(f'the archives hold the same {len(a)} rows')


if __name__ == '__main__':
    main()
