"""Gives a network with batch norm folded in its batch norm back, and folds it in again.

The folded kernels differ in size a thousandfold between channels, so that one step of Adam changes some by a hundredth of
a percent and others by several; behind a batch norm a kernel's size no longer matters.
"""
import torch
from torch import nn

EPSILON = 1e-3  # as in TF-slim's MobileNetV2


@torch.no_grad()
def unfold(net, x=None):
    """Puts a batch norm behind each convolution of an ApparelNet such that, on `x` [n,3,s,s] in -1..1, it computes what it
    computed before: mean and deviation of each channel are taken from `x`. Without `x` they are left to a state dict."""
    statistics = {}

    def keep(conv, _, y):
        statistics[conv] = y.mean((0, 2, 3)), y.var((0, 2, 3), unbiased=False)

    if x is not None:
        hooks = [conv.register_forward_hook(keep) for _, conv in net.convolutions()]
        net.eval()(x)
        for hook in hooks:
            hook.remove()
    for _, conv in net.convolutions():
        conv.norm = nn.BatchNorm2d(conv.out_channels, eps=EPSILON)
        if x is not None:
            mean, variance = statistics[conv]
            deviation = (variance + EPSILON).sqrt()
            conv.weight /= deviation[:, None, None, None]
            conv.norm.weight.copy_(deviation * (variance / deviation**2 + EPSILON).sqrt())
            conv.norm.bias.copy_(mean)
            conv.norm.running_mean.copy_((mean - conv.bias) / deviation)
            conv.norm.running_var.copy_(variance / deviation**2)
        conv.bias.zero_().requires_grad_(False)  # the batch norm has one
    return net


@torch.no_grad()
def fold(net):
    """The opposite of `unfold`: the running statistics go into kernels and biases."""
    for _, conv in net.convolutions():
        if (norm := conv.norm) is not None:
            factor = norm.weight / (norm.running_var + norm.eps).sqrt()
            conv.weight *= factor[:, None, None, None]
            conv.bias.copy_(norm.bias + (conv.bias - norm.running_mean) * factor).requires_grad_(True)
            conv.norm = None
    return net
