"""Simulates light and cameras on a batch [n,3,s,s] in 0..1, with one draw per picture."""
import math

import torch


def light(draws, x):
    """Changes brightness, contrast, saturation, hue, gamma and noise, then erases patches."""
    n = len(x)

    def around_one(strength):
        return draws.uniform(n, 1, 1, 1, low=1 - strength, high=1 + strength)

    x = x * around_one(0.3)
    x = torch.lerp(x.mean((1, 2, 3), keepdim=True), x, around_one(0.35))
    saturation = around_one(0.4) * ~draws.chance(n, "grey")[:, None, None, None]
    x = torch.lerp(x.mean(1, keepdim=True), x, saturation)
    x = x * draws.uniform(n, 3, 1, 1, low=0.9, high=1.1)
    hue = draws.uniform(n, low=-1) * math.pi * draws.chance(n, "hue")
    x = torch.einsum("nij,njhw->nihw", turned_hue(hue), x)
    x = x.clamp(1e-4, 1) ** torch.exp(draws.uniform(n, 1, 1, 1, low=-0.35, high=0.35))
    x = x + draws.normal(*x.shape) * (0.06 * draws.uniform(n) * draws.chance(n, "noise"))[:, None, None, None]
    return erase(draws, erase(draws, x))


def erase(draws, x):
    """Fills a rectangle of up to 0.4 of a side with one colour."""
    n, _, size, _ = x.shape
    sides, at = draws.uniform(n, 2, low=0.05, high=0.4), draws.uniform(n, 2, low=-0.1)
    line = torch.linspace(0, 1, size, device=x.device)
    rows = (line > at[:, :1]) & (line < at[:, :1] + sides[:, :1])
    columns = (line > at[:, 1:]) & (line < at[:, 1:] + sides[:, 1:])
    patch = rows[:, None, :, None] & columns[:, None, None, :] & draws.chance(n, "erase")[:, None, None, None]
    return torch.where(patch, draws.uniform(n, 3, 1, 1), x)


def turned_hue(angle):
    """Returns matrices [n,3,3] that rotate colours around the grey axis by angles [n]."""
    cos, sin = angle.cos()[:, None, None], angle.sin()[:, None, None] / math.sqrt(3)
    eye = torch.eye(3, device=angle.device)
    cross = torch.tensor([[0.0, -1, 1], [1, 0, -1], [-1, 1, 0]], device=angle.device)
    return cos * eye + sin * cross + (1 - cos) / 3
