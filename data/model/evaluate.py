#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure a checkpoint: evaluate.py [--corpora ../shared/corpora] [--checkpoint FILE] [--share 0.2] [--quantised]

The figures are of the parts to choose on; gold words throughout, gold mentions for coreference and pairs."""
import argparse
import dataclasses
import json
import os

import numpy as np
import torch

import corpora
import model_file
import train
from batches import CorefPairs, add_mentions, batch_mentions, make_pairs
from corpora import TYPES
from decode import Reader, tag_spans


def chunks(items, n):
    return [items[k:k + n] for k in range(0, len(items), n)]


def f1(right, found, wanted):
    p, r = right / max(found, 1), right / max(wanted, 1)
    return 2 * p * r / (p + r) if p + r else 0.0


def macro_f1(gold, got):
    out = []
    for k in sorted(set(gold)):
        right = sum(g == k == p for g, p in zip(gold, got))
        out.append(f1(right, sum(p == k for p in got), sum(g == k for g in gold)))
    return sum(out) / len(out)


def trees(reader, documents):
    n = upos = uas = las = sub = lemma = features = 0
    c = reader.model.classes
    for d in documents:
        for run in chunks(d.sentences, 60):
            batch, s, _, _ = reader.encode([run])
            tags, lemmas, heads, deprels = reader.syntax(batch, s)
            for x, at in batch.sentences:
                for k, word in enumerate(x.words):
                    t, n = x.trees, n + 1
                    tag = corpora.UPOS[tags[at + k, 0]]
                    upos += tag == t["upos"][k]
                    features += all(c.tags[1 + g]["values"][tags[at + k, 1 + g]] == t["feats"][k].get(name, "absent")
                                    for g, name in enumerate(corpora.FEATURES))
                    guess = c.lemma_exceptions.get(f"{word.lower()}\t{tag}") or corpora.apply_script(c.lemma[lemmas[at + k]], word)
                    lemma += guess == t["lemmas"][k]
                    if heads[at + k] == t["heads"][k]:
                        uas += 1
                        label = c.deprel[deprels[at + k]]
                        las += label.split(":")[0] == t["deprels"][k].split(":")[0]
                        sub += label == t["deprels"][k]
    return {"upos": upos / n, "features": features / n, "lemma": lemma / n, "uas": uas / n, "las": las / n, "las_subtypes": sub / n, "words": n}


def names(reader, documents):
    right, found, wanted = np.zeros(6, int), np.zeros(6, int), np.zeros(6, int)
    for d in documents:
        batch, _, n, _ = reader.encode([d.sentences])
        for (x, _), tags in zip(batch.sentences, reader.spans(batch, reader.model.names(n))):
            gold = {(a, b, corpora.NAMES.index(corpora.COLUMN_NAMES[k][0])) for a, b, k in corpora.tag_spans(x.gold_tags) if k in ("PER", "ORG", "LOC")}
            got = {g for g in tag_spans(tags) if g[2] < 3}
            for a, b, c in ((right, gold & got, 0), (found, got, 0), (wanted, gold, 0)):
                for g in b:
                    a[g[2]] += 1
    return {"f1": f1(right.sum(), found.sum(), wanted.sum()), "precision": right.sum() / found.sum(), "recall": right.sum() / wanted.sum(),
            **{corpora.NAMES[k]: f1(right[k], found[k], wanted[k]) for k in range(3)}}


def sentiment(reader, documents):
    gold, got = [], []
    for part in chunks(sorted(documents, key=lambda d: len(d.sentences[0].words)), 48):
        batch, p = reader.encode_pairs([d.sentences for d in part])
        rows = []
        for x, at in batch.sentences:
            for a, b, c, d, label in x.stances:
                rows.append((x, at, (a, b), (c, d)))
                gold.append(label)
        with torch.no_grad():
            got += reader.model.pair(p, make_pairs(rows))[2].argmax(1).tolist()
    return {"micro": sum(g == p for g, p in zip(gold, got)) / len(gold), "macro": macro_f1(gold, got),
            "class_f1": [round(f1(sum(g == k == p for g, p in zip(gold, got)), got.count(k), gold.count(k)), 3) for k in range(5)], "rows": len(gold)}


def relations(reader, documents):
    """documents: [(file, Document)] held out. Mentions found, coreference and pairs on gold mentions."""
    right = found = wanted = loose = 0
    links = {k: [0, 0] for k in ("all", "name", "nominal", "pronoun")}
    pairs = []
    for _, d in documents:
        batch, syntax, n, p = reader.encode([d.sentences])
        reader.parse(batch, syntax)
        with torch.no_grad():
            scores = reader.model.mention_scores(n)
        for (x, _), tags in zip(batch.sentences, reader.spans(batch, scores)):
            gold = {(m.first, m.last, m.form, m.kind) for m in x.mentions}
            got = {(a, b, k // 5, k % 5) for a, b, k in tag_spans(tags)}
            right, found, wanted = right + len(gold & got), found + len(got), wanted + len(gold)
            loose += len({g[:2] for g in gold} & {g[:2] for g in got})
        mentions = batch_mentions(batch, 0)
        c = CorefPairs()
        add_mentions(c, mentions)
        if c.i and len(d.sentences) > 1:
            t = torch.tensor
            with torch.no_grad():
                scores = reader.model.coref(p, t(c.first), t(c.last), t(c.i), t(c.j), t(c.features)).tolist()
            for k, (a, b) in enumerate(c.ranges):
                same = {j for j in range(a, b) if c.actor[c.j[j]] == c.actor[k]}
                best = max(range(a, b), key=lambda j: scores[j], default=None)
                ok = (best in same) if best is not None and scores[best] > 0 else not same
                for key in ("all", corpora.FORMS[mentions[k][3]]):
                    links[key][0] += ok
                    links[key][1] += 1
        rows, labels = [], []
        for x, at in batch.sentences:
            related = {(r.source, r.target): r for r in x.relations}
            for i, m in enumerate(x.mentions):
                for j, o in enumerate(x.mentions):
                    if i != j and m.actor != o.actor:
                        rows.append((x, at, (m.first, m.last), (o.first, o.last)))
                        labels.append(related.get((i, j)))
        for part, gold in zip(chunks(rows, 256), chunks(labels, 256)):
            with torch.no_grad():
                types, modality, _, start, end = reader.model.pair(p, make_pairs(part))
            for k, r in enumerate(gold):
                pairs.append((types[k].numpy(), r, modality[k].argmax().item(), start[k].argmax().item(), end[k].argmax().item()))
    out = {"mention_f1": f1(right, found, wanted), "mention_span_f1": f1(loose, found, wanted),
           **{f"coref_{k}": a / max(b, 1) for k, (a, b) in links.items()}, "pairs": len(pairs)}
    related = [x for x in pairs if x[1]]
    drawn = [x for x in pairs if x[0].argmax() > 0]
    out["pair_f1"] = f1(sum(bool(x[1]) for x in drawn), len(drawn), len(related))
    none = lambda x: 1 / np.exp(x[0] - x[0][0]).sum()
    best = max(((f1(sum(bool(x[1]) and none(x) < t for x in pairs), sum(none(x) < t for x in pairs), len(related)), t)
                for t in np.arange(0.1, 0.95, 0.05)))
    out["pair_f1_best"], out["pair_none_threshold"] = best[0], round(float(best[1]), 2)
    likeliest = [(int(x[0][1:].argmax()) + 1, x[1]) for x in related]
    out["type_accuracy"] = sum(t in r.types for t, r in likeliest) / len(likeliest)
    out["type_macro_f1"] = macro_f1([t if t in r.types else r.types[0] for t, r in likeliest], [t for t, _ in likeliest])
    out["typed_pair_f1"] = f1(sum(bool(x[1]) and int(x[0].argmax()) in x[1].types for x in drawn), len(drawn), len(related))
    stated = [x for x in related if x[1].start >= 0]
    out["modality_accuracy"] = sum(x[2] == x[1].modality for x in stated) / len(stated)
    out["predicate_start"] = sum(x[3] == x[1].start for x in stated) / len(stated)
    out["predicate_end"] = sum(x[4] == x[1].end for x in stated) / len(stated)
    out["related"] = len(related)
    return out, pairs


QUAD = {**dict.fromkeys(("agree", "consult", "support"), 1), **dict.fromkeys(("cooperate", "aid", "yield"), 2),
        **dict.fromkeys(("request", "accuse", "reject", "threaten"), 3), **dict.fromkeys(("protest", "sanction", "mobilize", "coerce", "assault"), 4)}


def plover_types(reader, rows):
    index = [TYPES.index(t) for t in corpora.PLOVER]
    got = []
    for part in chunks(rows, 48):
        batch, p = reader.encode_pairs([[corpora.Sentence(words)] for words, *_ in part])
        with torch.no_grad():
            types = reader.model.pair(p, make_pairs([(s, at, r[1], r[2]) for (s, at), r in zip(batch.sentences, part)]))[0]
        got += [corpora.PLOVER[k] for k in types[:, index].argmax(1).tolist()]
    merged = ["yield" if g in ("concede", "retreat") else g for g in got]
    gold, quads = [r[3] for r in rows], [r[4] for r in rows]
    return {"type_macro_f1": macro_f1(gold, merged), "type_accuracy": sum(g == p for g, p in zip(gold, merged)) / len(gold),
            "quad_macro_f1": macro_f1(quads, [QUAD[m] for m in merged]), "rows": len(rows)}


def load(checkpoint, vocabulary=None):
    state = torch.load(checkpoint, weights_only=False)
    state["classes"] = dataclasses.replace(state["classes"])       # an older checkpoint's know no irregular verbs
    model, pieces = train.build(state["classes"], vocabulary)
    model.load_state_dict(state["model"])
    return model, pieces, state


def held_out(folder):
    """The relation documents to choose on."""
    treebank = {d.id: d for f in ("ewt-train", "gum-train") for d in corpora.read_conllu(os.path.join(folder, "ud", f + ".conllu"))}
    return [(n, d) for n, d in corpora.read_relations(os.path.join(folder, "relations"), treebank) if n in corpora.DEV_DOCUMENTS]


def measure(model, pieces, folder, share=1.0):
    at = lambda *p: os.path.join(folder, *p)
    part = lambda items: items[::max(1, round(1 / share))]
    reader, out = Reader(model, pieces), {}
    out["ewt"] = trees(reader, part(corpora.read_conllu(at("ud", "ewt-dev.conllu"))))
    out["gum"] = trees(reader, part(corpora.read_conllu(at("ud", "gum-dev.conllu"))))
    out["names"] = names(reader, part(corpora.read_columns(at("ner", "uner-ewt-dev.iob2"), 40)))
    out["dse_valid"] = sentiment(reader, part(corpora.read_dse(at("dse", "valid.txt"), merge=False)))
    out["dse_unseen"] = sentiment(reader, part(corpora.read_dse(at("dse", "valid-unseen.txt"), merge=False)))
    out["relations"] = relations(reader, held_out(folder))[0]
    out["plover"] = plover_types(reader, part(corpora.read_plv(at("plover", "plv-dev.tsv"))))
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--checkpoint", default=os.path.join(here, "checkpoints", "training.pt"))
    p.add_argument("--share", type=float, default=1.0, help="of each part")
    p.add_argument("--quantised", action="store_true", help="with the weights as the model file holds them")
    p.add_argument("--calibration", help="the file that calibrate.py wrote")
    a = p.parse_args()
    model, pieces, state = load(a.checkpoint)
    if a.calibration:
        model_file.calibrate(model, json.load(open(a.calibration, encoding="utf-8")))
    if a.quantised:
        model_file.quantise(model)
    print(json.dumps({"step": state["step"], **measure(model, pieces, a.corpora, a.share)}, indent=1,
                     default=float))


if __name__ == "__main__":
    main()
