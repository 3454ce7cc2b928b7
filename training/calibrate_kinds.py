"""Chooses the temperature of the kinds, and a threshold for each kind that ships, on the validation split."""
import torch

from kinds import CLASS_OF_KIND, KINDS, UNKNOWN, kind_index
from measure import NONE
from pictures import CLASSES, class_index
from temperature import fit_temperature

PRECISE = 0.8       # a kind ships if at least this share of its answers on val is right
WANTED = 0.85       # target of the threshold, higher because precision on val is optimistic for thresholds chosen on val
LEAST_RIGHT = 4     # fewer right answers are no evidence
LEVELS = [round(0.2 + 0.02 * i, 2) for i in range(38)]


def named_kinds(logits, kind_logits, temperature):
    """Returns index [n] and probability [n] of the kind to report: the most probable kind of the most probable class."""
    classes = torch.tensor([CLASSES.index(name) for name in CLASS_OF_KIND])
    allowed = classes[None] == logits.argmax(1)[:, None]
    probabilities = (kind_logits.double() / temperature).softmax(1)
    confidence, named = torch.where(allowed, probabilities, torch.zeros_like(probabilities)).max(1)
    return named, confidence


def calibrate_kinds(logits, kind_logits, rows):
    """Returns `{"temperature", "thresholds"}`, with thresholds of the kinds that ship, by name."""
    truth = torch.tensor([kind_index(row) for row in rows])
    known = truth != UNKNOWN
    temperature = round(fit_temperature(kind_logits[known], truth[known]), 4)
    named, confidence = named_kinds(logits, kind_logits, temperature)
    thresholds = {}
    for k, name in enumerate(KINDS):
        mine = known & (named == k)
        threshold = choose_threshold(confidence[mine], truth[mine] == k)
        if threshold is not None:
            thresholds[name] = threshold
    return {"temperature": temperature, "thresholds": thresholds}


def choose_threshold(confidence, right):
    """Returns the lowest level whose answers reach the precision WANTED, or else PRECISE. Returns None if no level does. One
    right and one wrong answer are added to the counts, so that few answers need a higher precision than many."""
    for share in (WANTED, PRECISE):
        for level in LEVELS:
            said = confidence >= level
            if right[said].sum() < LEAST_RIGHT:
                break
            if (right[said].sum() + 1) / (said.sum() + 2) >= share:
                return level
    return None


def report_kinds(logits, kind_logits, rows, calibration):
    """Prints precision and recall of each kind at its threshold, and how often the kind is right when the class is right."""
    truth = torch.tensor([kind_index(row) for row in rows])
    labels = torch.tensor([class_index(row) for row in rows])
    named, confidence = named_kinds(logits, kind_logits, calibration["temperature"])
    least = torch.tensor([calibration["thresholds"].get(name, 2.0) for name in KINDS])
    said, right = confidence >= least[named], named == truth
    known = truth != UNKNOWN
    told = known & (logits.argmax(1) == labels)
    print(f"\nkinds right where the class is: all {right[told].double().mean():.4f}, "
          f"the ten {right[told & (labels != NONE)].double().mean():.4f}; {len(calibration['thresholds'])} of {len(KINDS)} ship")
    for k, name in enumerate(KINDS):
        mine = said & known & (named == k)
        print(f"{name:<14}{(truth == k).sum():>5}  threshold {calibration['thresholds'].get(name, '–'):<5}  "
              f"said {mine.sum():>4}  precision {right[mine].double().mean():.3f}  recall {right[mine].sum() / max(1, (truth == k).sum()):.3f}")
