# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From words to word pieces and casing classes, and from sentences to windows: FORMAT.md, "Input"."""
import functools
import re
import unicodedata

PAD, UNKNOWN, CLS, SEP = 0, 100, 101, 102
FIRST_UNUSED = 1           # [unused0] … [unused98] follow [PAD]
WINDOW = 160               # positions of a window of several sentences
LONGEST = 500              # pieces of a sentence before it is cut
NO_LETTERS, LOWER, TITLE, UPPER, MIXED = range(5)


def is_punctuation(c):
    if ord(c) < 128:
        return not (c.isalnum() or c.isspace() or unicodedata.category(c).startswith("C"))
    return unicodedata.category(c).startswith("P")


def is_ideograph(c):
    o = ord(c)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2CEAF
            or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


def parts(word):
    """A word's letters as the vocabulary has them, split at punctuation."""
    out = [""]
    for c in "".join(c.lower() for c in unicodedata.normalize("NFD", word)):
        category = unicodedata.category(c)
        if category == "Mn" or c == "\ufffd" or (category.startswith("C") and c not in "\t\n\r"):
            continue
        if c.isspace():
            out.append("")
        elif is_punctuation(c) or is_ideograph(c):
            out += [c, ""]
        else:
            out[-1] += c
    return [p for p in out if p]


class Pieces:
    def __init__(self, vocabulary):
        """vocabulary: the pieces in order."""
        self.vocabulary = vocabulary
        self.ids = {piece: n for n, piece in enumerate(vocabulary)}
        self.of_word = functools.lru_cache(maxsize=200_000)(self._of_word)

    def _of_part(self, part):
        if len(part) > 100:
            return [UNKNOWN]
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.ids.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    break
            else:
                return [UNKNOWN]
            out.append(piece)
            start = end
        return out

    def _of_word(self, word):
        return tuple(p for part in parts(word) for p in self._of_part(part)) or (UNKNOWN,)


@functools.lru_cache(maxsize=200_000)
def casing(word):
    letters = [c for c in word if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if not letters:
        return NO_LETTERS
    if upper == 0:
        return LOWER
    if letters[0].isupper() and upper == 1:
        return TITLE
    return UPPER if upper == len(letters) else MIXED


def windows(lengths):
    """Sentence lengths in pieces -> windows, each a list of (sentence, first word, end word) with whole sentences where possible.
    lengths: per sentence the number of pieces of every word."""
    out, room = [], 0
    for s, words in enumerate(lengths):
        total = sum(words)
        if total > LONGEST:
            start, held = 0, 0
            for w, n in enumerate(words):
                if held + n > LONGEST and w > start:
                    out.append([(s, start, w)])
                    start, held = w, 0
                held += n
            out.append([(s, start, len(words))])
            room = 0
        elif out and total + 1 <= room:
            out[-1].append((s, 0, len(words)))
            room -= total + 1
        else:
            out.append([(s, 0, len(words))])
            room = WINDOW - 2 - total
    return out


TOKEN = re.compile(r"""
    https?://\S+ | www\.\S+ | \S+@\S+\.\w+
  | (?:[A-Za-z]\.){2,}                                   # U.S.
  | (?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Capt|Sgt|Prof|Rev|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.
  | [A-Z]\.(?=\s)                                        # initials
  | \d+(?:[.,:/]\d+)*
  | [^\W\d_]+(?=n['’]t\b)                                # did n't
  | n['’]t\b
  | ['’](?:s|S|re|ve|ll|d|m)\b
  | [^\W_]+ | \.\.+ | --+ | \S
""", re.X)


def tokenise(text):
    """Words as (start, end), after the conventions of the English treebanks: for training text that comes without words."""
    out = []
    for m in TOKEN.finditer(text):
        word = m.group().lower()
        if word == "cannot":
            out += [(m.start(), m.start() + 3), (m.start() + 3, m.end())]
        else:
            out.append(m.span())
    return out
