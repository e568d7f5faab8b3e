# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own sentences (sentences/README.md) in the form of corpora.py."""
import sentences
from corpora import Document, Sentence, relation_sentence
from pieces import tokenise


def read(folder):
    """-> documents, their sentences marked as corpora.read_relations() marks those of the relation annotation."""
    out = []
    for d in sentences.read_sentences(folder):
        actors = {a: {"name": "", "kind": kind} for a, kind in d.kinds.items()}
        document = Document(f"{d.file}:{d.sentences[0].line}", [])
        for x in d.sentences:
            spans = tokenise(x.text)
            s = Sentence([x.text[a:b] for a, b in spans], spans=spans, id=f"{d.file}:{x.line}")
            record = {"mentions": [{"start": m.start, "end": m.end, "text": x.text[m.start:m.end], "actor": m.actor, "form": m.form} for m in x.mentions],
                      "relations": [{"from": r.source, "to": r.target, "type": r.type, "modality": r.modality, "mutual": r.mutual,
                                     "predicate_start": r.start, "predicate_end": r.end} for r in x.relations]}
            relation_sentence(s, record, actors)
            document.sentences.append(s)
        out.append(document)
    return out
