"""Random placement of pictures in views. Matrices [n,2,3], as for affine_grid, map a view's -1..1 to the picture's -1..1."""
import math

import torch
from torch.nn import functional as F


def crop(draws, aspects):
    """Selects a part of the picture, or the picture on a larger background, rotated and mirrored. `aspects` [n] are width divided
    by height."""
    n = len(aspects)
    whole, zoomed = draws.chance(n, "whole"), draws.chance(n, "zoom_out")
    area, aspect = draws.uniform(n, low=draws.settings["area"]), draws.uniform(n, low=0.75, high=1.333).sqrt()
    scale = torch.stack([area.sqrt() * aspect, area.sqrt() / aspect], 1).clamp(max=1)
    scale = torch.where(whole[:, None], 1.0, scale)
    scale = torch.where(zoomed[:, None], draws.uniform(n, 2, low=1, high=1.8), scale)
    shift = (1 - scale).abs() * draws.uniform(n, 2, low=-1)
    angle = math.radians(20) * draws.uniform(n, low=-1) * draws.chance(n, "turn")
    angle = torch.where(draws.chance(n, "turn_far"), math.pi * draws.uniform(n, low=-1), angle)
    cos, sin, mirror = angle.cos(), angle.sin(), draws.uniform(n).round() * 2 - 1
    # The view is square but the picture is not. Without the aspects, rotation would shear it.
    a = torch.stack([torch.stack([cos, -sin / aspects], 1), torch.stack([sin * aspects, cos], 1)], 1)
    a = a * torch.stack([mirror * scale[:, 0], scale[:, 1]], 1)[:, None, :]
    return torch.cat([a, shift[:, :, None]], 2)


def piece(draws, boxes, aspects):
    """Places the content of a mask's box (`boxes` [n,4] as in resident.py), rotated and smaller, at random in the view."""
    n = len(boxes)
    centre, half = boxes[:, :2], boxes[:, 2:].clamp(min=0.01)
    shape = aspects * half[:, 0] / half[:, 1] * draws.uniform(n, low=0.8, high=1.25)
    extent = draws.uniform(n, 1, low=0.35) * torch.stack([shape.clamp(max=1), (1 / shape).clamp(max=1)], 1)
    at = (1 - extent) * draws.uniform(n, 2, low=-1)
    angle = math.radians(35) * draws.uniform(n, low=-1) * (draws.uniform(n) < 0.5)
    cos, sin, mirror = angle.cos(), angle.sin(), draws.uniform(n).round() * 2 - 1
    turn = torch.stack([torch.stack([mirror * cos, mirror * sin], 1), torch.stack([-sin, cos], 1)], 1)
    a = (half / extent)[:, :, None] * turn
    return torch.cat([a, centre[:, :, None] - a @ at[:, :, None]], 2)


def part(draws, n):
    """Selects a part of a picture that serves as background."""
    scale = draws.uniform(n, 1, low=0.5) * draws.uniform(n, 2, low=0.85)
    shift = (1 - scale) * draws.uniform(n, 2, low=-1)
    return torch.cat([torch.diag_embed(scale), shift[:, :, None]], 2)


def sample(x, matrix, size, padding):
    """Returns the views [n,c,size,size] that the matrices select from x."""
    grid = F.affine_grid(matrix, (len(x), 1, size, size), align_corners=False)
    return F.grid_sample(x, grid, "bilinear", padding, align_corners=False)
