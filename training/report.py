"""Tables on the terminal by which a person judges a calibration."""
import torch

from calibrate import badge_scores, choose_threshold, fit_temperature, from_sources, labels_of
from measure import NONE


def calibration_error(logits, labels, temperature, bins=15):
    """Expected calibration error, 0..1, of the top of eleven in equal-width bins."""
    confidence, answer = (logits.double() / temperature).softmax(1).max(1)
    gap = (answer == labels).double() - confidence
    index = (confidence * bins).ceil().long() - 1
    return torch.zeros(bins, dtype=torch.double).index_add(0, index, gap).abs().sum().item() / len(labels)


def report(logits, rows, settings, calibration):
    labels = labels_of(rows)
    print_temperatures(logits, labels, rows, calibration["temperature"])
    scores = badge_scores(logits, calibration["temperature"])
    sources = [[]] + [[source] for source in sorted({row["source"] for row in rows})]
    near = sorted({0.001, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, calibration["threshold"]})
    print("\ncoverage and falseBadgeRate by threshold" + "".join(f"{t:>14.3f}" for t in near))
    for source in sources:
        mask = from_sources(rows, source)
        garments, nones = scores[mask & (labels != NONE)], scores[mask & (labels == NONE)]
        shares = "".join(f"{share(garments, t):>8} {share(nones, t):>5}" for t in near)
        print(f"{''.join(source) or 'all':<22}{len(garments):>5} of ten{len(nones):>5} none{shares}")

    mask = from_sources(rows, settings["false_badges_on"])
    print(f"\nbudgets on {', '.join(settings['false_badges_on']) or 'all'}")
    right = logits[:, :NONE].argmax(1) == labels
    for budget in (0.02, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.12):
        t = choose_threshold(scores[mask & (labels == NONE)], budget)
        garments, badged = mask & (labels != NONE), scores >= t
        print(f"{budget:.2f}: threshold {t:.3f}  falseBadgeRate {share(scores[mask & (labels == NONE)], t)}"
              f"  coverage {share(scores[garments], t)}  badgeAccuracy {right[garments & badged].double().mean():.3f}")


def print_temperatures(logits, labels, rows, chosen):
    for name, source in (("all", []), ("webshops", ["webshops"])):
        mask = from_sources(rows, source)
        own = fit_temperature(logits[mask], labels[mask])
        errors = [f"{calibration_error(logits[mask], labels[mask], t):.4f} at {t:.3f}" for t in (1, own, chosen)]
        print(f"ece of {name}: {errors[0]}, {errors[1]} (its own best), {errors[2]} (chosen)")


def share(scores, threshold):
    return f"{(scores >= threshold).double().mean():.3f}" if len(scores) else "–"
