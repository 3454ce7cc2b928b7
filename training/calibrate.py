"""Chooses the temperature and thresholds on the validation split. src/apparel/prediction.ts applies them."""
import torch

from measure import NONE
from decoded import read_rows
from embeddings import embeddings_of, key_of
from kinds import UNKNOWN
from pictures import CLASSES, Pictures, class_index
from temperature import calibrated_loss, fit_temperature


@torch.no_grad()
def val_logits(net, settings, size, cache):
    """Returns logits [n,11], logits of kinds [n,kinds] and rows of the validation split. The file `cache` holds the
    embeddings until the body's weights, the rows or the size change, so a change of the heads takes only seconds."""
    rows = read_rows(settings["data"], "val")
    key = key_of(net, size, [row["file"] for row in rows])
    if not (cache.exists() and torch.load(cache)["key"] == key):
        print(f"the network looks at {len(rows)} pictures of val: minutes", flush=True)
        x = embeddings_of(net, Pictures(settings["data"], "val", size, folder=settings.get("decoded")))
        torch.save({"key": key, "x": x}, cache)
    x = torch.load(cache)["x"]
    return net.classifier(x), net.kinds(x), rows


def labels_of(rows):
    """Returns class indices [n]. Ambiguous pictures get UNKNOWN, which no answer matches."""
    return torch.tensor([class_index(row) for row in rows])


def from_sources(rows, sources):
    """Returns a mask [n] of the rows from these sources. An empty list selects all rows."""
    return torch.tensor([not sources or row["source"] in sources for row in rows])


def badge_scores(logits, temperature):
    """Returns the probability [n] of the best garment. It is 0, below every threshold, if *none* is at least as probable."""
    probabilities = (logits.double() / temperature).softmax(1)
    best = probabilities[:, :NONE].amax(1)
    return torch.where(best > probabilities[:, NONE], best, torch.zeros_like(best))


def choose_thresholds(scores, garments, labels, weights, budget, settings):
    """Chooses a threshold for each garment. Together they badge at most a share `budget` of the weight of *none*.

    Each threshold maximises right badges minus the price of wrong ones, among the pictures classified as that garment. All
    garments share one price, which rises until the budget holds. A single garment has few pictures, so the counts of all
    pictures are added with the weight `shrink`. `scores` [n] come from `badge_scores`, `garments` [n] are the best of the ten,
    `weights` [n]. Raises ValueError if there is no picture of *none*, or if no thresholds keep the budget.
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
    """Returns weights [n] from the table `row_weights`, by the key `ambiguous`, the row's source, or `others`."""
    table = settings["row_weights"]

    def weight_of(row):
        name = "ambiguous" if row["label"] == "ambiguous" else row["source"]
        return table.get(name, table.get("others", 1.0))

    return torch.tensor([weight_of(row) for row in rows], dtype=torch.double)


def none_excess(logits, rows, settings):
    """Returns how much the logit of *none* exceeds the one that gives val's labels the largest likelihood, in steps of 0.1,
    each at its own best temperature. `settings` is the table [calibration]."""
    labels = labels_of(rows)
    fitted = from_sources(rows, settings["temperature_on"]) & (labels != UNKNOWN)
    labels = labels[fitted]

    def loss_at(tenths):
        lowered = logits[fitted].double()
        lowered[:, NONE] -= tenths / 10
        return calibrated_loss(lowered, labels)

    return min(range(-20, 31), key=loss_at) / 10


def calibrate(logits, rows, settings):
    """Returns `{"temperature", "thresholds"}`, with thresholds by garment. `settings` is the table [calibration]."""
    labels = labels_of(rows)
    fitted = from_sources(rows, settings["temperature_on"]) & (labels != UNKNOWN)
    temperature = round(fit_temperature(logits[fitted], labels[fitted]), 4)
    scores, garments = badge_scores(logits, temperature), logits[:, :NONE].argmax(1)
    weights = row_weights(rows, settings)
    chosen = choose_thresholds(scores, garments, labels, weights, settings["false_badge_budget"], settings)
    return {"temperature": temperature, "thresholds": {CLASSES[i]: round(t, 3) for i, t in enumerate(chosen.tolist())}}
