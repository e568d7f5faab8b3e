#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fit what turns the relation head's scores into honest probabilities: calibrate.py [--corpora …] [--checkpoint FILE] > calibration.json

On the held-out relation documents: one temperature for the types and the least probability of being related at which a pair is worth
drawing. On DSE's validation part: what to add to the five sentiment scores, since training weighs the rare ones up."""
import argparse
import json
import os
import sys

import numpy as np
import torch

import corpora
import evaluate
from batches import make_pairs
from decode import Reader


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def types_temperature(pairs):
    """pairs: of evaluate.relations(). -> temperature, threshold, F1 there, reliability rows (from, to, pairs, mean confidence, right)."""
    logits = np.stack([p[0] for p in pairs])
    gold = [p[1].types if p[1] else [0] for p in pairs]

    def loss(t):
        probability = softmax(logits / t)
        return -np.mean([np.log(sum(row[k] for k in set(g)) + 1e-12) for row, g in zip(probability, gold)])
    best = min(np.arange(0.6, 3.01, 0.05), key=loss)
    probability = softmax(logits / best)
    related, is_related = 1 - probability[:, 0], np.array([g != [0] for g in gold])
    score = lambda t: evaluate.f1((is_related & (related > t)).sum(), (related > t).sum(), is_related.sum())
    threshold = max(np.arange(0.1, 0.9, 0.02), key=score)
    confidence, right = probability[:, 1:].max(1), np.array([int(p[1:].argmax()) + 1 in g for p, g in zip(probability, gold)])
    rows = []
    for low in np.arange(0, 1, 0.1):
        inside = (confidence >= low) & (confidence < low + 0.1 + (low > 0.89))
        if inside.sum():
            rows.append(f"{low:.1f} {low + 0.1:.1f} {inside.sum():5d} {confidence[inside].mean():.3f} {right[inside].mean():.3f}")
    return round(float(best), 2), round(float(threshold), 2), float(score(threshold)), rows


def sentiment_logits(reader, documents):
    logits, gold = [], []
    for part in evaluate.chunks(sorted(documents, key=lambda d: len(d.sentences[0].words)), 48):
        batch, p = reader.encode_pairs([d.sentences for d in part])
        rows = []
        for x, at in batch.sentences:
            for a, b, c, d, label in x.stances:
                rows.append((x, at, (a, b), (c, d)))
                gold.append((label, x.id))
        with torch.no_grad():
            logits.append(reader.model.pair(p, make_pairs(rows))[2].numpy())
    return np.concatenate(logits), np.array([g for g, _ in gold])


def sentiment_bias(valid, unseen):
    """One number for the four classes that are not "none": a bias a class would fit the few rows of the rare ones."""
    def score(x):
        bias, total = np.array([0, x, x, x, x]), 0
        for logits, gold in (valid, unseen):
            got = (logits + bias).argmax(1)
            total += (got == gold).mean() + evaluate.macro_f1(gold.tolist(), got.tolist())
        return total
    best = round(float(max(np.arange(-1.0, 0.41, 0.1), key=score)), 2)
    return [0.0, best, best, best, best]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--checkpoint", default=os.path.join(here, "checkpoints", "training.pt"))
    a = p.parse_args()
    model, pieces, _ = evaluate.load(a.checkpoint)
    reader, at = Reader(model, pieces), lambda *x: os.path.join(a.corpora, *x)
    held = evaluate.held_out(a.corpora)
    _, pairs = evaluate.relations(reader, held)
    temperature, threshold, f1, rows = types_temperature(pairs)
    print("confidence of the likeliest type: from, to, pairs, mean, share right", *rows, f"F1 of related pairs at the threshold: {f1:.3f}", sep="\n", file=sys.stderr)
    bias = sentiment_bias(*(sentiment_logits(reader, corpora.read_dse(at("dse", n), merge=False)) for n in ("valid.txt", "valid-unseen.txt")))
    print(json.dumps({"types_temperature": temperature, "pair_threshold": threshold, "sentiment_bias": bias}))


if __name__ == "__main__":
    main()
