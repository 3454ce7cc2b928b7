"""Restores batch norm in a network that has it folded into its kernels, and folds it again.

The sizes of folded kernels differ a thousandfold between channels. One step of Adam changes some by a hundredth of a percent
and others by several percent. A batch norm after the kernel makes its size irrelevant.
"""
import torch
from torch import nn

EPSILON = 1e-3  # as in TF-slim's MobileNetV2


@torch.no_grad()
def unfold(net, x=None):
    """Adds a batch norm after each convolution of an ApparelNet. The mean and deviation of each channel come from `x`
    [n,3,s,s] in -1..1, on which the outputs do not change. Without `x`, a state dict must supply the statistics."""
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
        conv.bias.zero_().requires_grad_(False)  # the batch norm has its own bias
    return net


@torch.no_grad()
def fold(net):
    """Reverses `unfold`: merges the running statistics into kernels and biases."""
    for _, conv in net.convolutions():
        if (norm := conv.norm) is not None:
            factor = norm.weight / (norm.running_var + norm.eps).sqrt()
            conv.weight *= factor[:, None, None, None]
            conv.bias.copy_(norm.bias + (conv.bias - norm.running_mean) * factor).requires_grad_(True)
            conv.norm = None
    return net
