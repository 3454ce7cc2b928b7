"""Quick figures for choosing between runs. Report the figures of `npm run evaluate`, which measures the shipped network."""
import torch

from kinds import UNKNOWN
from pictures import CLASSES
from temperature import calibrated_loss

NONE = CLASSES.index("none")


@torch.no_grad()
def predict(net, pictures, batch=32):
    """Returns logits [n, classes] and logits of kinds [n, kinds] of a Pictures without augmentation."""
    net.eval()
    both = []
    for x, _, _ in torch.utils.data.DataLoader(pictures, batch):
        x = (x.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)
        both.append(net.both(x))
    return tuple(torch.cat(logits) for logits in zip(*both))


def auroc(positive, negative):
    """Returns the probability that a random positive scores above a random negative (Mann–Whitney U)."""
    ranks = torch.cat([positive, negative]).argsort().argsort().double() + 1
    n, m = len(positive), len(negative)
    return ((ranks[:n].sum() - n * (n + 1) / 2) / (n * m)).item()


def false_badges_at(score, garment, coverage):
    """Returns the badged share of *none* at the threshold of `score` [n] that badges a share `coverage` of the garments."""
    threshold = score[garment].quantile(1 - coverage)
    return (score[~garment] >= threshold).double().mean().item()


def measure(both, pictures):
    """Returns figures by name. `both` are logits as `predict` returns them. `pictures` has `rows`, `labels` and `kinds`."""
    logits, kind_logits = both
    labels, kinds = torch.tensor(pictures.labels), torch.tensor(pictures.kinds)
    sources = [row["source"] for row in pictures.rows]
    known, garment = labels != UNKNOWN, (labels != NONE) & (labels != UNKNOWN)
    probabilities = logits.softmax(1)
    right, sure = logits[:, :NONE].argmax(1) == labels, 1 - probabilities[:, NONE]
    badge = probabilities[:, :NONE].amax(1)
    figures = {"closedTop1": right[garment].double().mean().item(), "auroc": auroc(sure[garment], sure[known & ~garment])}
    for source in ("shops2", "webshops", "drawn", "clothing_dataset", "ccp_crops"):
        chosen = torch.tensor([one == source for one in sources])
        figures[source] = right[chosen & garment].double().mean().item()
        if source in ("shops2", "webshops"):
            some = chosen & known
            figures[f"{source} auroc"] = auroc(sure[some & garment], sure[some & ~garment])
            figures[f"{source} loss"] = calibrated_loss(logits[some], labels[some])
        if source == "shops2":
            figures["false badges at 0.88"] = false_badges_at(badge[some], garment[some], 0.88)
    figures["ambiguous not none"] = (logits[~known].argmax(1) != NONE).double().mean().item()
    told = garment & right & (kinds != UNKNOWN)
    figures["kinds"] = (kind_logits.argmax(1) == kinds)[told].double().mean().item()
    figures["top1"] = (logits.argmax(1) == labels)[known].double().mean().item()
    return figures
