#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gold maps of treebank documents, without the documents' sentences (maps/README.md):
gold_maps.py write FOLDER [--corpora ../shared/corpora]    their articles and gold maps, as bench.py reads them
gold_maps.py take GOLD.json DOCUMENT [--corpora …]         a gold map of such an article, put into maps/"""
import argparse
import glob
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MAPS = os.path.join(HERE, "maps")
PARTS = ("ewt-train", "ewt-dev", "gum-train", "gum-dev")


def read_documents(folder):
    """-> {document: [paragraph: [(sentence's ID, text)]]}"""
    out, sentence = {}, None
    for part in PARTS:
        for line in open(os.path.join(folder, "ud", part + ".conllu"), encoding="utf-8"):
            if not line.startswith("#"):
                continue
            key, _, value = (x.strip() for x in line[1:].partition("="))
            if key == "newdoc id":
                paragraphs = out[value] = [[]]
            elif key.startswith("newpar") and paragraphs[-1]:
                paragraphs.append([])
            elif key == "sent_id":
                sentence = value
            elif key == "text":
                paragraphs[-1].append((sentence, value))
    return out


def article(paragraphs):
    """-> the article's text, and (start, end, ID) of its sentences"""
    text, spans = "", []
    for sentences in paragraphs:
        text += "\n\n" if text else ""
        for n, (sentence, words) in enumerate(sentences):
            text += " " if n else ""
            spans.append((len(text), len(text) + len(words), sentence))
            text += words
    return text + "\n", spans


def covered(text, spans, quote):
    """The sentences that a quote touches."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    if not found:
        sys.exit(f"not in the article: {quote}")
    return [sentence for start, end, sentence in spans if start < found.end() and end > found.start()]


def take(path, document, documents):
    text, spans = article(documents[document])
    gold = json.load(open(path, encoding="utf-8"))
    out = os.path.join(MAPS, document + ".jsonl")
    with open(out, "w", encoding="utf-8") as f:
        f.write(json.dumps({"document": document}) + "\n")
        for a in gold["actors"]:
            f.write(json.dumps({k: a[k] for k in ("id", "names", "kind", "essential")}, ensure_ascii=False) + "\n")
        for r in gold["relations"]:
            row = {k: r[k] for k in ("from", "to", "stance", "types", "mutual", "essential")}
            f.write(json.dumps({**row, "sentences": [covered(text, spans, q) for q in r["quotes"]]}, ensure_ascii=False) + "\n")
    print(out)


def write(folder, documents):
    os.makedirs(folder, exist_ok=True)
    for path in sorted(glob.glob(os.path.join(MAPS, "*.jsonl"))):
        head, *rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        text, spans = article(documents[head["document"]])
        where = {sentence: (start, end) for start, end, sentence in spans}
        quote = lambda ids: text[where[ids[0]][0]:where[ids[-1]][1]].replace("\n\n", " ")
        name = os.path.basename(path)[:-len(".jsonl")]
        gold = {"article": name + ".txt", "actors": [r for r in rows if "names" in r],
                "relations": [{**{k: v for k, v in r.items() if k != "sentences"}, "quotes": [quote(s) for s in r["sentences"]]} for r in rows if "from" in r]}
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as f:
            f.write(text)
        with open(os.path.join(folder, name + ".gold.json"), "w", encoding="utf-8") as f:
            json.dump(gold, f, ensure_ascii=False, indent=1)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = p.add_subparsers(dest="command", required=True)
    for command, arguments in (("write", ["folder"]), ("take", ["gold", "document"])):
        c = commands.add_parser(command)
        c.add_argument("--corpora", default="../shared/corpora")
        for argument in arguments:
            c.add_argument(argument)
    a = p.parse_args()
    documents = read_documents(a.corpora)
    if a.command == "write":
        write(a.folder, documents)
    else:
        take(a.gold, a.document, documents)


if __name__ == "__main__":
    main()
