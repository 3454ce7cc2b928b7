"""Prints tables for judging a calibration."""
import torch

from calibrate import badge_scores, choose_thresholds, from_sources, labels_of, row_weights
from kinds import UNKNOWN
from measure import NONE
from pictures import CLASSES
from temperature import fit_temperature


def calibration_error(logits, labels, temperature, bins=15):
    """Returns the expected calibration error, 0..1, of the top of eleven classes in equal-width bins."""
    confidence, answer = (logits.double() / temperature).softmax(1).max(1)
    gap = (answer == labels).double() - confidence
    index = (confidence * bins).ceil().long() - 1
    return torch.zeros(bins, dtype=torch.double).index_add(0, index, gap).abs().sum().item() / len(labels)


def report(logits, rows, settings, calibration):
    labels, garments = labels_of(rows), logits[:, :NONE].argmax(1)
    print_temperatures(logits, labels, rows, calibration["temperature"])
    scores = badge_scores(logits, calibration["temperature"])
    chosen = torch.tensor([calibration["thresholds"][name] for name in CLASSES[:NONE]])
    weights, sources = row_weights(rows, settings), sorted({row["source"] for row in rows})
    print("\nfalseBadgeRate, coverage and badgeAccuracy by budget")
    for budget in (0.02, 0.03, 0.04, 0.05, 0.06, 0.08):
        thresholds = choose_thresholds(scores, garments, labels, weights, budget, settings)
        print_badges(f"all, {budget}", scores >= thresholds[garments], garments, labels)
    print("\nas chosen")
    for source in [[]] + [[source] for source in sources]:
        mask = from_sources(rows, source)
        badged = scores >= chosen[garments]
        print_badges("".join(source) or "all", badged[mask], garments[mask], labels[mask])


def print_badges(name, badged, garments, labels):
    none, ten = labels == NONE, (labels != NONE) & (labels != UNKNOWN)
    print(f"{name:<22}{ten.sum():>5} of ten{none.sum():>5} none  {share(badged[none])}  {share(badged[ten])}  "
          f"{share((garments == labels)[badged & ten])}  ambiguous {share(badged[labels == UNKNOWN])}")


def print_temperatures(logits, labels, rows, chosen):
    for name, source in (("all", []), ("webshops", ["webshops"]), ("shops2", ["shops2"])):
        mask = from_sources(rows, source) & (labels != UNKNOWN)
        own = fit_temperature(logits[mask], labels[mask])
        errors = [f"{calibration_error(logits[mask], labels[mask], t):.4f} at {t:.3f}" for t in (1, own, chosen)]
        print(f"ece of {name}: {errors[0]}, {errors[1]} (its own best), {errors[2]} (chosen)")


def share(true):
    return f"{true.double().mean():.4f}" if len(true) else "     –"
