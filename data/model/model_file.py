# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model file of FORMAT.md, written from a network and read back into one."""
import hashlib
import json
import os
import struct

import numpy as np
import torch

import corpora
import network as net
from pieces import WINDOW, Pieces

ALIGN = 64


def tensors(model):
    """name -> (type, tensor) as the file names them."""
    out = {}

    def add(name, tensor, kind=None):
        t = tensor.detach()
        out[name] = (kind or ("f16" if t.ndim == 2 else "f32"), t)

    def linear(name, layer, kind=None):
        add(name + ".w", layer.weight, kind)
        if layer.bias is not None:
            add(name + ".b", layer.bias)

    e = model.encoder
    add("word", e.word.weight, "i8")
    add("position", e.position.weight)
    add("casing", e.casing.weight)
    linear("emb_ln", e.emb_ln)
    for n, layer in enumerate(e.layer):
        for part in ("q", "k", "v", "o", "ffn1", "ffn2"):
            linear(f"layer.{n}.{part}", getattr(layer, part), "i8")
        linear(f"layer.{n}.ln1", layer.ln1)
        linear(f"layer.{n}.ln2", layer.ln2)
    for name, mix in (("syntax", model.syntax), ("names", model.names_mix), ("pair", model.pair_mix)):
        add(f"mix.{name}", torch.cat([mix.weights, mix.gamma]))
    t = model.trees
    linear("tags", t.tags)
    linear("lemma", t.lemma)
    add("arc.root", t.root)
    linear("arc.dep", t.arc_dep)
    linear("arc.head", t.arc_head)
    add("arc.u", t.u)
    add("arc.bias", t.bias)
    linear("label.dep", t.label_dep)
    linear("label.head", t.label_head)
    add("label.bilinear", t.bilinear.flatten(0, 1))
    linear("label", t.label)
    linear("names", model.names)
    linear("mentions.1", model.mentions1)
    linear("mentions.2", model.mentions2)
    c = model.coref
    linear("coref.span", c.span)
    for part in "abc":
        linear(f"coref.{part}", getattr(c, part))
    add("coref.bias", c.bias)
    for part in ("dist", "form", "match", "kind", "rank"):
        add(f"coref.{part}", getattr(c, part))
    add("coref.v", c.v.weight[0])
    add("coref.v_bias", c.v.bias)
    p = model.pair
    for part in ("key", "value", "span", "query1", "query2", "mlp1", "mlp2", "types", "modality", "dse", "start", "end"):
        linear(f"pair.{part}", getattr(p, part))
    for part in ("role_key", "role_value", "dist"):
        add(f"pair.{part}", getattr(p, part))
    return out


def row_scales(t):
    return (t.abs().amax(1) / 127).clamp(min=1e-12)


def quantise(model):
    """Rounds the weights in place to what the file can hold, so that PyTorch computes with the same numbers as the reader."""
    with torch.no_grad():
        for kind, t in tensors(model).values():
            if kind == "i8":
                scale = row_scales(t)[:, None]
                t.copy_(torch.round(t / scale).clamp(-127, 127) * scale)
            elif kind == "f16":
                t.copy_(t.half().float())


def calibrate(model, calibration):
    """Folds calibrate.py's sentiment bias into the weights; the rest goes into the header."""
    with torch.no_grad():
        model.pair.dse.bias += torch.tensor(calibration.get("sentiment_bias", [0.0] * 5))
    return {k: v for k, v in calibration.items() if k != "sentiment_bias"}


def average(model, other, share):
    """Mixes the weights of the network that a training went on from into its own: better on text unlike the training's, and no worse on it
    (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models")."""
    before = other.state_dict()
    with torch.no_grad():
        for name, t in model.state_dict().items():
            t.copy_(share * t + (1 - share) * before[name])


def write_container(path, magic, header, arrays):
    """arrays: name -> (type, array, scales or None). Writes to a part file first, so that no reader sees half of it."""
    blob, entries = bytearray(), {}

    def put(data):
        blob.extend(b"\0" * (-len(blob) % ALIGN))
        start = len(blob)
        blob.extend(data)
        return start

    for name, (kind, array, scales) in arrays.items():
        entries[name] = {"type": kind, "shape": list(array.shape), "offset": put(array.tobytes())}
        if scales is not None:
            entries[name]["scale"] = put(scales.astype("<f4").tobytes())
    blob.extend(b"\0" * (-len(blob) % ALIGN))
    # offsets count from the file's start, and the header's own length depends on their digits: settle by repetition
    base = 0
    for _ in range(4):
        shifted = {n: {**e, "offset": e["offset"] + base, **({"scale": e["scale"] + base} if "scale" in e else {})} for n, e in entries.items()}
        text = json.dumps({**header, "sha256": hashlib.sha256(blob).hexdigest(), "tensors": shifted}, ensure_ascii=False).encode()
        base = -(-(16 + len(text)) // ALIGN) * ALIGN
    with open(path + ".part", "wb") as f:
        f.write(magic + struct.pack("<II", 1, len(text)) + text)
        f.write(b"\0" * (base - 16 - len(text)))
        f.write(blob)
    os.replace(path + ".part", path)
    return os.path.getsize(path)


def write_model(model, pieces, path, calibration):
    arrays = {}
    for name, (kind, t) in tensors(model).items():
        if kind == "i8":
            scale = row_scales(t)
            arrays[name] = (kind, torch.round(t / scale[:, None]).clamp(-127, 127).to(torch.int8).numpy(), scale.numpy())
        else:
            arrays[name] = (kind, t.numpy().astype("<f2" if kind == "f16" else "<f4"), None)
    text = "".join(p + "\n" for p in pieces.vocabulary).encode()
    arrays["vocab"] = ("u8", np.frombuffer(text, np.uint8), None)
    c = model.classes
    header = {"config": {"hidden": net.HIDDEN, "layers": net.LAYERS, "heads": net.HEADS, "intermediate": net.INTERMEDIATE, "vocab": net.VOCABULARY,
                         "positions": net.POSITIONS, "window": WINDOW, "arc": net.ARC, "label": net.LABEL, "mention": net.MENTION, "span": net.SPAN,
                         "coref": net.COREF, "coref_candidates": net.COREF_CANDIDATES, "pair": net.PAIR, "pair_heads": net.PAIR_HEADS, "pair_out": net.PAIR_OUT},
              "classes": {"tags": c.tags, "deprel": c.deprel, "lemma": c.lemma, "names": corpora.NAMES,
                          "mentions": [f"{f}-{k}" for f in corpora.FORMS for k in corpora.KINDS], "types": corpora.TYPES, "modality": corpora.MODALITIES},
              "lemma_exceptions": c.lemma_exceptions, "calibration": calibration}
    return write_container(path, b"ENTMODEL", header, arrays)


def read_model(path):
    """The inverse of write_model(): -> the network with the file's weights, its classes and pieces. For going on from a model file."""
    data = open(path, "rb").read()
    assert data[:8] == b"ENTMODEL", path
    header = json.loads(data[16:16 + struct.unpack("<I", data[12:16])[0]])
    classes = corpora.Classes(header["classes"]["tags"], header["classes"]["deprel"], header["classes"]["lemma"], header["lemma_exceptions"])

    def array(name):
        e = header["tensors"][name]
        kind = np.dtype({"i8": "i1", "f16": "<f2", "f32": "<f4", "u8": "u1"}[e["type"]])
        out = np.frombuffer(data, kind, int(np.prod(e["shape"])), e["offset"]).reshape(e["shape"])
        if e["type"] == "i8":
            out = out.astype("f4") * np.frombuffer(data, "<f4", e["shape"][0], e["scale"])[:, None]
        return torch.tensor(out.astype("f4"))

    model = net.Network(classes)
    mixes = {"mix.syntax": model.syntax, "mix.names": model.names_mix, "mix.pair": model.pair_mix}
    with torch.no_grad():
        for name, (_, t) in tensors(model).items():
            if name not in header["tensors"]:                   # a file from before the part was there, which starts from nothing
                continue
            value = array(name)
            if name in mixes:
                mixes[name].weights.copy_(value[:-1])
                mixes[name].gamma.copy_(value[-1:])
            elif name in ("pair.role_key", "pair.role_value") and len(value) < len(t):
                t.copy_(torch.cat([value, value[2:]]))          # a file from before words on the path had roles of their own
            else:
                t.copy_(value)
    e = header["tensors"]["vocab"]
    vocabulary = data[e["offset"]:e["offset"] + e["shape"][0]].decode().split("\n")[:-1]
    return model, classes, Pieces(vocabulary)
