"""Learning rates of the weights, and their exponential moving average."""
import math

import torch


def rate_at(step, steps, stage, first, warmup):
    start, end = stage["rate"]
    rate = end + (start - end) * (1 + math.cos(math.pi * step / steps)) / 2
    return rate * min(1, (step + 1) / warmup) if first else rate


def average(mean, net, step, decay):
    """Updates the exponential moving average of the weights. The decay ramps up, so the average soon forgets the start."""
    keep = min(decay, (1 + step) / (10 + step))
    with torch.no_grad():
        for kept, new in zip(mean.state_dict().values(), net.state_dict().values()):
            if kept.is_floating_point():
                kept.lerp_(new, 1 - keep)


def groups(net, settings):
    """Returns one optimiser group per tensor. With `relative_rate`, a tensor's learning rate is multiplied by its initial size."""
    head = {*net.classifier.parameters(), *net.kinds.parameters()}
    classes, made = set(net.classifier.parameters()), []
    for p in net.parameters():
        if not p.requires_grad:
            continue
        factor = 1.0
        if p in head:
            factor = settings["head_rate"] if p in classes else settings.get("kinds_rate", 1.0)
        elif settings.get("relative_rate"):
            size = p.detach().flatten(1).pow(2).mean(1).sqrt() if p.dim() > 1 else p.detach().abs()
            factor = size.median().item()
        made.append({"params": [p], "factor": factor, "body": p not in head})
    return made
