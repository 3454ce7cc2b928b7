"""What the detector has to say about a view, and the loss of what it says."""
import numpy as np
import torch

from detector import STRIDE
from outfits import AMBIGUOUS, CLASSES

# Share of a box that its Gaussian covers, as in TTFNet
ALPHA = 0.54


def targets(labels, boxes, width, height):
    """Returns (heat float32 [classes,h,w], counts uint8 [classes,h,w], sides float32 [n,8]). `counts` is 0 where ambiguous
    garments lie. A row of `sides` is class, row, column, left, top, right, bottom in strides, and its weight."""
    w, h = width // STRIDE, height // STRIDE
    heat, counts, rows = np.zeros((len(CLASSES), h, w), np.float32), np.ones((len(CLASSES), h, w), np.uint8), []
    boxes = boxes / STRIDE
    for l, t, r, b in boxes[labels == AMBIGUOUS]:
        counts[:, max(0, int(t)):int(np.ceil(b)), max(0, int(l)):int(np.ceil(r))] = 0
    ys, xs = np.arange(h) + 0.5, np.arange(w) + 0.5
    # Large boxes first, so that small ones overwrite the centres that they share.
    order = np.argsort(-(boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))
    for c, (l, t, r, b) in zip(labels[order], boxes[order]):
        if c == AMBIGUOUS:
            continue
        cx, cy = (int(np.clip((l + r) / 2, 0, w - 1)) + 0.5, int(np.clip((t + b) / 2, 0, h - 1)) + 0.5)
        sx, sy = ((ALPHA * side + 1) / 6 for side in (r - l, b - t))
        gauss = np.exp(-((ys[:, None] - cy) ** 2 / (2 * sy**2) + (xs[None] - cx) ** 2 / (2 * sx**2)))
        heat[c] = np.maximum(heat[c], gauss)
        inside = gauss > 0.3
        inside[int(cy), int(cx)] = True
        counts[c][gauss > 0.05] = 1
        at = np.argwhere(inside)
        weight = gauss[inside] / gauss[inside].sum()
        rows += [(c, y, x, l, t, r, b, v) for (y, x), v in zip(at, weight)]
    return heat, counts, np.array(rows, np.float32).reshape(-1, 8)


def collate(items):
    """Joins the targets of a batch; a row of sides gets the index of its picture in front."""
    heat, counts, sides = zip(*items)
    sides = [np.concatenate([np.full((len(s), 1), i, np.float32), s], 1) for i, s in enumerate(sides)]
    return tuple(torch.from_numpy(x) for x in (np.stack(heat), np.stack(counts), np.concatenate(sides)))


def loss(output, target):
    """The focal loss of the heat maps and 1 − GIoU of the boxes. Returns both."""
    heat, sides = output
    wanted, counts, rows = target
    p, centres = heat.sigmoid().clamp(1e-4, 1 - 1e-4), wanted == 1
    found = -(1 - p) ** 2 * p.log() * centres
    others = -(p**2) * (1 - p).log() * (1 - wanted) ** 4 * (~centres & (counts > 0))
    heat_loss = (found + others).sum() / centres.sum().clamp(min=1)
    n, c, y, x = rows[:, :4].long().T
    said = sides[n, c, :, y, x].clamp(-3, 5).exp()
    centre = rows[:, [3, 2]] + 0.5
    box = torch.cat([centre - said[:, :2], centre + said[:, 2:]], 1)
    side_loss = ((1 - giou(box, rows[:, 4:8])) * rows[:, 8]).sum() / rows[:, 8].sum().clamp(min=1)
    return heat_loss, side_loss


def giou(a, b):
    area = lambda box: (box[:, 2] - box[:, 0]) * (box[:, 3] - box[:, 1])
    inner = (torch.minimum(a[:, 2:], b[:, 2:]) - torch.maximum(a[:, :2], b[:, :2])).clamp(min=0).prod(1)
    outer = (torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])).prod(1)
    union = area(a) + area(b) - inner
    return inner / union - (outer - union) / outer
