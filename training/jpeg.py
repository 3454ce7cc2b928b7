"""Simulates the loss of JPEG compression on the device: transforms blocks of 8×8, rounds them, and transforms them back."""
import math

import torch
from torch.nn import functional as F

# Quantisation tables of luminance and chrominance, from annex K of the standard.
LIGHT = [16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80,
         62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98,
         112, 100, 103, 99]
COLOUR = [17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66] + [99] * 38
TO_YCC = [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]


def compress(x, quality):
    """Returns x [n,3,h,w] in 0..1 as decoded from a JPEG of `quality` [n] in 1..100 with chroma subsampling. The sides must be
    multiples of 16."""
    to_ycc = torch.tensor(TO_YCC, device=x.device)
    ycc = torch.einsum("ij,njhw->nihw", to_ycc, x * 255 - 128 * torch.ones(3, 1, 1, device=x.device))
    scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality) / 100
    light = rounded(ycc[:, :1], LIGHT, scale)
    colours = F.interpolate(rounded(F.avg_pool2d(ycc[:, 1:], 2), COLOUR, scale), scale_factor=2.0, mode="nearest")
    rgb = torch.einsum("ij,njhw->nihw", torch.linalg.inv(to_ycc.cpu()).to(x.device), torch.cat([light, colours], 1))
    return ((rgb + 128) / 255).clamp(0, 1)


def rounded(x, table, scale):
    n, c, h, w = x.shape
    k = torch.arange(8, device=x.device)
    cosines = torch.cos((2 * k + 1) * k[:, None] * math.pi / 16) / 2
    cosines[0] /= math.sqrt(2)
    steps = (torch.tensor(table, device=x.device).reshape(8, 8) * scale[:, None, None]).clamp(min=1)[:, None, None, :, None, :]
    blocks = x.reshape(n, c, h // 8, 8, w // 8, 8)
    coefficients = torch.einsum("ui,ncaibj,vj->ncaubv", cosines, blocks, cosines)
    kept = (coefficients / steps).round() * steps
    return torch.einsum("ui,ncaubv,vj->ncaibj", cosines, kept, cosines).reshape(n, c, h, w)
