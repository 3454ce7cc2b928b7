"""What augment.py does to one picture, to a batch in the device's memory: placement, then damage, then light."""
import math

import torch
from torch.nn import functional as F

from jpeg import compress


class Views:
    """Random views of a Resident. `settings` are the chances, 0..1, of a run's table `[views]`."""

    def __init__(self, pictures, grounds, settings, generator):
        """`grounds` [m] are the indices of the pictures that a cut-out may be put before."""
        self.pictures, self.grounds, self.settings, self.generator = pictures, grounds, settings, generator

    def uniform(self, *shape, low=0.0, high=1.0):
        return low + (high - low) * torch.rand(*shape, generator=self.generator, device=self.generator.device)

    def chance(self, n, name):
        return self.uniform(n) < self.settings[name]

    @torch.no_grad()
    def draw(self, index, size):
        """[n,3,size,size] in 0..1 of the pictures `index` [n]."""
        n, pictures = len(index), self.pictures
        x = self.degrade(pictures.pixels[index].float() / 255)
        boxes, aspects = pictures.boxes[index], pictures.aspects[index]
        cut = self.chance(n, "ground") & (boxes[:, 2] > 0)
        alpha = torch.where(cut[:, None, None], pictures.masks[index].float() / 255, 1.0)[:, None]
        matrix = torch.where(cut[:, None, None], self.piece(boxes, aspects), self.crop(n, aspects))
        # Twice the size, then averaged: a picture made smaller must not alias.
        seen = F.avg_pool2d(sample(torch.cat([x * alpha, alpha], 1), matrix, 2 * size, "zeros"), 2)
        behind = torch.where(cut[:, None, None, None], self.scene(n, size), self.plain_ground(x))
        return self.light(seen[:, :3] + (1 - seen[:, 3:]) * behind).clamp(0, 1)

    def degrade(self, x):
        """Some pictures small and enlarged again, others through a poor JPEG. Batches are in random order already, so which
        rows these are does not matter; the two overlap in some."""
        n, side = len(x), x.shape[-1]
        step = max(1, round(n * self.settings["small"] / 4))
        for first in range(0, 4 * step, step):
            short = int(torch.randint(48, 121, (1,)))
            small = F.interpolate(x[first:first + step], (short, short), mode="bilinear", antialias=True, align_corners=False)
            x[first:first + step] = F.interpolate(small, (side, side), mode="bilinear", align_corners=False)
        count = max(1, round(n * self.settings["jpeg"]))
        first = int(torch.randint(n - count + 1, (1,)))
        x[first:first + count] = compress(x[first:first + count], self.uniform(count, low=25, high=75))
        return x

    def crop(self, n, aspects):
        """A part of the picture, or the picture on a larger ground; turned, mirrored. Matrices [n,2,3] as of affine_grid."""
        whole, zoomed = self.chance(n, "whole"), self.chance(n, "zoom_out")
        area, aspect = self.uniform(n, low=self.settings["area"]), self.uniform(n, low=0.75, high=1.333).sqrt()
        scale = torch.stack([area.sqrt() * aspect, area.sqrt() / aspect], 1).clamp(max=1)
        scale = torch.where(whole[:, None], 1.0, scale)
        scale = torch.where(zoomed[:, None], self.uniform(n, 2, low=1, high=1.8), scale)
        shift = (1 - scale).abs() * self.uniform(n, 2, low=-1)
        angle = math.radians(20) * self.uniform(n, low=-1) * self.chance(n, "turn")
        angle = torch.where(self.chance(n, "turn_far"), math.pi * self.uniform(n, low=-1), angle)
        cos, sin, mirror = angle.cos(), angle.sin(), self.uniform(n).round() * 2 - 1
        a = torch.stack([torch.stack([cos, -sin / aspects], 1), torch.stack([sin * aspects, cos], 1)], 1)
        a = a * torch.stack([mirror * scale[:, 0], scale[:, 1]], 1)[:, None, :]
        return torch.cat([a, shift[:, :, None]], 2)

    def piece(self, boxes, aspects):
        """What a mask has in its box, turned and smaller, somewhere in the view."""
        n = len(boxes)
        centre, half = boxes[:, :2], boxes[:, 2:].clamp(min=0.01)
        shape = aspects * half[:, 0] / half[:, 1] * self.uniform(n, low=0.8, high=1.25)
        extent = self.uniform(n, 1, low=0.35) * torch.stack([shape.clamp(max=1), (1 / shape).clamp(max=1)], 1)
        at = (1 - extent) * self.uniform(n, 2, low=-1)
        angle = math.radians(35) * self.uniform(n, low=-1) * (self.uniform(n) < 0.5)
        cos, sin, mirror = angle.cos(), angle.sin(), self.uniform(n).round() * 2 - 1
        turn = torch.stack([torch.stack([mirror * cos, mirror * sin], 1), torch.stack([-sin, cos], 1)], 1)
        a = (half / extent)[:, :, None] * turn
        return torch.cat([a, centre[:, :, None] - a @ at[:, :, None]], 2)

    def scene(self, n, size):
        """Parts of other pictures, [n,3,size,size]."""
        chosen = self.grounds[(self.uniform(n) * len(self.grounds)).long()]
        scale = self.uniform(n, 1, low=0.5) * self.uniform(n, 2, low=0.85)
        shift = (1 - scale) * self.uniform(n, 2, low=-1)
        matrix = torch.cat([torch.diag_embed(scale), shift[:, :, None]], 2)
        return sample(self.pictures.pixels[chosen].float() / 255, matrix, size, "reflection")

    def plain_ground(self, x):
        """White or grey or any colour, or that of the picture's corner: [n,3,1,1]."""
        n = len(x)
        which = self.uniform(n, 1, 1, 1)
        colour = torch.where(which < 0.2, self.uniform(n, 3, 1, 1), torch.where(which < 0.35, 0.94, 1.0))
        return torch.where(which > 0.65, x[:, :, :1, :1], colour)

    def light(self, x):
        """Brightness, contrast, saturation, hue, gamma and noise, then erased patches."""
        n, _, size, _ = x.shape

        def draw(strength):
            return self.uniform(n, 1, 1, 1, low=1 - strength, high=1 + strength)

        x = x * draw(0.3)
        x = torch.lerp(x.mean((1, 2, 3), keepdim=True), x, draw(0.35))
        saturation = draw(0.4) * ~self.chance(n, "grey")[:, None, None, None]
        x = torch.lerp(x.mean(1, keepdim=True), x, saturation)
        x = x * self.uniform(n, 3, 1, 1, low=0.9, high=1.1)
        hue = self.uniform(n, low=-1) * math.pi * self.chance(n, "hue")
        x = torch.einsum("nij,njhw->nihw", turned_hue(hue), x)
        x = x.clamp(1e-4, 1) ** torch.exp(self.uniform(n, 1, 1, 1, low=-0.35, high=0.35))
        noise = torch.randn(x.shape, generator=self.generator, device=x.device)
        x = x + noise * (0.06 * self.uniform(n) * self.chance(n, "noise"))[:, None, None, None]
        return self.erase(self.erase(x, "erase"), "erase")

    def erase(self, x, name):
        """A rectangle of one colour, up to 0.4 of a side."""
        n, _, size, _ = x.shape
        sides, at = self.uniform(n, 2, low=0.05, high=0.4), self.uniform(n, 2, low=-0.1)
        line = torch.linspace(0, 1, size, device=x.device)
        rows = (line > at[:, :1]) & (line < at[:, :1] + sides[:, :1])
        columns = (line > at[:, 1:]) & (line < at[:, 1:] + sides[:, 1:])
        patch = rows[:, None, :, None] & columns[:, None, None, :] & self.chance(n, name)[:, None, None, None]
        return torch.where(patch, self.uniform(n, 3, 1, 1), x)

    @torch.no_grad()
    def mix(self, x, y):
        """Mixup (arXiv:1710.09412) or CutMix (arXiv:1905.04899) of a share of the batches, of x [n,3,s,s] and y [n,classes]."""
        draw, order = torch.rand(()), torch.randperm(len(x), device=x.device, generator=self.generator)
        if draw < self.settings["mixup"]:
            keep = 0.5 + 0.5 * self.uniform(len(x), 1).sqrt()  # mostly one picture, a little of another
            x = torch.lerp(x[order], x, keep[:, :, None, None])
        elif draw < self.settings["mixup"] + self.settings["cutmix"]:
            size = x.shape[-1]
            side = (torch.rand(2) * 0.7 * size).int().tolist()
            top, left = (int(torch.randint(size - s + 1, (1,))) for s in side)
            x = x.clone()
            x[:, :, top:top + side[0], left:left + side[1]] = x[order][:, :, top:top + side[0], left:left + side[1]]
            keep = 1 - side[0] * side[1] / size**2
        else:
            return x, y
        return x, y * keep + y[order] * (1 - keep)


def sample(x, matrix, size, padding):
    grid = F.affine_grid(matrix, (len(x), 1, size, size), align_corners=False)
    return F.grid_sample(x, grid, "bilinear", padding, align_corners=False)


def turned_hue(angle):
    """Matrices [n,3,3] that turn colours around the grey axis by angles [n]."""
    cos, sin = angle.cos()[:, None, None], angle.sin()[:, None, None] / math.sqrt(3)
    eye = torch.eye(3, device=angle.device)
    cross = torch.tensor([[0.0, -1, 1], [1, 0, -1], [-1, 1, 0]], device=angle.device)
    return cos * eye + sin * cross + (1 - cos) / 3
