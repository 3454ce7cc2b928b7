"""Average precision at IoU 0.5 and presence, as `npm run evaluate:outfits` measures them."""
import numpy as np

from detector import iou
from outfits import AMBIGUOUS, GARMENTS

LEAST_BOXES = 20


def matches(found, labels, boxes, overlap=0.5):
    """For each of `found` (class, score, box; best first) True if right, False if wrong, None if it lies on an ambiguous box."""
    free, results = [True] * len(labels), []
    for c, _, box in found:
        best = max((i for i in range(len(labels)) if labels[i] == c and free[i]), key=lambda i: iou(box, boxes[i]), default=None)
        if best is not None and iou(box, boxes[best]) >= overlap:
            free[best] = False
            results.append(True)
        else:
            results.append(None if any(iou(box, boxes[i]) >= overlap for i in np.flatnonzero(labels == AMBIGUOUS)) else False)
    return results


def average_precision(scored, boxes):
    """`scored` lists (score, right). The area under the precision envelope (all points)."""
    right = np.array([r for _, r in sorted(scored, key=lambda one: -one[0])], bool)
    if not boxes or not len(right):
        return 0.0
    hits = right.cumsum()
    precision = np.maximum.accumulate((hits / np.arange(1, len(hits) + 1))[::-1])[::-1]
    return float((precision * right).sum() / boxes)


def measure(pictures):
    """`pictures` lists (found, labels, boxes). Returns (mAP50, AP by class, [threshold, precision, recall] of presence with the
    highest recall at precision 0.8, by one threshold for all)."""
    scored, counts, present, presence = [[] for _ in range(GARMENTS)], [0] * GARMENTS, 0, []
    for found, labels, boxes in pictures:
        found = [one for one in found if one[0] < GARMENTS]
        best = {}
        for (c, score, _), right in zip(found, matches(found, labels, boxes)):
            if right is not None:
                scored[c].append((score, right))
                best[c] = max(best.get(c, 0), score)
        for c in range(GARMENTS):
            counts[c] += int((labels == c).sum())
            present += c in labels
            if c in best:
                presence.append((best[c], c in labels))
    ap = [average_precision(s, n) for s, n in zip(scored, counts)]
    kept = [a for a, n in zip(ap, counts) if n >= LEAST_BOXES]
    presence.sort(reverse=True)
    hits = np.cumsum([right for _, right in presence])
    precision, recall = hits / np.arange(1, len(hits) + 1), hits / max(present, 1)
    good = np.flatnonzero(precision >= 0.8)
    at = good[-1] if len(good) else 0
    return float(np.mean(kept)), ap, [presence[at][0], precision[at], recall[at]] if len(presence) else [1, 0, 0]
