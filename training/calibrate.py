"""Temperature and threshold, chosen on the validation split. The rule they serve is in src/apparel/prediction.ts."""
import hashlib
import math

import torch
from torch.nn import functional as F

from measure import NONE, predict
from pictures import CLASSES, Pictures, read_rows


def val_logits(net, settings, size, cache):
    """Logits [n,11] and rows of the validation split; kept in the file `cache` until weights, rows or size change."""
    rows = read_rows(settings["data"], "val")
    state = hashlib.sha256(repr((size, [row["file"] for row in rows])).encode())
    for weight in net.state_dict().values():
        state.update(weight.contiguous().numpy().tobytes())
    key = state.hexdigest()
    if cache.exists() and (kept := torch.load(cache))["key"] == key:
        return kept["logits"], rows
    print(f"the network looks at {len(rows)} pictures of val: minutes", flush=True)
    logits = predict(net, Pictures(settings["data"], "val", size))
    torch.save({"key": key, "logits": logits}, cache)
    return logits, rows


def labels_of(rows):
    return torch.tensor([CLASSES.index(row["label"]) for row in rows])


def from_sources(rows, sources):
    """Mask [n] of the rows of these sources; of all rows where there are none."""
    return torch.tensor([not sources or row["source"] in sources for row in rows])


def fit_temperature(logits, labels):
    """The temperature in 0.14..7.4 of the least negative log-likelihood, by golden section: there is one minimum only."""
    def loss(t):
        return F.cross_entropy(logits.double() / math.exp(t), labels).item()

    low, high, ratio = -2.0, 2.0, (math.sqrt(5) - 1) / 2
    while high - low > 1e-4:
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if loss(a) < loss(b) else (a, high)
    return math.exp((low + high) / 2)


def badge_scores(logits, temperature):
    """Probability [n] of the best garment, or 0 where *none* is as probable, which no threshold badges."""
    probabilities = (logits.double() / temperature).softmax(1)
    best = probabilities[:, :NONE].amax(1)
    return torch.where(best > probabilities[:, NONE], best, torch.zeros_like(best))


def choose_threshold(none_scores, budget):
    """The lowest threshold, in thousandths, that badges at most a share `budget` of these pictures of *none*."""
    allowed = min(math.floor(budget * len(none_scores)), len(none_scores) - 1)
    first_refused = none_scores.sort(descending=True).values[allowed].item()
    return math.floor(first_refused * 1000 + 1) / 1000


def calibrate(logits, rows, settings):
    """`{"temperature", "threshold"}` by the table [calibration] of the settings; ValueError where it names no row of *none*."""
    labels = labels_of(rows)
    fitted = from_sources(rows, settings["temperature_on"])
    temperature = round(fit_temperature(logits[fitted], labels[fitted]), 4)
    scores = badge_scores(logits, temperature)
    chosen = from_sources(rows, settings["false_badges_on"])
    nones = scores[chosen & (labels == NONE)]
    if not len(nones):
        raise ValueError(f"no picture of none in val from {settings['false_badges_on']}")
    threshold = max(settings["threshold_at_least"], choose_threshold(nones, settings["false_badge_budget"]))
    return {"temperature": temperature, "threshold": threshold}
