# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network of FORMAT.md: one encoder, every head. Module names are chosen so that export.py can map them one to one."""
import math

import torch
import torch.nn.functional as F
from torch import nn

from corpora import FEATURES, FORMS, KINDS, MODALITIES, NAMES, TYPES

HIDDEN, LAYERS, HEADS, INTERMEDIATE, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC, LABEL, MENTION, SPAN, COREF, PAIR, PAIR_HEADS, PAIR_OUT = 256, 128, 192, 256, 128, 256, 8, 384
DIST_CLASSES, MATCH_CLASSES, RANK_CLASSES, ROLES, PAIR_DIST = 7, 4, 8, 10, 16
DROPOUT, BIAFFINE_DROPOUT = 0.1, 0.33
N_NAME_TAGS, N_MENTION_TAGS = 1 + 4 * len(NAMES), 1 + 4 * len(FORMS) * len(KINDS)
COREF_CANDIDATES = 60


def rows(x, index):
    """x[index] with a quick gradient."""
    return x.index_select(0, index.reshape(-1)).view(*index.shape, x.shape[-1])


class Dropout:
    """Dropout from a pool of random bits that is drawn anew now and then: drawing them for every layer takes a tenth of the time."""
    POOL, REUSE = 1 << 23, 2000

    def __init__(self):
        self.pools, self.used = {}, self.REUSE

    def __call__(self, x, rate, training):
        if not training:
            return x
        if self.used >= self.REUSE:
            self.pools, self.used = {}, 0
        self.used += 1
        if (rate, x.dtype) not in self.pools:
            self.pools[rate, x.dtype] = (torch.rand(self.POOL) >= rate).to(x.dtype) / (1 - rate)
        if x.numel() > self.POOL:
            return F.dropout(x, rate, True)
        start = torch.randint(self.POOL - x.numel() + 1, ()).item()
        return x * self.pools[rate, x.dtype][start:start + x.numel()].view(x.shape)


dropout = Dropout()


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.ffn1, self.ffn2 = nn.Linear(HIDDEN, INTERMEDIATE), nn.Linear(INTERMEDIATE, HIDDEN)
        self.ln1, self.ln2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, groups, order, drop):
        """x: the positions of all windows, one after the other. groups: windows of similar length, so that only the attention is padded."""
        w = torch.cat([self.q.weight, self.k.weight, self.v.weight])
        b = torch.cat([self.q.bias, self.k.bias, self.v.bias])
        qkv = F.linear(x, w, b)
        outs = []
        for index, slots, mask, n, t in groups:
            part = qkv.new_zeros(n * t, 3 * HIDDEN).index_copy(0, slots, qkv.index_select(0, index))
            q, k, v = part.view(n, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).reshape(3, n * HEADS, t, HIDDEN // HEADS)
            scores = torch.bmm(q, k.transpose(1, 2)).view(n, HEADS, t, t) * (HEADS / HIDDEN) ** 0.5 + mask.to(q.dtype)
            a = torch.bmm(torch.softmax(scores.float(), 3).to(v.dtype).view(n * HEADS, t, t), v)
            outs.append(a.view(n, HEADS, t, -1).transpose(1, 2).reshape(n * t, HIDDEN).index_select(0, slots))
        out = torch.cat(outs).index_select(0, order)
        x = self.ln1(x + drop(self.o(out)))
        return self.ln2(x + drop(self.ffn2(F.gelu(self.ffn1(x)))))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.casing = nn.Embedding(5, HIDDEN)
        nn.init.normal_(self.casing.weight, std=0.01)
        self.emb_ln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layer = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.word.weight.requires_grad = False

    def load_minilm(self, tensors):
        """tensors: those of the published MiniLM, under BERT's names."""
        t = lambda name: tensors[name]
        with torch.no_grad():
            self.word.weight.copy_(t("embeddings.word_embeddings.weight"))
            self.position.weight.copy_(t("embeddings.position_embeddings.weight") + t("embeddings.token_type_embeddings.weight")[0])
            pairs = [(self.emb_ln, "embeddings.LayerNorm")]
            for n, layer in enumerate(self.layer):
                p = f"encoder.layer.{n}."
                pairs += [(layer.q, p + "attention.self.query"), (layer.k, p + "attention.self.key"), (layer.v, p + "attention.self.value"),
                          (layer.o, p + "attention.output.dense"), (layer.ln1, p + "attention.output.LayerNorm"),
                          (layer.ffn1, p + "intermediate.dense"), (layer.ffn2, p + "output.dense"), (layer.ln2, p + "output.LayerNorm")]
            for module, name in pairs:
                module.weight.copy_(t(name + ".weight"))
                module.bias.copy_(t(name + ".bias"))

    def forward(self, batch):
        """-> the 7 outputs, at the first piece of every word."""
        drop = (lambda y: dropout(y, DROPOUT, self.training))
        x = drop(self.emb_ln(self.word(batch.pieces) + self.position(batch.positions) + self.casing(batch.casing)))
        outs = [x.index_select(0, batch.first).float()]
        for layer in self.layer:
            x = layer(x, batch.groups, batch.order, drop)
            outs.append(x.index_select(0, batch.first).float())
        return outs


class Mix(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1, 1, LAYERS + 1))
        self.gamma = nn.Parameter(torch.ones(1))

    def forward(self, outs):
        w = torch.softmax(self.weights, 0)
        return self.gamma * sum(w[k] * x for k, x in enumerate(outs))


def half(training):
    """The heaviest products of training run in bfloat16; measuring and export in full precision."""
    return torch.autocast("cpu", torch.bfloat16, enabled=training)


class Trees(nn.Module):
    def __init__(self, n_tags, n_lemmas, n_labels):
        super().__init__()
        self.tags, self.lemma = nn.Linear(HIDDEN, n_tags), nn.Linear(HIDDEN, n_lemmas)
        self.root = nn.Parameter(torch.randn(HIDDEN) * 0.1)
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.u, self.bias = nn.Parameter(torch.randn(ARC, ARC) / ARC), nn.Parameter(torch.zeros(ARC))
        self.label_dep, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.bilinear = nn.Parameter(torch.randn(n_labels, LABEL, LABEL) / LABEL)
        self.label = nn.Linear(2 * LABEL, n_labels)

    def vectors(self, s):
        """s: the words of all sentences. -> d, h, a, b and those of the root, behind the words."""
        drop = lambda y: dropout(y, BIAFFINE_DROPOUT, self.training)
        with_root = torch.cat([s, self.root[None]])
        return (drop(F.gelu(self.arc_dep(s))), drop(F.gelu(self.arc_head(with_root))),
                drop(F.gelu(self.label_dep(s))), drop(F.gelu(self.label_head(with_root))))

    def arcs(self, d, h, sentences):
        """sentences: [n, longest] word indices, -1 for padding. -> scores [n, longest, 1 + longest], the root first."""
        n, longest = sentences.shape
        root = h.shape[0] - 1
        index = sentences.clamp(min=0)
        heads = torch.cat([torch.full((n, 1), root), index], 1)
        hh = rows(h, heads)
        score = rows(d, index) @ self.u @ hh.transpose(1, 2) + (hh @ self.bias)[:, None, :]
        absent = torch.cat([torch.zeros(n, 1, dtype=torch.bool), sentences < 0], 1)
        return score.masked_fill(absent[:, None, :], -1e9)

    def labels(self, a, b):
        """a, b: [n, LABEL], one row an arc."""
        with half(self.training):
            v = (a @ self.bilinear.permute(1, 0, 2).reshape(LABEL, -1)).view(len(a), -1, LABEL)
        return (v.float() * b[:, None, :]).sum(2) + self.label(torch.cat([a, b], 1))


class Coref(nn.Module):
    def __init__(self):
        super().__init__()
        self.span = nn.Linear(2 * HIDDEN, SPAN)
        self.a, self.b, self.c = (nn.Linear(SPAN, COREF, bias=False) for _ in range(3))
        self.bias = nn.Parameter(torch.zeros(COREF))
        self.dist, self.match = nn.Parameter(torch.zeros(DIST_CLASSES, COREF)), nn.Parameter(torch.zeros(MATCH_CLASSES, COREF))
        self.form, self.kind = nn.Parameter(torch.zeros(len(FORMS) ** 2, COREF)), nn.Parameter(torch.zeros(len(KINDS) ** 2, COREF))
        self.rank = nn.Parameter(torch.zeros(RANK_CLASSES, COREF))
        self.v = nn.Linear(COREF, 1)

    def forward(self, p, first, last, i, j, features):
        """Scores of mention i with the earlier mention j; features: [n, 5] dist, form, match, kind, rank."""
        m = F.gelu(self.span(torch.cat([rows(p, first), rows(p, last)], 1)))
        m = dropout(m, DROPOUT, self.training)
        am, bm = self.a(m), self.b(m)
        u = (rows(am, i) + rows(bm, j) + self.c(rows(m, i) * rows(m, j)) + rows(self.dist, features[:, 0]) + rows(self.form, features[:, 1])
             + rows(self.match, features[:, 2]) + rows(self.kind, features[:, 3]) + rows(self.rank, features[:, 4]) + self.bias)
        return self.v(F.gelu(u))[:, 0]


class Pair(nn.Module):
    def __init__(self):
        super().__init__()
        self.key, self.value = nn.Linear(HIDDEN, PAIR, bias=False), nn.Linear(HIDDEN, PAIR, bias=False)
        self.role_key, self.role_value = nn.Parameter(torch.randn(ROLES, PAIR) * 0.3), nn.Parameter(torch.randn(ROLES, PAIR) * 0.3)
        self.span = nn.Linear(2 * HIDDEN, PAIR)
        self.query1, self.query2 = nn.Linear(2 * PAIR, PAIR), nn.Linear(PAIR_OUT, PAIR)
        self.mlp1, self.mlp2 = nn.Linear(4 * PAIR, PAIR_OUT), nn.Linear(PAIR_OUT + PAIR, PAIR_OUT)
        self.dist = nn.Parameter(torch.zeros(PAIR_DIST, PAIR_OUT))
        self.types, self.modality, self.dse = nn.Linear(PAIR_OUT, len(TYPES)), nn.Linear(PAIR_OUT, len(MODALITIES)), nn.Linear(PAIR_OUT, 5)
        self.start, self.end = nn.Linear(PAIR_OUT, PAIR, bias=False), nn.Linear(PAIR_OUT, PAIR, bias=False)

    def attend(self, q, k, v, absent):
        n, t, _ = k.shape
        split = lambda y: y.view(n, -1, PAIR_HEADS, PAIR // PAIR_HEADS).transpose(1, 2)
        scores = split(q[:, None]) @ split(k).transpose(2, 3) / math.sqrt(PAIR // PAIR_HEADS)
        weights = torch.softmax(scores.masked_fill(absent[:, None, None, :], -1e9), 3)
        return (weights @ split(v)).transpose(1, 2).reshape(n, PAIR)

    def forward(self, p, pairs):
        """pairs: see batches.Pairs. -> types, modality, dse, start, end logits."""
        with half(self.training):
            z, k, absent = self.vectors(p, pairs)
        z, k = z.float(), k.float()
        point = lambda layer: (k @ layer(z)[:, :, None])[:, :, 0].masked_fill(absent, -1e9)
        return self.types(z), self.modality(z), self.dse(z), point(self.start), point(self.end)

    def vectors(self, p, pairs):
        drop = lambda y: dropout(y, DROPOUT, self.training)
        words, absent = pairs.words.clamp(min=0), pairs.words < 0
        k = rows(self.key(p), words) + rows(self.role_key, pairs.roles)
        v = rows(self.value(p), words) + rows(self.role_value, pairs.roles)
        sp = F.gelu(self.span(torch.cat([rows(p, pairs.p_first), rows(p, pairs.p_last)], 1)))
        sq = F.gelu(self.span(torch.cat([rows(p, pairs.q_first), rows(p, pairs.q_last)], 1)))
        o1 = self.attend(self.query1(torch.cat([sp, sq], 1)), k, v, absent)
        z0 = F.gelu(self.mlp1(drop(torch.cat([sp, sq, sp * sq, o1], 1))) + rows(self.dist, pairs.dist))
        o2 = self.attend(self.query2(z0), k, v, absent)
        z = drop(z0 + F.gelu(self.mlp2(drop(torch.cat([z0, o2], 1)))))
        return z, k, absent


class Network(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.classes = classes
        self.encoder = Encoder()
        self.syntax, self.names_mix, self.pair_mix = Mix(), Mix(), Mix()
        self.trees = Trees(sum(len(g["values"]) for g in classes.tags), len(classes.lemma), len(classes.deprel))
        self.names = nn.Linear(HIDDEN, N_NAME_TAGS)
        self.mentions1, self.mentions2 = nn.Linear(HIDDEN, MENTION), nn.Linear(MENTION, N_MENTION_TAGS)
        self.coref, self.pair = Coref(), Pair()

    def forward(self, batch, autocast=True):
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            outs = self.encoder(batch)
        drop = lambda y: dropout(y, DROPOUT, self.training)
        return drop(self.syntax(outs)), drop(self.names_mix(outs)), drop(self.pair_mix(outs))

    def mention_scores(self, n):
        return self.mentions2(F.gelu(self.mentions1(n)))
