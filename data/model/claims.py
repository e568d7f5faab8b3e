#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure the whole reading, sentence by sentence: claims.py --tool PATH/TO/entente-map [--corpora ../shared/corpora] [--errors]

The held-out relation documents (corpora.DEV_DOCUMENTS) are read by the program; each quote of each link is right when the annotation of
its sentence ties mentions of the same two parties in the same stance and direction. Prints precision, recall, the same by stance, and
how many of the quotes of a confidence are right."""
import argparse
import collections
import json
import os
import subprocess

import corpora


def documents(folder):
    """(id, text, [(start, end, record)]): a treebank document whole, every sentence of the others alone."""
    texts = collections.defaultdict(list)
    for part in ("ewt-train", "gum-train"):
        for line in open(os.path.join(folder, "ud", part + ".conllu"), encoding="utf-8"):
            key, _, value = line[1:].partition("=")
            if line.startswith("# newdoc id"):
                document = value.strip()
            elif line.startswith("# sent_id"):
                sentence = value.strip()
            elif line.startswith("# text ="):
                texts[document].append((sentence, value.strip()))
    for name in corpora.DEV_DOCUMENTS:
        data = json.load(open(os.path.join(folder, "relations", name + ".json"), encoding="utf-8"))
        records = {r["sent_id"]: r for r in data["sentences"]}
        if data["doc"] not in texts:
            for number, record in enumerate(data["sentences"]):
                yield f"{name}-{number}", record["text"], [(0, len(record["text"]), record)]
            continue
        text, sentences = "", []
        for sentence, words in texts[data["doc"]]:
            if sentence in records:
                sentences.append((len(text), len(text) + len(words), records[sentence]))
            text += words + " "
        yield name, text, sentences


def read(tool, items):
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in items)
    answers = subprocess.run([tool, "read", "--jsonl"], input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line).get("map", {"actors": [], "relations": []}) for line in answers.splitlines()]


class Tally:
    def __init__(self):
        self.counts, self.bins = collections.Counter(), collections.defaultdict(list)

    def sentence(self, start, end, record, drawn, errors):
        where = collections.defaultdict(list)
        for m in record["mentions"]:
            where[m["actor"]].append((start + m["start"], start + m["end"]))
        is_at = lambda span, actor: any(span["start"] < b and span["end"] > a for a, b in where[actor])
        wanted = {}
        for r in record["relations"]:
            ends = tuple(record["mentions"][r[k]]["actor"] for k in ("from", "to"))
            if r["modality"] != "denied" and ends[0] != ends[1]:
                wanted[(*(sorted(ends) if r["mutual"] else ends), r["stance"])] = r["mutual"]
        found = set()
        for r in drawn:
            for e in r["evidence"]:
                if not start <= e.get("from", e)["start"] < end or not e.get("from") or not e.get("to"):
                    continue
                fits = [w for w, mutual in wanted.items() if w[2] == r["stance"]
                        and (is_at(e["from"], w[0]) and is_at(e["to"], w[1])
                             or (mutual or r["mutual"]) and is_at(e["from"], w[1]) and is_at(e["to"], w[0]))]
                found.update(fits)
                for key in ("all", r["stance"]):
                    self.counts["drawn", key] += 1
                    self.counts["right", key] += bool(fits)
                self.bins[min(int(e["confidence"] * 10), 9)].append((e["confidence"], bool(fits)))
                if errors and not fits:
                    print("not stated:", r["type"], r["label"], f"{e['confidence']:.2f}", "|", record["text"])
        for w in wanted:
            for key in ("all", w[2]):
                self.counts["wanted", key] += 1
                self.counts["found", key] += w in found
            if errors and w not in found:
                print("missed:", *w, "|", record["text"])

    def show(self):
        for key in ("all", "cooperation", "conflict", "neutral"):
            c = {k: self.counts[k, key] for k in ("drawn", "right", "wanted", "found")}
            p, r = c["right"] / max(c["drawn"], 1), c["found"] / max(c["wanted"], 1)
            print(f"{key:12} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f} ({c['drawn']} drawn, {c['wanted']} wanted)")
        print("confidence: quotes, mean, share right")
        for k, rows in sorted(self.bins.items()):
            print(f"{k / 10:.1f}–{k / 10 + 0.1:.1f} {len(rows):5d} {sum(c for c, _ in rows) / len(rows):.2f} {sum(ok for _, ok in rows) / len(rows):.2f}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tool", required=True)
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--errors", action="store_true")
    a = p.parse_args()
    items, tally = list(documents(a.corpora)), Tally()
    for (_, _, sentences), m in zip(items, read(a.tool, [x[:2] for x in items])):
        for start, end, record in sentences:
            inside = [{**r, "evidence": [e for e in r["evidence"] if e["start"] < end and e["end"] > start]} for r in m["relations"]]
            tally.sentence(start, end, record, inside, a.errors)
    tally.show()


if __name__ == "__main__":
    main()
