"""Refits the heads to the embeddings of a blend, because they were not trained with its averaged body."""
import torch
from torch.nn import functional as F

from embeddings import train_embeddings
from kinds import UNKNOWN

STEPS, BATCH = 600, 256


def refit(net, settings, size, folder):
    """Refits the heads that the table `[refit]` names, and keeps the body. `pull` regularises them towards
    their previous weights."""
    table = settings["refit"]
    x, labels, kinds = train_embeddings(net, settings, size, folder / "embeddings.pt")
    for name, head, y in (("classifier", net.classifier, labels), ("kinds", net.kinds, kinds)):
        if name in table["heads"]:
            known = y != UNKNOWN
            fit_head(head, x[known], y[known], table, settings["seed"])
    return net


def fit_head(head, x, y, table, seed):
    """Fits a linear head to embeddings x [n,1280] and classes y [n] with Adam. The learning rate decays to zero."""
    torch.manual_seed(seed)  # for the dropout
    generator = torch.Generator().manual_seed(seed)
    start = head.weight.detach().clone()
    optimiser = torch.optim.Adam(head.parameters(), table["rate"])
    for step in range(STEPS):
        optimiser.param_groups[0]["lr"] = table["rate"] * (1 - step / STEPS)
        index = torch.randint(len(x), (BATCH,), generator=generator)
        logits = head(F.dropout(x[index], 0.2))
        loss = F.cross_entropy(logits, y[index], label_smoothing=table["label_smoothing"])
        loss = loss + table["pull"] * (head.weight - start).pow(2).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return head.requires_grad_(True)
