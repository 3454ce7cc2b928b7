"""Pools the two heads. src/apparel/pool-heads.ts does the same in the extension."""
import torch

from kinds import CLASS_OF_KIND
from pictures import CLASSES


def pool_heads(logits, kind_logits, share):
    """Adds `share` times the log probability that the kinds give each class to its logit. Returns logits [n,classes]."""
    probabilities = kind_logits.double().log_softmax(1)
    of = torch.tensor([CLASSES.index(name) for name in CLASS_OF_KIND])
    classes = torch.stack([probabilities[:, of == c].logsumexp(1) for c in range(len(CLASSES))], 1)
    return logits.double() + share * classes
