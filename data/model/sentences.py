#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sentences of our own (sentences/README.md says how they are marked).

`python3 sentences.py FOLDER` prints the counts, and each error as FILE:LINE.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

TYPES = ("agree consult support concede cooperate aid retreat align request accuse reject threaten protest "
         "sanction mobilize coerce assault distrust member lead locate other").split()
KINDS = {"c": "country", "p": "person", "o": "organisation", "l": "place", "g": "group"}
MODALITIES = {"": "asserted", "?": "possible", "!": "denied", '"': "reported"}
MENTION = re.compile(r"\[([a-z]+)(?::([a-z]))?([~*]?) ")
RELATION = re.compile(r'([a-z]+)(?:([?!])|(")([a-z]+\d*)?)? +([a-z]+)(\d*)(<>|>)([a-z]+)(\d*)')
REFERENCE = re.compile(r"([a-z]+)(\d*)")


class MarkupError(Exception):
    """A sentence is not marked as README.md says."""


@dataclass
class Mention:
    start: int
    end: int
    actor: str
    form: str  # name, nominal or pronoun
    kind: str = ""


@dataclass
class Relation:
    source: int  # from, to and speaker count the sentence's mentions
    target: int
    type: str
    modality: str
    mutual: bool
    start: int  # the predicate
    end: int
    speaker: int | None = None


@dataclass
class Sentence:
    text: str
    line: int
    mentions: list = field(default_factory=list)
    relations: list = field(default_factory=list)


@dataclass
class Document:
    file: str
    sentences: list = field(default_factory=list)
    kinds: dict = field(default_factory=dict)  # of each actor


def parse_sentence(marked, kinds, line=0):
    """The sentence without its marks; `kinds` holds the document's actors so far and gains this sentence's."""
    text, mentions, labels = [], [], []
    length = at = 0
    mention = predicate = None
    while at < len(marked):
        char = marked[at]
        if char == "\\" and marked[at + 1:at + 2] in tuple("[]{}|"):
            text.append(marked[at + 1])
            length += 1
            at += 2
        elif char == "[":
            found = MENTION.match(marked, at)
            if mention or not found:
                raise MarkupError("mention in a mention" if mention else "bad mention: " + marked[at:at + 20])
            actor, kind, form = found.groups()
            if kind:
                if kind not in KINDS:
                    raise MarkupError("no such kind: " + kind)
                if actor in kinds:
                    raise MarkupError("kind given twice: " + actor)
                kinds[actor] = KINDS[kind]
            elif actor not in kinds:
                raise MarkupError("no kind given: " + actor)
            mention = Mention(length, length, actor, {"": "name", "~": "nominal", "*": "pronoun"}[form], kinds[actor])
            at = found.end()
        elif char == "]":
            if not mention or mention.start == length:
                raise MarkupError("] without a mention")
            mention.end = length
            mentions.append(mention)
            mention = None
            at += 1
        elif char == "{":
            if mention or predicate is not None:
                raise MarkupError("{ inside a mention or a relation")
            predicate = length
            at += 1
        elif char == "|":
            end = marked.find("}", at)
            if mention or predicate is None or end < 0 or predicate == length:
                raise MarkupError("| outside of a relation")
            labels.append((predicate, length, marked[at + 1:end]))
            predicate = None
            at = end + 1
        elif char == "}":
            raise MarkupError("relation without a type")
        else:
            text.append(char)
            length += 1
            at += 1
    if mention or predicate is not None:
        raise MarkupError("mark without an end")
    sentence = Sentence("".join(text), line, mentions)
    seen = set()
    for start, end, label in labels:
        if sentence.text[start:end] != sentence.text[start:end].strip():
            raise MarkupError("predicate with a space around it: " + sentence.text[start:end])
        for one in label.split(";"):
            relation = parse_relation(one.strip(), mentions, start, end)
            key = (relation.source, relation.target, relation.type, relation.modality, start)
            if key in seen:
                raise MarkupError("relation given twice: " + one)
            seen.add(key)
            sentence.relations.append(relation)
    return sentence


def parse_relation(label, mentions, start, end):
    found = RELATION.fullmatch(label)
    if not found:
        raise MarkupError("bad relation: " + label)
    kind, mark, quote, speaker, source, source_at, arrow, target, target_at = found.groups()
    if kind not in TYPES:
        raise MarkupError("no such type: " + kind)
    if source == target:
        raise MarkupError("relation of an actor to itself: " + label)
    relation = Relation(find_mention(mentions, source, source_at, start, end),
                        find_mention(mentions, target, target_at, start, end),
                        kind, MODALITIES[mark or quote or ""], arrow == "<>", start, end)
    if speaker:
        relation.speaker = find_mention(mentions, *REFERENCE.fullmatch(speaker).groups(), start, end)
    return relation


def find_mention(mentions, actor, number, start, end):
    """Which mention is meant: the numbered one, or the one nearest to the predicate, better outside of it."""
    own = [i for i, mention in enumerate(mentions) if mention.actor == actor]
    if not own or number and not 0 < int(number) <= len(own):
        raise MarkupError(f"no mention of {actor}{number}")
    if number:
        return own[int(number) - 1]
    inside = lambda i: mentions[i].start >= start and mentions[i].end <= end
    return min(own, key=lambda i: (inside(i), start - mentions[i].end if mentions[i].start < start else mentions[i].start - end))


def read_sentences(folder, errors=None):
    """Yields the documents of the folder; adds (file, line, message) to errors, or raises the first one."""
    for path in sorted(Path(folder).glob("*.txt")):
        document = Document(path.name)
        for line, marked in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if marked.startswith("#"):
                continue
            if not marked.strip():
                if document.sentences:
                    yield document
                document = Document(path.name)
                continue
            try:
                document.sentences.append(parse_sentence(marked.strip(), document.kinds, line))
            except MarkupError as error:
                if errors is None:
                    raise MarkupError(f"{path}:{line}: {error}") from error
                errors.append((str(path), line, str(error)))
        if document.sentences:
            yield document


def main(folder):
    errors, types, modalities, forms, files = [], Counter(), Counter(), Counter(), Counter()
    documents = bare = several = 0
    for document in read_sentences(folder, errors):
        documents += 1
        for sentence in document.sentences:
            files[document.file] += 1
            several += len({mention.actor for mention in sentence.mentions}) > 1 and not sentence.relations
            bare += not sentence.relations
            forms.update(mention.form for mention in sentence.mentions)
            for relation in sentence.relations:
                types[relation.type] += 1
                modalities[relation.modality] += 1
    print(f"{sum(files.values())} sentences in {documents} documents: "
          + ", ".join(f"{name} {count}" for name, count in files.items()))
    print(f"{bare} without a relation, {several} of them with two actors or more")
    for title, counter in (("mentions", forms), ("modalities", modalities), ("types", types)):
        print(f"{sum(counter.values())} {title}: " + ", ".join(f"{name} {count}" for name, count in counter.most_common()))
    print("missing types: " + (", ".join(name for name in TYPES if name not in types) or "none"))
    for path, line, message in errors:
        print(f"{path}:{line}: {message}", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: sentences.py FOLDER")
    sys.exit(main(sys.argv[1]))
