#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write entente.model and test-vectors.bin (FORMAT.md) from a checkpoint: export.py [--checkpoint FILE] [--out FOLDER] [--calibration FILE]"""
import argparse
import json
import os

import numpy as np
import torch

import corpora
from batches import CorefPairs, add_mentions, batch_mentions, make_pairs
from decode import Reader
from evaluate import load
from model_file import average, calibrate, quantise, read_model, write_container, write_model


# ---- test vectors

def mentions(words, *found):
    """found: (text, form, kind, actor)."""
    out = []
    for text, form, kind, actor in found:
        part = text.split()
        at = next(k for k in range(len(words)) if words[k:k + len(part)] == part and all((m.first, m.last) != (k, k + len(part) - 1) for m in out))
        out.append(corpora.Mention(at, at + len(part) - 1, corpora.FORMS.index(form), corpora.KINDS.index(kind), actor))
    return out


def documents():
    """Made up; each exercises something: names and pairs, letters outside ASCII, a sentence beyond a window and one beyond any window."""
    sentence = lambda text, *found: corpora.Sentence(text.split(), mentions=mentions(text.split(), *found))
    long_list = "The list names " + " , ".join(f"Delegate{k * 7919} of Region-{k}/North-East" for k in range(13)) + " ."
    endless = "They counted " + " ".join(f"{k}.5.2.9.1.7.3,{k}:4:6-8" for k in range(20, 46)) + " ."
    return [
        [sentence("President Marta Keller rejected Norland 's demand on Monday .", ("Marta Keller", "name", "person", 1), ("Norland", "name", "country", 2)),
         sentence("She said that the government in Eastport would sue the Alliance for Free Ports , which had accused her of lying .",
                  ("She", "pronoun", "person", 1), ("the government", "nominal", "organisation", 3), ("Eastport", "name", "place", 4),
                  ("the Alliance for Free Ports", "name", "organisation", 5), ("which", "pronoun", "organisation", 5), ("her", "pronoun", "person", 1)),
         sentence("NORLAND may send its troops .", ("NORLAND", "name", "country", 2), ("its", "pronoun", "country", 2), ("its troops", "nominal", "group", 6))],
        [sentence("Zoë Łukasiewicz and İsmet Çağlayan-Ðorđević met the café owners ’ union in Málaga — “ a first ” .",
                  ("Zoë Łukasiewicz", "name", "person", 1), ("İsmet Çağlayan-Ðorđević", "name", "person", 2),
                  ("the café owners ’ union", "nominal", "organisation", 3), ("Málaga", "name", "place", 4)),
         sentence("习近平 praised the U.S.-led ﬁnance talks , e-mail@example.org wrote 1,000.5 times \u200d … !", ("习近平", "name", "person", 5),
                  ("U.S.-led", "name", "country", 6))],
        [sentence("Why ?"), sentence(long_list, ("Delegate0", "name", "person", 1), ("Region-0/North-East", "name", "place", 2), ("Delegate95028", "name", "person", 3)),
         sentence("It was not enough , they told him .", ("they", "pronoun", "group", 4), ("him", "pronoun", "person", 1))],
        [sentence(endless, ("They", "pronoun", "group", 1)), sentence("mcDonald ate OK 4 X .", ("mcDonald", "name", "person", 2))],
    ]


def test_vectors(model, pieces, path):
    reader, arrays, described = Reader(model, pieces), {}, []
    for n, sentences in enumerate(documents()):
        batch, s, names, p = reader.encode([sentences])
        tags, lemmas, heads, deprels = reader.syntax(batch, s)
        reader.parse(batch, s)
        all_mentions = [(k, m) for k, x in enumerate(sentences) for m in x.mentions]
        pairs = [(i, j) for i, (a, m) in enumerate(all_mentions) for j, (b, o) in enumerate(all_mentions) if a == b and i != j]
        described.append({"sentences": [x.words for x in sentences],
                          "mentions": [[k, m.first, m.last, m.form * len(corpora.KINDS) + m.kind] for k, m in all_mentions], "pairs": pairs})
        put = lambda name, array, kind: arrays.__setitem__(f"{n}.{name}", (kind, np.ascontiguousarray(array, dtype="<i4" if kind == "i32" else "<f4"), None))
        put("pieces", batch.pieces.numpy(), "i32")
        for name, x in (("S", s), ("N", names), ("P", p)):
            put(name, x.numpy(), "f32")
        put("tags", tags, "i32")
        put("lemma", lemmas, "i32")
        put("arcs_head", heads, "i32")
        put("deprel", deprels, "i32")
        with torch.no_grad():
            name_scores, mention_scores = model.names(names), model.mention_scores(names)
            put("name_tags", sum(reader.spans(batch, name_scores), []), "i32")
            put("mention_tags", sum(reader.spans(batch, mention_scores), []), "i32")
            if pairs:
                rows = []
                for i, j in pairs:
                    (k, m), (_, o) = all_mentions[i], all_mentions[j]
                    x, at = batch.sentences[k]
                    rows.append((x, at, (m.first, m.last), (o.first, o.last)))
                types, modality, dse, start, end = model.pair(p, make_pairs(rows))
                for name, x in (("pair_types", types), ("pair_modality", modality), ("pair_dse", dse)):
                    put(name, x.numpy(), "f32")
                put("pair_start", start.argmax(1).numpy(), "i32")
                put("pair_end", end.argmax(1).numpy(), "i32")
            c, t = CorefPairs(), torch.tensor
            add_mentions(c, batch_mentions(batch, 0))
            if c.i:
                put("coref", model.coref(p, t(c.first), t(c.last), t(c.i), t(c.j), t(c.features)).numpy(), "f32")
    return write_container(path, b"ENTTESTV", {"documents": described}, arrays)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    a.add_argument("--checkpoint", default=os.path.join(here, "checkpoints", "training.pt"))
    a.add_argument("--out", default=here)
    a.add_argument("--calibration", help="the file that calibrate.py wrote")
    a.add_argument("--start", help="the model file that the training went on from, to be averaged with")
    a.add_argument("--share", type=float, default=0.8, help="of the training's own weights in that average")
    a = a.parse_args()
    os.makedirs(a.out, exist_ok=True)
    model, pieces, state = load(a.checkpoint)
    if a.start:
        average(model, read_model(a.start)[0], a.share)
    calibration = calibrate(model, json.load(open(a.calibration, encoding="utf-8"))) if a.calibration else {}
    size = write_model(model, pieces, os.path.join(a.out, "entente.model"), calibration)
    quantise(model)
    vectors = test_vectors(model, pieces, os.path.join(a.out, "test-vectors.bin"))
    print(f"step {state['step']}: entente.model {size:,} bytes, test-vectors.bin {vectors:,} bytes")


if __name__ == "__main__":
    main()
