# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""GAP's passages: a pronoun and two names, each of which it means or does not. The other mentions are not annotated, so the model marks them,
and what may or may not be meant as well (another pronoun, a noun) counts neither way."""
import csv
import re
from dataclasses import dataclass

from batches import STOP_WORDS
from corpora import FORMS, KINDS, Document, Mention, Sentence, words_of
from decode import tag_spans
from pieces import tokenise

SENTENCE_END = re.compile(r"""(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|vs|No))(?<!\bMrs)[.!?]["')\]”’]*\s+(?=["'(\[“‘]*[A-Z0-9])""")


@dataclass
class Question:
    """Mentions as (sentence, first word, last word)."""
    pronoun: tuple
    names: list                   # [(mention, whether the pronoun means it)]


def read(path):
    out = []
    for row in csv.DictReader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        text, start, sentences, starts = row["Text"], 0, [], []
        for end in [m.end() for m in SENTENCE_END.finditer(text)] + [len(text)]:
            spans = tokenise(text[start:end])
            if spans:
                sentences.append(Sentence([text[start + a:start + b] for a, b in spans], spans=[(start + a, start + b) for a, b in spans]))
                starts.append(start)
            start = end

        def locate(column, length):
            offset = int(row[column + "-offset"])
            k = max(k for k, s in enumerate(starts) if s <= offset)
            words = words_of(sentences[k].spans, offset, offset + length)
            return (k, *words) if words else None
        pronoun = locate("Pronoun", len(row["Pronoun"]))
        names = [(locate(x, len(row[x])), row[x + "-coref"].upper() == "TRUE") for x in "AB"]
        if pronoun and all(n for n, _ in names):
            sentences[0].question = Question(pronoun, names)
            out.append(Document(row["ID"], sentences))
    return out


def annotate(reader, documents):
    """Marks every passage's mentions by the model's own reading; those that are asked about come in where it misses them."""
    for d in documents:
        batch, _, n, _ = reader.encode([d.sentences])
        scores = reader.model.mention_scores(n).detach()
        q = d.sentences[0].question
        asked = [(*q.pronoun, FORMS.index("pronoun"))] + [(*name, FORMS.index("name")) for name, _ in q.names]
        for k, ((s, _), tags) in enumerate(zip(batch.sentences, reader.spans(batch, scores))):
            own = [(a, b, form) for sentence, a, b, form in asked if sentence == k]
            found = [Mention(a, b, c // len(KINDS), c % len(KINDS), None) for a, b, c in tag_spans(tags)
                     if all(b < first or a > last for first, last, _ in own)]
            kinds = {(a, b): c % len(KINDS) for a, b, c in tag_spans(tags)}
            found += [Mention(a, b, form, kinds.get((a, b), 0), None) for a, b, form in own]
            s.mentions, s.coref_only = sorted(found, key=lambda m: m.first), True


def answers(question, mentions, pronoun):
    """mentions: as batches.batch_mentions() gives them, with (sentence, first, last) of the passage for the last member. -> the number of
    the pronoun among them and, for each earlier one, 1 where it is meant, -1 where not, 0 where that is not known; None where the passage
    says nothing of the pronoun's antecedent."""
    content = lambda words: {w for w in words if len(w) > 2 and w not in STOP_WORDS}
    at = next(k for k, m in enumerate(mentions) if m[-1] == pronoun)
    words = {m[-1]: content(m[5]) for m in mentions}
    meant = [name for name, yes in question.names if yes]
    others = [name for name, yes in question.names if not yes]
    out = []
    for m in mentions[:at]:
        if m[3] != FORMS.index("name"):
            out.append(0)
        elif m[-1] in meant or any(words[m[-1]] & words[x] for x in meant) and not any(words[m[-1]] & words[x] for x in others):
            out.append(1)
        elif meant or m[-1] in others or any(words[m[-1]] & words[x] for x in others):
            out.append(-1)
        else:
            out.append(0)
    if meant and 1 not in out:
        return None
    return at, out
