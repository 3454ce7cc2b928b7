"""Writes a trained detector for the extension: `python3 training/outfits/export.py SETTINGS.toml [--to DIR]`.

Writes model.json, weights.bin (float16, without the weights that are the classifier's), ranges.json and card.json.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import argparse
import hashlib
import json
import tomllib

import numpy as np
import torch
from torch import nn

from cache import to_input
from detector import STRIDE, TAPS, Detector, Head
from graph import FLOAT, Graph, dimensions, tensor
from network import ApparelNet, load_exported
from outfits import CLASSES, letterbox, read
from scales import descale, has_scales, rescale

# Pictures of train whose activations give the ranges of the bytes
SAMPLE = 120


def load(settings, out, name):
    """The averaged weights of a run, with float16 precision."""
    saved = torch.load(out / name / "checkpoint.pt", map_location="cpu")["mean"]
    net = Detector(load_exported(ApparelNet(), settings["backbone"]), Head(len(CLASSES)))
    if not any(key.startswith("backbone.") for key in saved):
        net.head.load_state_dict(saved)
    else:
        if has_scales(saved):
            rescale(net.backbone)
        net.load_state_dict(saved)
        descale(net.backbone)
    with torch.no_grad():
        for p in net.parameters():
            p.copy_(p.half().float())
    return net.eval()


class SharingGraph(Graph):
    """A graph that leaves out the weights that it shares with the classifier in `folder`."""

    def __init__(self, folder):
        super().__init__("float16")
        data, at, self.shared = (Path(folder) / "weights.bin").read_bytes(), 0, {}
        for spec in json.loads((Path(folder) / "model.json").read_text())["weightsManifest"][0]["weights"]:
            values = np.frombuffer(data, "<f2" if "quantization" in spec else "<i4", int(np.prod(spec["shape"])), at)
            self.shared[spec["name"]] = values.reshape(spec["shape"])
            at += values.nbytes

    def constant(self, name, values):
        kept = self.specs[:], self.data
        super().constant(name, values)
        shared = self.shared.get(name)
        if shared is not None and np.array_equal(shared, values.astype(shared.dtype)):
            self.specs, self.data = kept
        return name


class Walk:
    """Builds the graph of a Detector. With `ranges`, it also runs the layers and records the range of each channel."""

    def __init__(self, net, size, classifier):
        self.graph, self.most, self.least, self.net = SharingGraph(classifier), {}, {}, net
        self.graph.node("image", "Placeholder", [], dtype=FLOAT, shape={"shape": dimensions([-1, size, size, 3])})

    def convolution(self, name, conv, x, relu6=True):
        y = conv(x[1])
        y = y.clamp(0, 6) if relu6 else y
        # Only depthwise convolutions and sums are read as bytes; see src/network/integer/ranges.ts.
        if not relu6 or conv.groups > 1:
            self.measure(name, y)
        return self.graph.convolution(name, conv, x[0], relu6), y

    def add(self, name, residual, added):
        y = residual[1] + added[1]
        self.measure(name, y)
        for ranges in (self.most, self.least):
            ranges.pop(added[0])
        return self.graph.node(name, "AddV2", [residual[0], added[0]], T=FLOAT), y

    def twice(self, name, x):
        sides = [side * 2 for side in x[1].shape[2:]]
        size = self.graph.constant(f"{name}/size", np.array(sides, "<i4"))
        node = self.graph.node(name, "ResizeNearestNeighbor", [x[0], size], T=FLOAT, align_corners={"b": False}, half_pixel_centers={"b": False})
        return node, nn.functional.interpolate(x[1], scale_factor=2, mode="nearest")

    def measure(self, name, y):
        self.most[name] = y.amax((0, 2, 3)).clamp(min=0)
        self.least[name] = y.amin((0, 2, 3)).clamp(max=0)

    def residual(self, name, block, x):
        y = self.convolution(f"{name}/expand", block.expand, x) if block.expand is not None else x
        y = self.convolution(f"{name}/depthwise", block.depthwise, y)
        y = self.convolution(f"{name}/project", block.project, y, relu6=False)
        return self.add(f"{name}/add", x, y) if getattr(block, "residual", True) else y

    def run(self, pixels):
        """`pixels` [n,3,s,s] in -1..1"""
        backbone, head, taken = self.net.backbone, self.net.head, {}
        x = self.convolution("stem", backbone.stem, ("image", pixels))
        for i, block in enumerate(backbone.blocks):
            x = self.residual(f"block_{i}", block, x)
            if i in TAPS:
                taken[i] = x
        x = self.convolution("coarse", head.coarse, taken[16])
        x = self.convolution("coarse/depthwise", head.coarse_depthwise, x)
        x = self.twice("coarse/twice", self.convolution("coarse/project", head.coarse_project, x, relu6=False))
        x = self.add("middle/merge", x, self.convolution("middle/lateral", head.middle_lateral, taken[12], relu6=False))
        x = self.twice("middle/twice", self.residual("middle", head.middle, x))
        x = self.add("fine/merge", x, self.convolution("fine/lateral", head.fine_lateral, taken[5], relu6=False))
        x = self.convolution("trunk", head.trunk, self.residual("fine", head.fine, x))
        x = self.convolution("trunk/depthwise", head.trunk_depthwise, x)
        return self.convolution("heat", head.heat, x, relu6=False), self.convolution("sides", head.sides, x, relu6=False)


def rounded(values):
    return [float(f"{v:.3g}") for v in values.tolist()]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path)
    parser.add_argument("--to", type=Path, default=Path("models/outfits"))
    args = parser.parse_args()
    settings = tomllib.loads(args.settings.read_text())
    out = Path(__file__).parent.parent / "out"
    net, size = load(settings, out, args.settings.stem), settings["input_size"]
    rows = read(f"{settings['outfits']}/train")
    walks = []
    with torch.inference_mode():
        for i in range(0, SAMPLE, 10):
            walk = Walk(net, size, settings["backbone"])
            walk.run(to_input([letterbox(row, size, size)[0] for row in rows[i * len(rows) // SAMPLE::len(rows) // SAMPLE][:10]]))
            walks.append(walk)
    most = {name: rounded(torch.stack([w.most[name] for w in walks]).amax(0)) for name in walks[0].most}
    least = {name: rounded(torch.stack([w.least[name] for w in walks]).amin(0)) for name in walks[0].least}
    least = {name: values for name, values in least.items() if any(values)}
    graph, side = walks[0].graph, size // STRIDE
    outputs = {"heat": [-1, side, side, len(CLASSES)], "sides": [-1, side, side, len(CLASSES) * 4]}
    model = {
        "format": "graph-model",
        "generatedBy": "training/outfits/export.py",
        "convertedBy": None,
        "signature": {"inputs": {"image": tensor("image", [-1, size, size, 3])},
                      "outputs": {name: tensor(name, shape) for name, shape in outputs.items()}},
        "modelTopology": {"node": graph.nodes, "library": {}, "versions": {"producer": 1395}},
        "weightsManifest": [{"paths": ["weights.bin"], "weights": graph.specs}],
    }
    args.to.mkdir(parents=True, exist_ok=True)
    name = f"{args.settings.stem}-{hashlib.sha256(graph.data).hexdigest()[:8]}"
    classifier = json.loads((Path(settings["backbone"]) / "card.json").read_text())["name"]
    write = lambda file, value, **format: (args.to / file).write_text(json.dumps(value, **format) + "\n")
    write("model.json", model, separators=(",", ":"))
    (args.to / "weights.bin").write_bytes(graph.data)
    write("ranges.json", {"network": name, "shorts": settings.get("shorts", []), "most": most, "least": least})
    write("card.json", {"name": name, "classifier": classifier, "classes": CLASSES, "inputSize": size, "stride": STRIDE, "threshold": settings["threshold"], "calibration": {"slope": 1, "offset": 0}}, indent=2)
    print(f"{name}: {len(graph.data)} bytes of weights in {args.to}")


if __name__ == "__main__":
    main()
