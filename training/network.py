"""MobileNetV2 1.0 with batch norm folded in, as the TF-slim release ships it.

Howard et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", 2018 (arXiv:1801.04381).
"""
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from batch_norm import fold, unfold
from kinds import KINDS
from scales import descale, has_scales, rescale

# (expansion, output channels, stride) of the 17 inverted residuals
BLOCKS = [(1, 16, 1), (6, 24, 2), (6, 24, 1), (6, 32, 2), (6, 32, 1), (6, 32, 1), (6, 64, 2), (6, 64, 1), (6, 64, 1),
          (6, 64, 1), (6, 96, 1), (6, 96, 1), (6, 96, 1), (6, 160, 2), (6, 160, 1), (6, 160, 1), (6, 320, 1)]


class SameConv(nn.Conv2d):
    """A convolution with TensorFlow's `SAME` padding. At stride 2 with even input, the end gets one row more than the start."""

    def __init__(self, inputs, outputs, size, stride=1, groups=1):
        super().__init__(inputs, outputs, size, stride, padding=size // 2 if stride == 1 else 0, groups=groups)
        self.norm = None  # a BatchNorm2d during training, see batch_norm.py
        self.scale = None  # [outputs,1,1,1] during training, see scales.py

    def forward(self, x):
        weight = self.weight if self.scale is None else self.weight * self.scale
        y = self._conv_forward(F.pad(x, (0, 1, 0, 1)) if self.stride[0] == 2 else x, weight, self.bias)
        return y if self.norm is None else self.norm(y)


class InvertedResidual(nn.Module):
    def __init__(self, inputs, expansion, outputs, stride):
        super().__init__()
        hidden = inputs * expansion
        self.expand = SameConv(inputs, hidden, 1) if expansion > 1 else None
        self.depthwise = SameConv(hidden, hidden, 3, stride, groups=hidden)
        self.project = SameConv(hidden, outputs, 1)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x):
        y = x if self.expand is None else F.relu6(self.expand(x))
        y = self.project(F.relu6(self.depthwise(y)))
        return x + y if self.residual else y


class ApparelNet(nn.Module):
    """Maps [n,3,s,s] in -1..1 (s a multiple of 32) to logits [n,classes]. `both` also returns logits of kinds [n,kinds]."""

    def __init__(self, classes=11, dropout=0.2, kinds=len(KINDS)):
        super().__init__()
        self.stem = SameConv(3, 32, 3, 2)
        widths = [32] + [b[1] for b in BLOCKS]
        self.blocks = nn.ModuleList(InvertedResidual(i, t, o, s) for i, (t, o, s) in zip(widths, BLOCKS))
        self.head = SameConv(widths[-1], 1280, 1)
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(1280, classes)
        nn.init.normal_(self.classifier.weight, std=0.01)
        nn.init.zeros_(self.classifier.bias)
        self.kinds, self.knows_kinds = nn.Linear(1280, kinds), False
        nn.init.normal_(self.kinds.weight, std=0.01)
        nn.init.zeros_(self.kinds.bias)

    def feature_map(self, x):
        x = F.relu6(self.stem(x))
        for block in self.blocks:
            x = block(x)
        return F.relu6(self.head(x))

    def forward(self, x):
        return self.classifier(self.dropout(self.feature_map(x).mean((2, 3))))

    def both(self, x):
        embedding = self.dropout(self.feature_map(x).mean((2, 3)))
        return self.classifier(embedding), self.kinds(embedding)

    def convolutions(self):
        """Yields (name as in the weights' manifest, module) in forward order."""
        yield "stem", self.stem
        for i, block in enumerate(self.blocks):
            for part in ("expand", "depthwise", "project"):
                if (conv := getattr(block, part)) is not None:
                    yield f"block_{i}/{part}", conv
        yield "head", self.head


def load_backbone(net, folder):
    """Fills the convolutions from weights.bin and manifest.json. Raises KeyError or RuntimeError if names or shapes differ."""
    folder = Path(folder)
    data = (folder / "weights.bin").read_bytes()
    tensors = {}
    for t in json.loads((folder / "manifest.json").read_text())["tensors"]:
        flat = np.frombuffer(data, "<f4", t["byteLength"] // 4, t["byteOffset"])
        tensors[t["name"]] = torch.tensor(flat.reshape(t["shape"]))
    with torch.no_grad():
        for name, conv in net.convolutions():
            depthwise = conv.groups > 1
            kernel = tensors[f"{name}/depthwise_kernel" if depthwise else f"{name}/kernel"]
            conv.weight.copy_(kernel.permute(2, 3, 0, 1) if depthwise else kernel.permute(3, 2, 0, 1))
            conv.bias.copy_(tensors[f"{name}/bias"])
    return net


def load_exported(net, folder):
    """Fills all layers from the float16 `model.json` and `weights.bin` of graph.py. Raises KeyError or RuntimeError if names or
    shapes differ."""
    folder = Path(folder)
    data, tensors, at = (folder / "weights.bin").read_bytes(), {}, 0
    for spec in json.loads((folder / "model.json").read_text())["weightsManifest"][0]["weights"]:
        kind, count = ("<f2" if "quantization" in spec else "<i4"), int(np.prod(spec["shape"]))
        values = np.frombuffer(data, kind, count, at)
        tensors[spec["name"]] = torch.tensor(values.astype("f4").reshape(spec["shape"]))
        at += values.nbytes
    with torch.no_grad():
        for name, conv in net.convolutions():
            name = "feature_map" if name == "head" else name
            kernel = tensors[f"{name}/kernel"]
            conv.weight.copy_(kernel.permute(2, 3, 0, 1) if conv.groups > 1 else kernel.permute(3, 2, 0, 1))
            conv.bias.copy_(tensors[f"{name}/bias"])
        net.classifier.weight.copy_(tensors["logits/kernel"].t())
        net.classifier.bias.copy_(tensors["logits/bias"])
        net.knows_kinds = "kinds/kernel" in tensors
        if net.knows_kinds:
            net.kinds.weight.copy_(tensors["kinds/kernel"].t())
            net.kinds.bias.copy_(tensors["kinds/bias"])
    return net


def load_averaged(file):
    """Loads the averaged weights of a finished run (`network.pt`) or an unfinished one (`checkpoint.pt`) as an ApparelNet."""
    saved = torch.load(file, map_location="cpu")
    state, net = saved.get("mean", saved), ApparelNet()
    if any(".norm." in name for name in state):
        unfold(net)
    if has_scales(state):
        rescale(net)
    # Runs that predate the kinds have no head for them.
    net.knows_kinds = "kinds.weight" in state
    net.load_state_dict({"kinds.weight": net.kinds.weight, "kinds.bias": net.kinds.bias} | state)
    return descale(fold(net)).eval()
