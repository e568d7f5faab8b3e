# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences -> tensors. A batch is a list of runs (consecutive windows of one document); the words of a batch are numbered through."""
from dataclasses import dataclass, field

import torch

import pieces as pc
from network import COREF_CANDIDATES

STOP_WORDS = set("the a an this that these those his her its their our my your he she it they we you i him them us me who whom whose which "
                 "what some any all both each every no another other one ones himself herself itself themselves".split())


@dataclass
class Batch:
    pieces: torch.Tensor
    positions: torch.Tensor
    casing: torch.Tensor
    first: torch.Tensor            # position of each word's first piece
    groups: list                   # windows of similar length: their positions, the same padded, attention mask, number, length
    order: torch.Tensor            # puts the groups' positions back in order
    sentences: list                # [(Sentence, first word's number)]
    runs: list                     # [[indices of sentences]]


@dataclass
class Pairs:
    words: torch.Tensor            # [n, longest], -1 padding
    roles: torch.Tensor
    p_first: torch.Tensor
    p_last: torch.Tensor
    q_first: torch.Tensor
    q_last: torch.Tensor
    dist: torch.Tensor


def make_batch(runs, pieces, hidden=None, group_size=8):
    """runs: [[Sentence]]. hidden: {id of sentence: {word: N}}, words to be replaced by [unusedN]."""
    ids, positions, casing, first, windows, sentences, run_index = [], [], [], [], [], [], []
    for run in runs:
        coded = []
        for s in run:
            covered = (hidden or {}).get(id(s), {})
            coded.append([(pc.FIRST_UNUSED + covered[k],) if k in covered else pieces.of_word(w) for k, w in enumerate(s.words)])
        base = len(first)
        starts, total = [], base
        for s in run:
            starts.append(total)
            total += len(s.words)
        first += [0] * (total - base)
        run_index.append(range(len(sentences), len(sentences) + len(run)))
        sentences += list(zip(run, starts))
        for window in pc.windows([[len(w) for w in c] for c in coded]):
            begin = len(ids)
            ids.append(pc.CLS)
            casing.append(0)
            for s, a, b in window:
                for k in range(a, b):
                    first[starts[s] + k] = len(ids)
                    word = coded[s][k]
                    ids += word
                    casing += [pc.casing(run[s].words[k])] * len(word)
                ids.append(pc.SEP)
                casing.append(0)
            positions += range(len(ids) - begin)
            windows.append((begin, len(ids)))
    groups = []
    windows.sort(key=lambda w: w[1] - w[0])
    for g in range(0, len(windows), group_size):
        part = windows[g:g + group_size]
        n, t = len(part), part[-1][1] - part[-1][0]
        index = torch.cat([torch.arange(a, b) for a, b in part])
        slots = torch.cat([torch.arange(b - a) + k * t for k, (a, b) in enumerate(part)])
        mask = torch.zeros(n, 1, 1, t)
        for k, (a, b) in enumerate(part):
            mask[k, :, :, b - a:] = -1e4
        groups.append((index, slots, mask, n, t))
    order = torch.argsort(torch.cat([g[0] for g in groups]))
    return Batch(torch.tensor(ids), torch.tensor(positions), torch.tensor(casing), torch.tensor(first), groups, order, sentences, run_index)


def pad(rows, value=-1):
    longest = max(map(len, rows))
    return torch.tensor([list(r) + [value] * (longest - len(r)) for r in rows])


def distance_bucket(p, q):
    """p, q: (first, last) word. FORMAT.md's 16 buckets of a pair's distance."""
    p_first = p[0] <= q[0]
    d = abs(q[0] - p[1] if p_first else p[0] - q[1])
    return (0 if p_first else 8) + (d if d < 5 else 5 if d <= 7 else 6 if d <= 12 else 7)


def span_head(heads, span):
    """The first word of a span whose head lies outside of it; heads: of the sentence's words, 1 … n, 0 the root."""
    return next((k for k in range(span[0], span[1] + 1) if not span[0] <= heads[k] - 1 <= span[1]), span[1])


def path_words(heads, p, q):
    """The words on the way through the tree between the heads of two spans."""
    def up(word):
        out = [word]
        while heads[out[-1]] and len(out) <= len(heads):
            out.append(heads[out[-1]] - 1)
        return out
    a, b = up(span_head(heads, p)), up(span_head(heads, q))
    while len(a) > 1 and len(b) > 1 and a[-2] == b[-2]:
        a.pop()
        b.pop()
    return set(a) | set(b) if a[-1] == b[-1] else set()


def roles(n, p, q, heads):
    """FORMAT.md's ten roles; heads: None where the sentence has no tree."""
    out = []
    p_first = p[0] <= q[0]
    left, right = (p, q) if p_first else (q, p)
    path = path_words(heads, p, q) if heads is not None else ()
    for t in range(n):
        if p[0] <= t <= p[1]:
            out.append(0)
        elif q[0] <= t <= q[1]:
            out.append(1)
        elif left[1] < t < right[0]:
            out.append((2 if p_first else 3) + (4 if t in path else 0))
        else:
            out.append((4 if t < left[0] else 5) + (4 if t in path else 0))
    return out


def make_pairs(rows):
    """rows: [(Sentence, its first word's number, p, q)], p and q as words of the sentence."""
    column = lambda f: torch.tensor([f(*r[1:]) for r in rows])
    return Pairs(pad([range(at, at + len(s.words)) for s, at, _, _ in rows]), pad([roles(len(s.words), p, q, s.heads) for s, _, p, q in rows], 5),
                 column(lambda at, p, q: at + p[0]), column(lambda at, p, q: at + p[1]),
                 column(lambda at, p, q: at + q[0]), column(lambda at, p, q: at + q[1]),
                 column(lambda at, p, q: distance_bucket(p, q)))


def match_class(a, b):
    """a, b: the words of two mentions, case-folded."""
    if a == b:
        return 3
    if a[-1] == b[-1]:
        return 2
    content = lambda words: {w for w in words if len(w) > 2 and w not in STOP_WORDS}
    return 1 if content(a) & content(b) else 0


def rank_class(n):
    """How many mentions back: 1, 2, 3, 4, 5–7, 8–15, 16–31, 32 and more."""
    return n - 1 if n < 5 else 4 if n < 8 else 5 if n < 16 else 6 if n < 32 else 7


@dataclass
class CorefPairs:
    first: list = field(default_factory=list)      # of each mention, numbered through the batch
    last: list = field(default_factory=list)
    i: list = field(default_factory=list)
    j: list = field(default_factory=list)
    features: list = field(default_factory=list)
    ranges: list = field(default_factory=list)     # per mention: its candidates' start and end in i, j
    actor: list = field(default_factory=list)


def add_mentions(out, mentions):
    """mentions of one document, in order: (sentence number, first and last word of the batch, form, kind, case-folded words, actor)."""
    base = len(out.first)
    for n, (s, first, last, form, kind, words, actor) in enumerate(mentions):
        out.first.append(first)
        out.last.append(last)
        out.actor.append(actor)
        start = len(out.i)
        for m in range(max(0, n - COREF_CANDIDATES), n):
            s2, _, _, form2, kind2, words2, _ = mentions[m]
            d = s - s2
            out.i.append(base + n)
            out.j.append(base + m)
            out.features.append((d if d < 5 else 5 if d <= 7 else 6, form * 3 + form2, match_class(words, words2), kind * 5 + kind2, rank_class(n - m)))
        out.ranges.append((start, len(out.i)))


def batch_mentions(batch, run):
    """The annotated mentions of a run, as add_mentions() wants them."""
    out = []
    for number, index in enumerate(batch.runs[run]):
        s, at = batch.sentences[index]
        for m in s.mentions or []:
            out.append((number, at + m.first, at + m.last, m.form, m.kind, tuple(w.casefold() for w in s.words[m.first:m.last + 1]), m.actor))
    return out
