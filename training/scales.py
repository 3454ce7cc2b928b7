"""Gives each output channel of a kernel a learning rate relative to its own size, without the time cost of batch norm.

The sizes of folded kernels differ a thousandfold between channels. One step of Adam changes some by a hundredth of a percent
and others by several percent. A kernel stored as `weight * scale`, where `weight` has size 1, learns evenly.
"""
import torch


@torch.no_grad()
def rescale(net):
    """Splits each kernel into `weight`, of size 1 (root mean square) per channel, and a fixed `scale` [outputs,1,1,1]."""
    for _, conv in net.convolutions():
        scale = conv.weight.pow(2).mean((1, 2, 3), keepdim=True).sqrt().clamp(min=1e-6)
        del conv.scale
        conv.register_buffer("scale", scale)
        conv.weight /= scale
    return net


@torch.no_grad()
def descale(net):
    """Reverses `rescale`."""
    for _, conv in net.convolutions():
        if conv.scale is not None:
            conv.weight *= conv.scale
            del conv.scale
            conv.scale = None
    return net


def has_scales(state):
    return any(name.endswith(".scale") for name in state)
