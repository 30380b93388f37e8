"""Words, word pieces and shapes: the division of text that Sources/Language makes, but for rarities of its tokenizer, so
that training sees what reading will see. Offsets count code points."""
import re
import unicodedata

MAX_PIECES = 12  # of one word; the rest of a longer word (an address, a hash) says nothing more

ABBREVIATIONS = set("""Mr Mrs Ms Dr Prof Gen Sen Rep Reps Sens Gov Lt Col Maj Capt Cmdr Adm Sgt St Jr Sr Rev Hon Pres Amb No vs etc
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Corp Co Ltd Bros Ft Mt Ave Blvd Rd Dept Univ Assn approx est al cf ca""".split())

WORD = re.compile(r"""
    (?:https?://|www\.)[^\s<>"'“”‘’]*[^\s<>"'“”‘’.,;:!?)\]}]   # address of a page
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                              # address of a person
  | (?:[A-Za-z]\.){2,}(?=\W|$)                                # U.S., a.m.
  | [A-Za-z]+(?=n['’]t\b)                                     # do|n't
  | n['’]t\b
  | [Cc]an(?=not\b)                                           # can|not
  | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b
  | \d+(?:[.,:/]\d+)+(?:st|nd|rd|th|s)?
  | \w+(?:['’](?!(?:s|re|ve|ll|d|m|t|S|RE|VE|LL|D|M)\b)\w+)+     # O'Brien
  | \w+
  | \.{2,} | -{2,} | ([!?*=_~])\1+
  | [^\w\s]
""", re.X)


def words(text, start=0, end=None):
    """Spans (start, end) of the words of text[start:end]."""
    end = len(text) if end is None else end
    spans = []
    for m in WORD.finditer(text, start, end):
        a, b = m.span()
        if m.group() == '.' and spans and spans[-1][1] == a and text[spans[-1][0]:a] in ABBREVIATIONS and b < end:
            spans[-1] = (spans[-1][0], b)
        else:
            spans.append((a, b))
    return spans


def is_punctuation(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c).startswith('P')


def is_cjk(c):
    o = ord(c)
    return 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F


class WordPieces:
    """BERT's uncased word pieces, one word at a time."""

    def __init__(self, vocabulary):
        self.pieces = [line.rstrip('\n') for line in open(vocabulary, encoding='utf-8')]
        self.index = {p: i for i, p in enumerate(self.pieces)}
        self.pad, self.unknown = self.index['[PAD]'], self.index['[UNK]']
        self.first, self.last = self.index['[CLS]'], self.index['[SEP]']
        self.cache = {}

    def __call__(self, word):
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = self.cut(word)
        return found

    def cut(self, word):
        plain = ''.join(c for c in unicodedata.normalize('NFD', word.lower()) if unicodedata.category(c) not in ('Mn', 'Cc', 'Cf'))
        parts, part = [], ''
        for c in plain:
            if is_punctuation(c) or is_cjk(c) or c.isspace():
                if part:
                    parts.append(part)
                part = ''
                if not c.isspace():
                    parts.append(c)
            else:
                part += c
        if part:
            parts.append(part)
        out = []
        for part in parts:
            ids, at = [], 0
            while at < len(part):
                end = len(part)
                while end > at and (('##' if at else '') + part[at:end]) not in self.index:
                    end -= 1
                if end == at:
                    ids = [self.unknown]
                    break
                ids.append(self.index[('##' if at else '') + part[at:end]])
                at = end
            out += ids
        return out[:MAX_PIECES] or [self.unknown]


SHAPES = ['other', 'lower', 'initial', 'upper', 'mixed', 'digits', 'digits and letters', 'punctuation']


def shape(word):
    """What an uncased vocabulary cannot see."""
    if all(is_punctuation(c) for c in word):
        return 7
    if any(c.isdigit() for c in word):
        return 6 if any(c.isalpha() for c in word) else 5
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4 if any(c.isupper() for c in word) else 0


GAPS = ['none', 'space', 'line', 'paragraph']  # what stands before a word


def gap(between):
    if not between:
        return 0
    lines = between.count('\n')
    return 1 if lines == 0 else 2 if lines == 1 else 3


def lemma_script(form, lemma):
    """The shortest edit that makes the lemma: keep (K) or lower (L) the form, drop n characters, append a suffix."""
    best = None
    for mode, base in (('K', form), ('L', form.lower())):
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        script = (len(base) - same + len(lemma) - same, mode, len(base) - same, lemma[same:])
        if best is None or script[0] < best[0]:
            best = script
    return f'{best[1]}{best[2]}{best[3]}'


def apply_script(form, script):
    drop = re.match(r'\d+', script[1:]).group()
    base = form.lower() if script[0] == 'L' else form
    kept = base[:max(0, len(base) - int(drop))]
    return kept + script[1 + len(drop):] or form
