"""A light detector on the features of the classifier: one heat map and one set of box sides for each class, at stride 8.

Zhou et al., "Objects as Points", 2019 (arXiv:1904.07850); Liu et al., "Training-Time-Friendly Network", 2020 (arXiv:1909.00700).
"""
import torch
from torch import nn
from torch.nn import functional as F

from network import SameConv

STRIDE = 8
# Output channels of the classifier's blocks that the head reads, by the block's index
TAPS = {5: 32, 12: 96, 16: 320}


class Residual(nn.Module):
    """An inverted residual without a change of size."""

    def __init__(self, width, expansion):
        super().__init__()
        self.expand = SameConv(width, width * expansion, 1)
        self.depthwise = SameConv(width * expansion, width * expansion, 3, groups=width * expansion)
        self.project = SameConv(width * expansion, width, 1)

    def forward(self, x):
        return x + self.project(F.relu6(self.depthwise(F.relu6(self.expand(x)))))


class Head(nn.Module):
    """Merges features of strides 8, 16 and 32. Maps them to heat logits [n,classes,h,w] and the logs of the distances from a
    cell's centre to the box's left, top, right and bottom, in strides, [n,classes,4,h,w]."""

    def __init__(self, classes, width=64, sides=None):
        """`sides` [classes,4]: the typical logs of the distances, where training starts."""
        super().__init__()
        self.classes = classes
        self.coarse = SameConv(TAPS[16], 2 * width, 1)
        self.coarse_depthwise = SameConv(2 * width, 2 * width, 3, groups=2 * width)
        self.coarse_project = SameConv(2 * width, width, 1)
        self.middle_lateral, self.middle = SameConv(TAPS[12], width, 1), Residual(width, 3)
        self.fine_lateral, self.fine = SameConv(TAPS[5], width, 1), Residual(width, 2)
        self.trunk = SameConv(width, width * 3 // 2, 1)
        self.trunk_depthwise = SameConv(width * 3 // 2, width * 3 // 2, 3, groups=width * 3 // 2)
        self.heat = SameConv(width * 3 // 2, classes, 1)
        self.sides = SameConv(width * 3 // 2, classes * 4, 1)
        for module in self.modules():
            if isinstance(module, SameConv):
                nn.init.kaiming_normal_(module.weight, mode="fan_in")
                nn.init.zeros_(module.bias)
        for last in (self.heat, self.sides):
            nn.init.normal_(last.weight, std=0.01)
        nn.init.constant_(self.heat.bias, -4.6)
        if sides is not None:
            self.sides.bias.data.copy_(sides.flatten())

    def forward(self, fine, middle, coarse):
        """`fine`, `middle`, `coarse`: features of the blocks in TAPS."""
        x = F.relu6(self.coarse_depthwise(F.relu6(self.coarse(coarse))))
        x = self.middle(self.middle_lateral(middle) + twice(self.coarse_project(x)))
        x = self.fine(self.fine_lateral(fine) + twice(x))
        x = F.relu6(self.trunk_depthwise(F.relu6(self.trunk(x))))
        return self.heat(x), self.sides(x).unflatten(1, (self.classes, 4))


class Detector(nn.Module):
    """`backbone` is an ApparelNet. Maps [n,3,h,w] in -1..1 (h and w multiples of 32) to what Head returns."""

    def __init__(self, backbone, head):
        super().__init__()
        self.backbone, self.head = backbone, head

    def features(self, x):
        x, taken = F.relu6(self.backbone.stem(x)), []
        for i, block in enumerate(self.backbone.blocks):
            x = block(x)
            if i in TAPS:
                taken.append(x)
        return taken

    def forward(self, x):
        return self.head(*self.features(x))


def twice(x):
    return F.interpolate(x, scale_factor=2, mode="nearest")


def decode(heat, sides, least=0.05, most=60):
    """Yields, for each picture, lists of (class, score, [left, top, right, bottom] in pixels), the best first."""
    scores = heat.sigmoid()
    scores = scores * (scores == F.max_pool2d(scores, 3, 1, 1))
    n, classes, h, w = scores.shape
    for i in range(n):
        values, at = scores[i].flatten().topk(most)
        found = []
        for score, place in zip(values.tolist(), at.tolist()):
            if score < least:
                break
            c, y, x = place // (h * w), place // w % h, place % w
            l, t, r, b = (sides[i, c, :, y, x].clamp(-3, 5).exp() * STRIDE).tolist()
            x, y = (x + 0.5) * STRIDE, (y + 0.5) * STRIDE
            found.append((c, score, [x - l, y - t, x + r, y + b]))
        yield suppress(found)


def suppress(found, overlap=0.5):
    """Removes boxes that overlap a better one of the same class."""
    kept = []
    for one in found:
        if all(one[0] != other[0] or iou(one[2], other[2]) < overlap for other in kept):
            kept.append(one)
    return kept


def iou(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    area = lambda box: (box[2] - box[0]) * (box[3] - box[1])
    return w * h / (area(a) + area(b) - w * h)
