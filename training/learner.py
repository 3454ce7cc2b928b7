"""A network in training on any device, with its weight average and its optimiser. Learning rates depend on the elapsed share of
the time."""
import contextlib
import copy
import math

import torch

from resident import FORMAT

DECAYED = 2  # tensors with at least this many dimensions are kernels; biases and batch norms get no weight decay


def half_precision(x):
    """Returns a context that uses bfloat16 if x is on an accelerator."""
    return torch.autocast("cuda", torch.bfloat16) if x.is_cuda else contextlib.nullcontext()


class Learner:
    def __init__(self, net, settings, device):
        """`net` must have its batch norm restored (batch_norm.py)."""
        self.settings = settings
        self.net = copy.deepcopy(net).to(device, memory_format=FORMAT)
        self.net.dropout.p = settings["dropout"]
        self.mean = copy.deepcopy(self.net).eval()
        self.optimiser = torch.optim.AdamW(groups(self.net, settings), lr=settings["rate"])
        self.steps = 0
        states = zip(self.mean.state_dict().values(), self.net.state_dict().values())
        self.pairs = [(kept, new) for kept, new in states if kept.is_floating_point()]

    def step(self, x, y, progress):
        """Makes one update from x [n,3,s,s] in -1..1 and soft targets y [n,classes]. `progress` is 0..1. Returns the loss as a
        tensor on the device, so that nothing waits for it."""
        self.net.train()
        rate = self.settings["rate"] * (0.01 + 0.99 * (1 + math.cos(math.pi * progress)) / 2)
        for group in self.optimiser.param_groups:
            # The gradients of an untrained classifier would damage the body.
            group["lr"] = rate * group["factor"] * (1 if group["head"] else min(1, progress / self.settings["warmup"]))
        with half_precision(x):
            logits = self.net(x)
        loss = -(y * logits.float().log_softmax(1)).sum(1).mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.steps += 1
        keep = min(self.settings["average_decay"], (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            kept, new = zip(*self.pairs)
            torch._foreach_mul_(kept, keep)
            torch._foreach_add_(kept, new, alpha=1 - keep)
        return loss.detach()


def groups(net, settings):
    """Returns optimiser groups of the classifier and the blocks. A block's learning rate is `layer_decay` times that of the next."""
    depths = [(net.stem, 18)] + [(block, 17 - i) for i, block in enumerate(net.blocks)] + [(net.head, 0)]
    parts = [(net.classifier, settings["head_rate"], True)]
    parts += [(part, settings["layer_decay"] ** depth, False) for part, depth in depths]
    made = []
    for part, factor, head in parts:
        trained = [p for p in part.parameters() if p.requires_grad]
        kernels, others = [p for p in trained if p.dim() >= DECAYED], [p for p in trained if p.dim() < DECAYED]
        for params, decay in ((kernels, settings["weight_decay"]), (others, 0.0)):
            made.append({"params": params, "factor": factor, "head": head, "weight_decay": decay})
    return made
