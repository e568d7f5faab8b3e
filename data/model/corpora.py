# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The training corpora, each with its own conventions, read into one form: documents of sentences with what their corpus says of them.

What a corpus does not say stays open: a name label is a set of allowed BIOES classes (a bit mask), None is "not annotated"."""
import collections
import glob
import json
import os
import re
from dataclasses import dataclass, field

from pieces import tokenise

UPOS = ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"]
FEATURES = ["Number", "Person", "Tense", "Mood", "VerbForm", "Voice", "Polarity", "Gender", "PronType", "Degree"]
NAMES = ["person", "organisation", "place", "group", "event", "other"]
FORMS = ["name", "nominal", "pronoun"]
KINDS = ["person", "country", "organisation", "place", "group"]
TYPES = ["none", "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "align", "request", "accuse", "reject", "threaten",
         "protest", "sanction", "mobilize", "coerce", "assault", "distrust", "member", "lead", "locate", "other"]
MODALITIES = ["asserted", "possible", "reported", "denied"]
PLOVER = [t for t in TYPES[1:19] if t not in ("align", "distrust")]
DEV_DOCUMENTS = ("GUM_interview_chomsky", "GUM_news_defector", "weblog-juancole.com_juancole_20040604210986_ENG_20040604_210986", "dse-7")
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
ANNOTATIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "annotations")
ANY_NAME = (1 << (1 + 4 * len(NAMES))) - 1


@dataclass
class Mention:
    first: int
    last: int
    form: int
    kind: int
    actor: object


@dataclass
class Relation:
    source: int
    target: int
    types: list
    modality: int = -1
    start: int = -1
    end: int = -1


@dataclass
class Sentence:
    words: list
    trees: dict = None            # upos, feats, heads, deprels, lemmas: a list each
    names: list = None            # a bit mask of allowed BIOES classes a word
    mentions: list = None         # [Mention]
    coref_only: bool = False      # the mentions train coreference, not the mention head
    relations: list = None        # [Relation]; every other pair of the mentions is "none"
    stances: list = None          # [(first, last, first, last, label 0-4)]
    spans: list = field(default=None, repr=False)   # characters of each word in the text
    xpos: list = None
    heads: list = None            # of the tree that the model reads, 0 the root; the pairs' roles want it
    question: object = None       # gap.Question, at a passage's first sentence
    id: str = ""


@dataclass
class Document:
    id: str
    sentences: list


def read_conllu(path):
    documents, rows, spans, meta = [], [], [], {}

    def finish():
        nonlocal rows, spans, meta
        if rows:
            feats = [dict(f.split("=", 1) for f in r[5].split("|")) if r[5] != "_" else {} for r in rows]
            s = Sentence([r[1] for r in rows], id=meta.get("sent_id", ""), xpos=[r[4] for r in rows], spans=locate_words(meta["text"], spans, [r[1] for r in rows]),
                         trees={"upos": [r[3] for r in rows], "feats": feats, "heads": [int(r[6]) for r in rows],
                                "deprels": [r[7] for r in rows], "lemmas": [r[2] for r in rows]})
            s.misc = [r[9] for r in rows]
            documents[-1].sentences.append(s)
        rows, spans, meta = [], [], {}

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            finish()
        elif line.startswith("#"):
            key, _, value = line[1:].partition("=")
            meta[key.strip()] = value.strip()
            if key.strip() == "newdoc id":
                documents.append(Document(value.strip(), []))
        else:
            cols = line.split("\t")
            if "-" in cols[0]:
                first, last = map(int, cols[0].split("-"))
                spans.append((cols[1], last - first + 1))
            elif cols[0].isdigit():
                rows.append(cols)
                if sum(n for _, n in spans) < len(rows):
                    spans.append((cols[1], 1))
    finish()
    return documents


def locate_words(text, tokens, words):
    """tokens: (surface, words in it), in order -> characters of each word. The words of a contraction divide its characters."""
    out, at = [], 0
    for surface, n in tokens:
        start = text.find(surface, at)
        if start < 0:
            start = at
        at = start + len(surface)
        parts = words[len(out):len(out) + n]
        for k, part in enumerate(parts):
            end = at if k == n - 1 else min(start + len(part), at)
            out.append((start, end))
            start = end
    return out


def words_of(spans, start, end):
    """The words that overlap the characters start … end: (first, last), or None."""
    inside = [k for k, (s, e) in enumerate(spans) if s < end and e > start]
    return (inside[0], inside[-1]) if inside else None


# ---------------------------------------------------------------- names

def bioes(kind, first, last, k):
    if first == last:
        mark = 3
    else:
        mark = 0 if k == first else 2 if k == last else 1
    return 1 + 4 * kind + mark


def put_name(names, first, last, kinds):
    """Allow any of kinds (names) for the words first … last."""
    for k in range(first, last + 1):
        names[k] = sum(1 << bioes(NAMES.index(kind), first, last, k) for kind in kinds)


TITLES = {"president", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "senator", "sen.", "sen", "prime", "minister", "king", "queen",
          "prince", "princess", "professor", "prof.", "general", "gen.", "colonel", "captain", "sir", "lord", "lady", "pope", "judge",
          "secretary", "governor", "gov.", "rep.", "representative", "ambassador", "justice", "chairman", "director", "vice", "attorney"}
DEMONYM = re.compile(r"(ans?|ish|ese|ch|ians?|is?|ics?|Greeks?|Jews?|Dutch|Swiss|Arabs?|Kurds?|Turks?|Serbs?|Sunnis?|Shiites?)$")
GUM_NAMES = {"person": ["person"], "organization": ["organisation"], "place": ["place"], "event": ["event"], "abstract": ["other", "event"],
             "object": ["other"], "animal": ["other"], "plant": ["other"], "substance": ["other"]}


def gum_names(sentence, entities):
    """Names from GUM's entities: of each whose head is a proper noun the stretch of proper nouns about the head."""
    proper = [x in ("NNP", "NNPS") for x in sentence.xpos]
    names = [1] * len(sentence.words)
    # a capitalised adjective or common noun may be a nationality or part of a title: GUM does not say
    for k, w in enumerate(sentence.words):
        if k and w[:1].isupper() and sentence.trees["upos"][k] in ("ADJ", "NOUN", "X") or proper[k]:
            names[k] = ANY_NAME
    heads = sentence.trees["heads"]
    found = []
    for e in entities:
        inside = range(e["first"], e["last"] + 1)
        top = [k for k in inside if heads[k] - 1 not in inside]
        if not top or not proper[top[0]] or e["type"] not in GUM_NAMES:
            continue
        head = top[0]
        joins = ("-", "–", "/", "&") + (("of", "for", "and", "the", "de") if e["type"] != "person" else ("de", "van", "von", "bin", "al"))
        first = last = head
        while first > e["first"]:
            j = first - 1
            while j > e["first"] and sentence.words[j].lower() in joins:
                j -= 1
            if not proper[j]:
                break
            first = j
        while last < e["last"]:
            j = last + 1
            while j < e["last"] and (sentence.words[j].lower() in joins or sentence.words[j] in ("'s", "’s") and e["type"] != "person"):
                j += 1
            if not (proper[j] or sentence.xpos[j] == "CD" and j == last + 1):
                break
            last = j
        if e["type"] == "person":
            while first < last and sentence.words[first].lower() in TITLES:
                first += 1
            if sentence.words[first].lower() in TITLES:
                continue
        kinds = GUM_NAMES[e["type"]]
        if e["type"] == "person" and sentence.xpos[head] == "NNPS":
            kinds = ["group"]
        elif e["type"] == "organization" and sentence.xpos[head] == "NNPS":
            kinds = ["group", "organisation"]
        found.append((last - first, first, last, kinds))
    taken = set()
    for _, first, last, kinds in sorted(found, key=lambda f: -f[0]):
        if taken.isdisjoint(range(first, last + 1)):
            put_name(names, first, last, kinds)
            taken.update(range(first, last + 1))
    sentence.names = names


def gum_entities(sentences):
    """Entity= of MISC: per sentence the entities of one sentence, with id, type and identity."""
    out = []
    for s in sentences:
        open_, done = collections.defaultdict(list), []
        for k, misc in enumerate(s.misc):
            value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
            for m in re.finditer(r"\(([^()]+)(\)?)|([^()]+)\)", value):
                if m.group(1):
                    fields = m.group(1).split("-")
                    e = {"id": fields[0], "type": fields[1] if len(fields) > 1 else "", "first": k, "last": k}
                    if m.group(2):
                        done.append(e)
                    else:
                        open_[fields[0]].append(e)
                elif open_[m.group(3)]:
                    e = open_[m.group(3)].pop()
                    e["last"] = k
                    done.append(e)
        out.append(done)
    return out


def gum_mentions(sentence, entities):
    """Persons, organisations and places of GUM as mentions for coreference, cut as the relation annotation cuts them."""
    out = []
    heads, upos = sentence.trees["heads"], sentence.trees["upos"]
    for e in entities:
        if e["type"] not in ("person", "organization", "place"):
            continue
        inside = range(e["first"], e["last"] + 1)
        top = [k for k in inside if heads[k] - 1 not in inside]
        if not top:
            continue
        head, first, last = top[0], e["first"], top[0]
        if upos[head] in ("PRON", "DET") and e["first"] == e["last"]:
            form = 2
        elif upos[head] == "PROPN":
            form, first = 0, head
            while first > e["first"] and upos[first - 1] == "PROPN":
                first -= 1
            while last < e["last"] and upos[last + 1] == "PROPN":
                last += 1
        else:
            form = 1
        plural = sentence.trees["feats"][head].get("Number") in ("Plur", "Ptan")
        kind = {"person": "group" if plural else "person", "organization": "organisation", "place": "place"}[e["type"]]
        out.append(Mention(first, last, form, KINDS.index(kind), e["id"]))
    sentence.mentions = sorted(out, key=lambda m: (m.first, -m.last))
    sentence.coref_only = True


# ---------------------------------------------------------------- the relation annotation

def country_names():
    """What countries are called, and their capitals: no demonyms, though many end like one ("Iran", "Mali")."""
    out = set()
    for line in open(os.path.join(DATA, "gazetteer", "countries.tsv"), encoding="utf-8"):
        if not line.startswith("#") and line.strip():
            name, _, names, capitals = line.rstrip("\n").split("\t")[:4]
            out.update(x.strip() for x in "; ".join((name, names, capitals)).split(";"))
    return out


COUNTRY_NAMES = country_names()


def is_demonym(text, name):
    return bool(DEMONYM.search(text)) and text.casefold() != name.casefold() and text not in COUNTRY_NAMES


def relation_sentence(sentence, record, actors):
    """Puts the mentions and relations of a record of relations/*.json on a sentence."""
    mentions, where = [], {}
    for n, m in enumerate(record["mentions"]):
        words = words_of(sentence.spans, m["start"], m["end"])
        if words is None or m["actor"] not in actors:
            continue
        where[n] = len(mentions)
        mentions.append(Mention(*words, FORMS.index("name" if m["form"] == "alias" else m["form"]),
                                KINDS.index(actors[m["actor"]]["kind"]), m["actor"]))
    sentence.mentions = mentions
    pairs = {}
    for r in record["relations"]:
        if r["from"] not in where or r["to"] not in where or r["from"] == r["to"] or r["type"] not in TYPES:
            continue
        a, b = where[r["from"]], where[r["to"]]
        predicate = words_of(sentence.spans, r["predicate_start"], r["predicate_end"]) or (-1, -1)
        for source, target in [(a, b)] + ([(b, a)] if r["mutual"] else []):
            p = pairs.setdefault((source, target), Relation(source, target, [], MODALITIES.index(r["modality"]), *predicate))
            p.types.append(TYPES.index(r["type"]))
    sentence.relations = list(pairs.values())

    # what is no actor is not annotated: a capitalised word outside the mentions stays open
    names = [ANY_NAME if w[:1].isupper() else 1 for w in sentence.words]
    for n, m in enumerate(record["mentions"]):
        if n not in where or m["form"] not in ("name", "alias"):
            continue
        mention, actor = mentions[where[n]], actors[m["actor"]]
        kind = {"country": "place"}.get(actor["kind"], actor["kind"])
        if actor["kind"] in ("country", "place", "group") and is_demonym(m["text"], actor["name"]):
            kind = "group"
        kinds = [kind]
        if actor["kind"] == "country" and " " in m["text"] and m["text"] != actor["name"]:
            kinds = ["place", "organisation"]      # "Pakistan Army" stands for the country
        if m["form"] == "alias" and kind not in ("group", "person") and m["text"][:1].islower():
            continue
        put_name(names, mention.first, mention.last, kinds)
    for mention in mentions:
        if mention.form == 2 or mention.form == 1 and mention.first == mention.last:
            names[mention.first] = 1
    # where the treebank names more than the actors, it is right
    sentence.names = [n if old == ANY_NAME else old for n, old in zip(names, sentence.names)] if sentence.names else names


def read_standoff(folder, corpora_folder, treebank):
    """Our own annotation of others' sentences (annotations/README.md), in the form of read_relations()."""
    rows = [marked_text(*line.rstrip("\n").split("\t")[:3]) if line.count("\t") >= 3 else None
            for line in open(os.path.join(corpora_folder, "dse", "train.txt"), encoding="utf-8")]
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        name = os.path.basename(path)[:-len(".jsonl")]
        records = [json.loads(line) for line in open(path, encoding="utf-8")]
        actors = {a: {"name": "", "kind": kind} for a, kind in records[0]["actors"].items()}
        sentences = {r["sent_id"]: r for r in records[1:]}
        if name in treebank:
            for s in treebank[name].sentences:
                annotate_standoff(s, sentences.get(s.id, {"mentions": [], "relations": []}), actors)
                s.coref_only = False
            out.append((name, treebank[name]))
        else:
            for r in records[1:]:
                text = rows[int(r["sent_id"].rpartition("-")[2])][0]
                spans = tokenise(text)
                s = Sentence([text[a:b] for a, b in spans], spans=spans, id=r["sent_id"])
                annotate_standoff(s, r, actors)
                out.append((name, Document(r["sent_id"], [s])))
    return out


def annotate_standoff(sentence, row, actors):
    said = lambda start, end: " ".join(w for w, (a, b) in zip(sentence.words, sentence.spans) if a < end and b > start)
    mentions = [dict(zip(("start", "end", "actor", "form"), m), text=said(m[0], m[1])) for m in row["mentions"]]
    relations = [dict(zip(("from", "to", "type", "modality", "mutual", "predicate_start", "predicate_end"), r)) for r in row["relations"]]
    relation_sentence(sentence, {"mentions": mentions, "relations": relations}, actors)


def read_relations(folder, treebank):
    """treebank: the UD documents by id. Returns [(file's name, Document)]: whole treebank documents (a sentence that the file leaves
    out has no mention), and of the other files every sentence as a document of its own."""
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        data = json.load(open(path, encoding="utf-8"))
        actors = {a["id"]: a for a in data["actors"]}
        ud = treebank.get(data["doc"])
        if ud:
            records = {r["sent_id"]: r for r in data["sentences"]}
            for s in ud.sentences:
                relation_sentence(s, records.get(s.id, {"mentions": [], "relations": []}), actors)
                s.coref_only = False
            out.append((data["doc"], ud))
        else:
            for r in data["sentences"]:
                spans = tokenise(r["text"])
                s = Sentence([r["text"][a:b] for a, b in spans], spans=spans, id=r["sent_id"])
                relation_sentence(s, r, actors)
                out.append((data["doc"], Document(r["sent_id"], [s])))
    return out


# ---------------------------------------------------------------- names in columns

COLUMN_NAMES = {"PER": ["person"], "ORG": ["organisation"], "LOC": ["place"], "MISC": ["group", "event", "other"],
                "person": ["person"], "politician": ["person"], "politicalparty": ["organisation"], "organisation": ["organisation"],
                "country": ["place"], "location": ["place"], "election": ["event"], "event": ["event"], "misc": ["group", "event", "other"]}


def read_columns(path, per_document=1):
    """word … tag, a blank line between sentences. Consecutive sentences form documents of per_document."""
    sentences, rows = [], []
    for line in [*open(path, encoding="utf-8"), "\n"]:
        line = line.rstrip("\n")
        if line.startswith("-DOCSTART-") or line.startswith("#"):
            continue
        if line:
            cols = re.split(r"[\t ]", line)
            rows.append((cols[1], cols[2]) if cols[0].isdigit() and len(cols) > 2 else (cols[0], cols[-1]))
        elif rows:
            s = Sentence([w for w, _ in rows], names=[1] * len(rows))
            s.gold_tags = [t for _, t in rows]
            for first, last, kind in tag_spans(s.gold_tags):
                put_name(s.names, first, last, COLUMN_NAMES[kind])
            sentences.append(s)
            rows = []
    return [Document(f"{os.path.basename(path)}-{k}", sentences[k:k + per_document]) for k in range(0, len(sentences), per_document)]


def tag_spans(tags):
    out, start = [], None
    for k, tag in enumerate(tags + ["O"]):
        mark, _, kind = tag.partition("-")
        if start is not None and (mark in "BO" or kind != tags[start].partition("-")[2]):
            out.append((start, k - 1, tags[start].partition("-")[2]))
            start = None
        if mark in "BI" and start is None:
            start = k
    return out


def read_crossre(path):
    out = []
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        s = Sentence(d["sentence"], names=[1] * len(d["sentence"]))
        for first, last, kind in d["ner"]:
            put_name(s.names, first, min(last, len(s.words) - 1), COLUMN_NAMES.get(kind, NAMES))
        out.append(Document(d["doc_key"], [s]))
    return out


# ---------------------------------------------------------------- directed sentiment, PLOVER's test pairs

def marked_text(marked, p, q):
    """DSE's sentence without its brackets, and where p and q stand in it."""
    a, b = marked.find(f"[{p}]"), marked.find(f"[{q}]")
    if a < 0 or b < 0 or a == b:
        return None
    at = sorted([a, a + len(p) + 1, b, b + len(q) + 1])
    text = "".join(c for k, c in enumerate(marked) if k not in at)
    back = lambda x: x - sum(k < x for k in at)
    return text, (back(a + 1), back(a + 1) + len(p)), (back(b + 1), back(b + 1) + len(q))


def without_possessive(words, first, last):
    return (first, last - (last > first and words[last].lower() in ("'s", "’s", "'", "’")))


def read_dse(path, merge=True):
    sentences = {}
    for n, line in enumerate(open(path, encoding="utf-8")):
        cols = line.rstrip("\n").split("\t")
        found = marked_text(*cols[:3]) if len(cols) >= 4 else None
        if not found:
            continue
        text, p, q = found
        key = text if merge else n
        if key not in sentences:
            spans = tokenise(text)
            sentences[key] = Sentence([text[a:b] for a, b in spans], spans=spans, stances=[], id=str(n))
        s = sentences[key]
        a, b = words_of(s.spans, *p), words_of(s.spans, *q)
        a, b = (without_possessive(s.words, *x) if x else None for x in (a, b))
        if a and b:
            s.stances.append((*a, *b, int(cols[3])))
    for s in sentences.values():
        if merge:
            s.stances = list({x[:4]: x for x in s.stances}.values())
    return [Document(s.id, [s]) for s in sentences.values()]


def read_plv(path):
    """Rows of a marked source and target: (words, p, q, type, quad)."""
    out = []
    for line in open(path, encoding="utf-8"):
        cols = line.rstrip("\n").split("\t")
        text, marks = "", {}
        for part in re.split(r"(</?[st]>)", cols[0]):
            if re.fullmatch(r"</?[st]>", part):
                marks.setdefault(part[-2], []).append(len(text))
            else:
                text += part
        if sorted(marks) != ["s", "t"]:
            continue
        spans = tokenise(text)
        p, q = words_of(spans, *marks["s"][:2]), words_of(spans, *marks["t"][:2])
        if p and q:
            out.append(([text[a:b] for a, b in spans], p, q, cols[1].lower(), int(cols[2])))
    return out


# ---------------------------------------------------------------- lemmas

def lemma_script(word, lemma):
    best = None
    for c, w in ((1, word.lower()), (0, word)):
        for start in range(len(w)):
            if start > 3:
                break
            for lead in range(0, 4):
                n = 0
                while start + n < len(w) and lead + n < len(lemma) and w[start + n] == lemma[lead + n]:
                    n += 1
                if n == 0 and start + lead:
                    continue
                script = (c, start, len(w) - start - n, lemma[:lead], lemma[lead + n:])
                cost = script[1] + script[2] + len(script[3]) + len(script[4])
                if best is None or cost < best[0]:
                    best = (cost, script)
    return "|".join(map(str, best[1]))


def apply_script(script, word):
    c, prefix, suffix, before, after = script.split("|")
    w = word.lower() if c == "1" else word
    return before + w[int(prefix):max(len(w) - int(suffix), int(prefix))] + after


@dataclass
class Classes:
    """The label sets, as they go into the model's header."""
    tags: list
    deprel: list
    lemma: list
    lemma_exceptions: dict

    def __post_init__(self):
        self.lemma_exceptions = {**self.lemma_exceptions, **irregular_verbs()}
        self.tag_index = [{v: n for n, v in enumerate(g["values"])} for g in self.tags]
        self.deprel_index = {d: n for n, d in enumerate(self.deprel)}
        self.lemma_index = {d: n for n, d in enumerate(self.lemma)}

    def deprel_class(self, deprel):
        return self.deprel_index.get(deprel, self.deprel_index.get(deprel.split(":")[0], self.deprel_index["dep"]))


def irregular_verbs():
    """irregular-verbs.txt as exceptions of the lemma head: {"fought\\tVERB": "fight"}"""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "irregular-verbs.txt"), encoding="utf-8") as f:
        verbs = [line.split() for line in f if line.strip() and not line.startswith("#")]
    return {f"{form}\tVERB": base for base, *forms in verbs for form in forms}


def count_classes(documents):
    deprels, scripts, values = collections.Counter(), collections.Counter(), [collections.Counter() for _ in FEATURES]
    lemmas = collections.defaultdict(collections.Counter)
    for d in documents:
        for s in d.sentences:
            deprels.update(s.trees["deprels"])
            for w, l, u, f in zip(s.words, s.trees["lemmas"], s.trees["upos"], s.trees["feats"]):
                if l != "_":
                    scripts[lemma_script(w, l)] += 1
                    lemmas[w.lower(), u][l] += 1
                for counter, name in zip(values, FEATURES):
                    counter[f.get(name, "")] += 1
    deprel = sorted({d if n >= 20 else d.split(":")[0] for d, n in deprels.items()} | {"root", "dep"})
    lemma = ["1|0|0||"] + [s for s, n in scripts.most_common() if n >= 8 and s != "1|0|0||"]
    known = set(lemma)
    # what no class spells, and the irregular words that were always read one way
    exceptions = {}
    for (word, upos), counter in lemmas.items():
        best, n = counter.most_common(1)[0]
        total = sum(counter.values())
        if upos in ("PROPN", "PUNCT", "X", "SYM", "NUM") or n < 0.9 * total or len(word) < 2:
            continue
        script = lemma_script(word, best)
        if script not in known or scripts[script] < 40 and total >= 2:
            exceptions[f"{word}\t{upos}"] = best
    tags = [{"name": "UPOS", "values": UPOS}]
    for name, counter in zip(FEATURES, values):
        tags.append({"name": name, "values": ["absent"] + sorted(v for v, n in counter.items() if v and n >= 5)})
    return Classes(tags, deprel, lemma, dict(sorted(exceptions.items())))


def load(folder, annotations=ANNOTATIONS):
    """Everything to train on and to choose on. annotations: the folder of our own annotation of the corpora's sentences."""
    at = lambda *p: os.path.join(folder, *p)
    ewt, gum = read_conllu(at("ud", "ewt-train.conllu")), read_conllu(at("ud", "gum-train.conllu"))
    for d in gum:
        for s, entities in zip(d.sentences, gum_entities(d.sentences)):
            gum_names(s, entities)
            gum_mentions(s, entities)
    treebank = {d.id: d for d in ewt + gum}
    relations = read_relations(at("relations"), treebank) + read_standoff(annotations, folder, treebank)
    dev = [(n, d) for n, d in relations if n in DEV_DOCUMENTS]
    held = {id(d) for _, d in dev}
    train = [d for n, d in relations if id(d) not in held]
    classes = count_classes(ewt + gum)
    # the documents to choose on keep their trees in training and nothing else
    trees = []
    for d in ewt + gum:
        if id(d) in held:
            d = Document(d.id, [Sentence(s.words, trees=s.trees) for s in d.sentences])
        trees.append(d)
    columns = (read_columns(at("ner", "wikigold.conll"), 4) + read_columns(at("ner", "crossner-politics-train.conll"))
               + read_columns(at("ner", "crossner-politics-dev.conll")) + read_crossre(at("crossre", "news-train.json"))
               + read_crossre(at("crossre", "news-dev.json")))
    return {"classes": classes, "trees": trees, "relations": train, "relations_dev": dev, "names": columns,
            "dse": read_dse(at("dse", "train.txt"))}
