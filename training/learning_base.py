"""Fits what `src/learning/` knows of the network's embeddings, from the output of `scripts/embeddings.ts`:

    python3 training/learning_base.py MANIFEST.csv OUT/train OUT/val models/apparel

Training pictures define the projection, a linear discriminant analysis of the kinds (Ioffe 2006, "Probabilistic linear
discriminant analysis"): in it each kind spreads by the same amount in every direction. Held-out pictures are kept as the
replay, which sets how much a new kind may take: replayed training pictures would understate it fourfold.
Writes learning.json and learning.bin."""
import csv
import hashlib
import json
import os
import sys

import numpy

DIMENSIONS = 100
SHRINKAGE = 0.05
MIN_COUNT = 5          # pictures of a kind, to count as one
UNCLEAR = ("", "Other")  # kinds without a look of their own
FLOOR = 1e-3


def load(name, class_count, kind_count):
    lines = [line.split("\t") for line in open(name + ".tsv").read().split("\n")]
    rows = numpy.fromfile(name + ".f32", numpy.float32).reshape(len(lines), -1)
    return [path for path, _ in lines], [label for _, label in lines], rows[:, class_count + kind_count:]


def features(embeddings):
    """Square roots, then length 1: what many small activations say then counts as much as one large one."""
    roots = numpy.sqrt(numpy.maximum(embeddings, 0))
    return roots / (numpy.linalg.norm(roots, axis=1, keepdims=True) + 1e-9)


def fit(found, kinds):
    """Returns mean [1280], projection [1280, DIMENSIONS], the variance between kinds [DIMENSIONS], and the kinds' means."""
    mean = found.mean(0)
    sets = {kind: found[kinds == kind] for kind in sorted(set(kinds) - set(UNCLEAR))}
    sets = {kind: some for kind, some in sets.items() if len(some) >= MIN_COUNT}
    within = sum((some - some.mean(0)).T @ (some - some.mean(0)) for some in sets.values())
    within /= sum(len(some) - 1 for some in sets.values())
    side = len(within)
    within = (1 - SHRINKAGE) * within + SHRINKAGE * numpy.trace(within) / side * numpy.eye(side)
    spread, axes = numpy.linalg.eigh(within)
    whiten = axes / numpy.sqrt(spread)
    means = numpy.stack([(some.mean(0) - mean) @ whiten for some in sets.values()])
    between, turn = numpy.linalg.eigh(means.T @ means / len(means))
    turn = turn[:, ::-1][:, :DIMENSIONS]
    return mean, whiten @ turn, numpy.maximum(between[::-1][:DIMENSIONS], FLOOR), list(sets), means @ turn


def main(manifest, train, val, folder):
    card = json.load(open(os.path.join(folder, "card.json")))
    counts = len(card["classes"]), len(card["kinds"]["names"])
    rows = {row["file"]: row for row in csv.DictReader(open(manifest))}
    root = os.path.dirname(os.path.abspath(manifest))
    row_of = lambda path: rows[os.path.relpath(os.path.abspath(path), root)]

    paths, labels, embeddings = load(train, *counts)
    # A picture without a kind is one of its class.
    kinds = numpy.array([row_of(path)["kind"] or "class " + label for path, label in zip(paths, labels)])
    mean, projection, between, names, means = fit(features(embeddings), kinds)

    paths, labels, embeddings = load(val, *counts)
    replay = (features(embeddings) - mean) @ projection
    held = [i for i, label in enumerate(labels) if label != "ambiguous"]
    groups = [row_of(paths[i])["group"] or paths[i] for i in held]
    known = [row_of(paths[i])["kind"] for i in held]
    kind_names = sorted(set(known))

    parts, layout, offset = [], {}, 0
    def add(name, values, dtype, shape):
        nonlocal offset
        data = numpy.ascontiguousarray(values, dtype).tobytes()
        layout[name] = {"offset": offset, "type": dtype, "shape": list(shape)}
        data += bytes(-len(data) % 4)
        parts.append(data)
        offset += len(data)
    def add_scaled(name, values, dtype, limit):
        """Integers with one scale for each column."""
        scale = numpy.maximum(numpy.abs(values).max(0), 1e-9) / limit
        add(name + "Scale", scale, "float32", scale.shape)
        add(name, numpy.round(values / scale), dtype, values.shape)
    add("mean", mean, "float32", mean.shape)
    add_scaled("projection", projection, "int16", 32767)
    add("between", between, "float32", between.shape)
    add("kindMeans", means, "float32", means.shape)
    add_scaled("replay", replay[held], "int8", 127)
    add("replayIsNone", [labels[i] == "none" for i in held], "uint8", (len(held),))
    add("replayKind", [kind_names.index(kind) for kind in known], "uint8", (len(held),))
    add("replayFold", [int(hashlib.md5(group.encode()).hexdigest(), 16) % 2 for group in groups], "uint8", (len(held),))
    with open(os.path.join(folder, "learning.bin"), "wb") as file:
        file.write(b"".join(parts))
    with open(os.path.join(folder, "learning.json"), "w") as file:
        json.dump({"network": card["name"], "kinds": names, "replayKinds": kind_names, "layout": layout}, file, indent=1)
        file.write("\n")
    print(f"{offset / 1e6:.2f} MB, {len(names)} kinds, {len(held)} replayed pictures")


if __name__ == "__main__":
    main(*sys.argv[1:])
