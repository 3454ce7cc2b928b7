"""Quick figures to choose a run by. The figures to report come from `npm run evaluate`, on the shipped network."""
import torch

from pictures import CLASSES
from temperature import calibrated_loss

NONE = CLASSES.index("none")


@torch.no_grad()
def predict(net, pictures, batch=32):
    """Logits [n, classes] of a Pictures without augmentation."""
    net.eval()
    logits = []
    for x, _ in torch.utils.data.DataLoader(pictures, batch):
        x = (x.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)
        logits.append(net(x))
    return torch.cat(logits)


def auroc(positive, negative):
    """Probability that a random positive scores above a random negative (Mann–Whitney U)."""
    ranks = torch.cat([positive, negative]).argsort().argsort().double() + 1
    n, m = len(positive), len(negative)
    return ((ranks[:n].sum() - n * (n + 1) / 2) / (n * m)).item()


def measure(logits, rows):
    labels = torch.tensor([CLASSES.index(row["label"]) for row in rows])
    garment = labels != NONE
    right = logits[:, :NONE].argmax(1) == labels
    score = 1 - logits.softmax(1)[:, NONE]
    figures = {"closedTop1": right[garment].double().mean().item(), "auroc": auroc(score[garment], score[~garment])}
    for source in ("webshops", "clothing_dataset", "ccp_crops"):
        chosen = torch.tensor([row["source"] == source for row in rows])
        figures[source] = right[chosen & garment].double().mean().item()
        if source == "webshops":
            figures["webshops auroc"] = auroc(score[chosen & garment], score[chosen & ~garment])
            figures["webshops loss"] = calibrated_loss(logits[chosen], labels[chosen])
    figures["top1"] = (logits.argmax(1) == labels).double().mean().item()
    return figures
