"""Temperature and thresholds, chosen on the validation split. The rule they serve is in src/apparel/prediction.ts."""
import torch

from measure import NONE
from decoded import read_rows
from embeddings import embeddings_of, key_of
from kinds import UNKNOWN
from pictures import CLASSES, Pictures, class_index
from temperature import fit_temperature


@torch.no_grad()
def val_logits(net, settings, size, cache):
    """Logits [n,11], logits of kinds [n,kinds] and rows of the validation split. The embeddings are kept in the file `cache`
    until the body's weights, the rows or the size change, so that other heads take seconds."""
    rows = read_rows(settings["data"], "val")
    key = key_of(net, size, [row["file"] for row in rows])
    if not (cache.exists() and torch.load(cache)["key"] == key):
        print(f"the network looks at {len(rows)} pictures of val: minutes", flush=True)
        x = embeddings_of(net, Pictures(settings["data"], "val", size, folder=settings.get("decoded")))
        torch.save({"key": key, "x": x}, cache)
    x = torch.load(cache)["x"]
    return net.classifier(x), net.kinds(x), rows


def labels_of(rows):
    """Class indices [n]; UNKNOWN, so never right, where a picture is ambiguous."""
    return torch.tensor([class_index(row) for row in rows])


def from_sources(rows, sources):
    """Mask [n] of the rows of these sources; of all rows where there are none."""
    return torch.tensor([not sources or row["source"] in sources for row in rows])


def badge_scores(logits, temperature):
    """Probability [n] of the best garment, or 0 where *none* is as probable, which no threshold badges."""
    probabilities = (logits.double() / temperature).softmax(1)
    best = probabilities[:, :NONE].amax(1)
    return torch.where(best > probabilities[:, NONE], best, torch.zeros_like(best))


def choose_thresholds(scores, garments, labels, weights, budget, settings):
    """A threshold for each garment, together within the budget: at most a share `budget` of the weight of *none* is badged.

    Each is where right badges outweigh wrong ones (at a price that all share, raised until the budget holds) among the
    pictures taken for that garment; what all pictures say counts with the share `shrink`, since a garment alone has few.
    `scores` [n] of `badge_scores`, `garments` [n] the best of the ten, `weights` [n]. ValueError where there is no picture
    of *none*, or no thresholds keep the budget.
    """
    none, right = labels == NONE, garments == labels
    if not (weights * none).sum() > 0:
        raise ValueError("no picture of none in val")
    levels = torch.arange(settings["threshold_at_least"], 0.96, 0.01, dtype=torch.double)
    badged = scores[:, None] >= levels

    def sums(mask):
        return (weights * mask) @ badged.double()

    gains, costs = sums(right), sums(~right)
    own = [(sums(right & (garments == c)), sums(~right & (garments == c))) for c in range(NONE)]
    shrink, price = settings["shrink"], 0.5
    while price < 1000:
        chosen = torch.stack([levels[(g + shrink * gains - price * (c + shrink * costs)).argmax()] for g, c in own])
        wrong = (weights * (none & (scores >= chosen[garments]))).sum() / (weights * none).sum()
        if wrong <= budget:
            return chosen
        price *= 1.05
    raise ValueError(f"no thresholds badge as few as {budget} of none")


def row_weights(rows, settings):
    """Weights [n] by the table `row_weights`: `ambiguous`, or of its source, or `others`."""
    table = settings["row_weights"]

    def weight_of(row):
        name = "ambiguous" if row["label"] == "ambiguous" else row["source"]
        return table.get(name, table.get("others", 1.0))

    return torch.tensor([weight_of(row) for row in rows], dtype=torch.double)


def calibrate(logits, rows, settings):
    """`{"temperature", "thresholds"}` by the table [calibration] of the settings; thresholds by garment."""
    labels = labels_of(rows)
    fitted = from_sources(rows, settings["temperature_on"]) & (labels != UNKNOWN)
    temperature = round(fit_temperature(logits[fitted], labels[fitted]), 4)
    scores, garments = badge_scores(logits, temperature), logits[:, :NONE].argmax(1)
    weights = row_weights(rows, settings)
    chosen = choose_thresholds(scores, garments, labels, weights, settings["false_badge_budget"], settings)
    return {"temperature": temperature, "thresholds": {CLASSES[i]: round(t, 3) for i, t in enumerate(chosen.tolist())}}
