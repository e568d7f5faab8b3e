# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From scores to trees and spans, as the C reader decodes them, and the reading of whole documents."""
import numpy as np
import torch

import corpora
from batches import make_batch, pad


def cycle_of(heads):
    """heads: of the nodes 1 … n, heads[0] unused. -> the nodes of a cycle, or None."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node != 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node != 0 and state[node] == 1:
            return path[path.index(node):]
        for p in path:
            state[p] = 2
    return None


def chu_liu_edmonds(scores):
    """scores[dependent, head] over nodes 0 … n, 0 the root. -> heads."""
    n = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = cycle_of(list(heads))
    if cycle is None:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle = np.array(cycle)
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    gain = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    enter = gain.argmax(0)                      # which node of the cycle an outside head would take
    small[m, :m] = gain.max(0)
    leave = scores[np.ix_(outside, cycle)]
    small[:m, m] = leave.max(1)
    from_cycle = leave.argmax(1)
    sub = chu_liu_edmonds(small)
    out = heads.copy()
    for k in range(1, m):
        out[outside[k]] = cycle[from_cycle[k]] if sub[k] == m else outside[sub[k]]
    out[cycle[enter[sub[m]]]] = outside[sub[m]]
    return out


def tree(scores):
    """scores: [n, 1 + n], the root first. -> heads, 0 the root, of the best tree with one root child."""
    scores = scores.astype(np.float64)
    heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and cycle_of([0, *heads]) is None:
        return heads
    full = np.full((len(scores) + 1, len(scores) + 1), -np.inf)
    full[1:] = scores
    full[1:, 0] -= 1e6                          # a second arc from the root never pays
    full[1:][full[1:] < -1e8] = -1e8
    return chu_liu_edmonds(full)[1:]


def viterbi(scores):
    """scores: [n, 1 + 4 kinds] of BIOES tags. -> the best well-formed sequence."""
    n, tags = scores.shape
    mark = np.array([4] + [(t - 1) % 4 for t in range(1, tags)])          # B I E S, O
    kind = np.array([-1] + [(t - 1) // 4 for t in range(1, tags)])
    opens = (mark == 0) | (mark == 1)                                     # must go on
    goes_on = (mark == 1) | (mark == 2)
    allowed = np.where(opens[:, None], goes_on[None, :] & (kind[:, None] == kind[None, :]), ~goes_on[None, :])
    step = np.where(allowed, 0.0, -1e9)
    best = np.where(goes_on, -1e9, 0.0) + scores[0]
    back = []
    for k in range(1, n):
        total = best[:, None] + step
        back.append(total.argmax(0))
        best = total.max(0) + scores[k]
    best = best + np.where(opens, -1e9, 0.0)
    out = [int(best.argmax())]
    for b in reversed(back):
        out.append(int(b[out[-1]]))
    return out[::-1]


def tag_spans(tags):
    """BIOES classes -> [(first, last, kind)]."""
    out, start = [], 0
    for k, t in enumerate(tags):
        if t:
            mark, kind = (t - 1) % 4, (t - 1) // 4
            if mark in (0, 3):
                start = k
            if mark in (2, 3):
                out.append((start, k, kind))
    return out


class Reader:
    """Runs the model over documents; everything in full precision."""
    def __init__(self, model, pieces):
        self.model, self.pieces = model.eval(), pieces

    @torch.no_grad()
    def encode(self, runs, autocast=False):
        batch = make_batch(runs, self.pieces)
        return (batch, *self.model(batch, autocast))

    @torch.no_grad()
    def syntax(self, batch, s):
        """-> tags [words, groups], lemma classes, heads (of the sentence, 0 the root), deprel classes: arrays over the batch's words."""
        m = self.model
        scores, start, tags = m.trees.tags(s), 0, []
        for group in m.classes.tags:
            tags.append(scores[:, start:start + len(group["values"])].argmax(1))
            start += len(group["values"])
        d, h, a, b = m.trees.vectors(s)
        root = len(s)
        heads, absolute = np.zeros(len(s), np.int32), torch.zeros(len(s), dtype=torch.long)
        order = sorted(batch.sentences, key=lambda x: len(x[0].words))
        for k in range(0, len(order), 32):
            part = order[k:k + 32]
            arcs = m.trees.arcs(d, h, pad([range(at, at + len(x.words)) for x, at in part])).numpy()
            for (x, at), score in zip(part, arcs):
                n = len(x.words)
                found = tree(score[:n, :n + 1])
                heads[at:at + n] = found
                absolute[at:at + n] = torch.tensor([at + int(f) - 1 if f else root for f in found])
        labels = m.trees.labels(a, b[absolute])
        is_root = m.classes.deprel_index["root"]
        labels[:, is_root] = -1e9
        deprels = labels.argmax(1).numpy()
        deprels[heads == 0] = is_root
        return torch.stack(tags, 1).numpy(), m.trees.lemma(s).argmax(1).numpy(), heads, deprels

    def parse(self, batch, s):
        """Gives every sentence of a batch its tree's heads, which the pairs' roles want."""
        _, _, heads, _ = self.syntax(batch, s)
        for x, at in batch.sentences:
            x.heads = heads[at:at + len(x.words)].tolist()

    def encode_pairs(self, runs):
        """-> the batch, its sentences parsed, and the pair vectors."""
        batch, s, _, p = self.encode(runs)
        self.parse(batch, s)
        return batch, p

    @torch.no_grad()
    def spans(self, batch, scores):
        scores = scores.numpy()
        return [viterbi(scores[at:at + len(s.words)]) for s, at in batch.sentences]
