#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn sentences of the corpora that were marked by hand into annotations/: annotate.py MARKED.txt ... [--corpora ../shared/corpora]

A marked file begins with `## DOCUMENT` (a treebank document, or dse); then come `@ SENT_ID` and, on the next line, the sentence with the
marks of sentences/README.md. In a treebank document actors run through, in dse each sentence stands alone. A sentence whose text is not the
corpus' own is an error. A document's file is written anew; of dse the sentences that it did not have are added."""
import argparse
import json
import os
import sys

import corpora
import sentences


def read_texts(folder):
    """{sent_id: text} of the treebanks' training parts and of the sentiment corpus."""
    texts = {}
    for part in ("ewt-train", "gum-train"):
        for line in open(os.path.join(folder, "ud", part + ".conllu"), encoding="utf-8"):
            if line.startswith("# sent_id ="):
                sent_id = line.partition("=")[2].strip()
            elif line.startswith("# text ="):
                texts[sent_id] = line.partition("=")[2].strip()
    for number, line in enumerate(open(os.path.join(folder, "dse", "train.txt"), encoding="utf-8")):
        found = corpora.marked_text(*line.rstrip("\n").split("\t")[:3]) if line.count("\t") >= 3 else None
        if found:
            texts[f"dse-train-{number}"] = found[0]
    return texts


def read_marked(path, texts):
    """-> document, {actor: kind}, [record]; MarkupError where something is wrong."""
    lines = [line for line in open(path, encoding="utf-8").read().split("\n") if line.strip()]
    document, kinds, records = lines[0].removeprefix("## ").strip(), {}, []
    for at in range(1, len(lines) - 1, 2):
        sent_id = lines[at].removeprefix("@ ").strip()
        own = {} if document == "dse" else kinds
        x = sentences.parse_sentence(lines[at + 1], own)
        source = texts.get(sent_id)
        if source is None or x.text.strip() != source.strip():
            raise sentences.MarkupError(f"{sent_id}: not the text of the corpus")
        shift = len(source) - len(source.lstrip()) - (len(x.text) - len(x.text.lstrip()))
        prefix = sent_id.rpartition("-")[2] if document == "dse" else ""
        if document == "dse":
            kinds.update({prefix + a: kind for a, kind in own.items()})
        records.append({"sent_id": sent_id,
                        "mentions": [[m.start + shift, m.end + shift, prefix + m.actor, m.form] for m in x.mentions],
                        "relations": [[r.source, r.target, r.type, r.modality, r.mutual, r.start + shift, r.end + shift, r.speaker]
                                      for r in x.relations]})
    return document, kinds, records


def write(folder, document, kinds, records):
    path = os.path.join(folder, document + ".jsonl")
    if document == "dse" and os.path.exists(path):
        first, *before = [json.loads(line) for line in open(path, encoding="utf-8")]
        known = {r["sent_id"] for r in before}
        kinds, records = {**first["actors"], **kinds}, before + [r for r in records if r["sent_id"] not in known]
    with open(path, "w", encoding="utf-8") as out:
        for row in [{"actors": kinds}, *records]:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("marked", nargs="+")
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--out", default=corpora.ANNOTATIONS)
    a = p.parse_args()
    texts = read_texts(a.corpora)
    for path in a.marked:
        try:
            write(a.out, *read_marked(path, texts))
        except sentences.MarkupError as error:
            sys.exit(f"{path}: {error}")


if __name__ == "__main__":
    main()
