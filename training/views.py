"""Augments a batch in the device's memory, as augment.py augments one picture: degradation, then placement, then light."""
import torch
from torch.nn import functional as F

from draws import Draws
from jpeg import compress
from light import light
from placement import crop, part, piece, sample

# Pictures without a garment or a white background: the backgrounds of cut-outs.
GROUNDS = ("unsplash", "olx_bikes", "olx_birds", "olx_cars", "olx_cats", "olx_dogs", "grocery", "fairface")


class Views:
    """Random views of a Resident; `settings` is the table `[views]` of a run."""

    def __init__(self, pictures, settings, generator):
        self.pictures, self.draws = pictures, Draws(settings, generator)
        grounds = [i for i, row in enumerate(pictures.rows) if row["source"] in GROUNDS]
        self.grounds = torch.tensor(grounds, device=pictures.pixels.device)

    @torch.no_grad()
    def draw(self, index, size):
        """Returns views [n,3,size,size] in 0..1 of the pictures `index` [n]."""
        n, pictures, draws = len(index), self.pictures, self.draws
        x = self.degrade(pictures.pixels[index].float() / 255)
        boxes, aspects = pictures.boxes[index], pictures.aspects[index]
        cut = draws.chance(n, "ground") & (boxes[:, 2] > 0)
        alpha = torch.where(cut[:, None, None], pictures.masks[index].float() / 255, 1.0)[:, None]
        matrix = torch.where(cut[:, None, None], piece(draws, boxes, aspects), crop(draws, aspects))
        # Sample at twice the size, then average, so that downscaled pictures do not alias.
        seen = F.avg_pool2d(sample(torch.cat([x * alpha, alpha], 1), matrix, 2 * size, "zeros"), 2)
        behind = torch.where(cut[:, None, None, None], self.scene(n, size), self.plain_ground(x))
        return light(draws, seen[:, :3] + (1 - seen[:, 3:]) * behind).clamp(0, 1)

    def degrade(self, x):
        """Downscales and enlarges some pictures, and compresses others to a low-quality JPEG. Some get both. The choice of rows
        does not matter, because batches are in random order."""
        n, side, settings = len(x), x.shape[-1], self.draws.settings
        step = max(1, round(n * settings["small"] / 4))
        for first in range(0, 4 * step, step):
            short = int(torch.randint(48, 121, (1,)))
            small = F.interpolate(x[first:first + step], (short, short), mode="bilinear", antialias=True, align_corners=False)
            x[first:first + step] = F.interpolate(small, (side, side), mode="bilinear", align_corners=False)
        count = max(1, round(n * settings["jpeg"]))
        first = int(torch.randint(n - count + 1, (1,)))
        x[first:first + count] = compress(x[first:first + count], self.draws.uniform(count, low=25, high=75))
        return x

    def scene(self, n, size):
        """Returns parts of other pictures as backgrounds, [n,3,size,size]."""
        chosen = self.grounds[(self.draws.uniform(n) * len(self.grounds)).long()]
        return sample(self.pictures.pixels[chosen].float() / 255, part(self.draws, n), size, "reflection")

    def plain_ground(self, x):
        """Returns white, grey, a random colour or the colour of the picture's corner, [n,3,1,1]."""
        n = len(x)
        which = self.draws.uniform(n, 1, 1, 1)
        colour = torch.where(which < 0.2, self.draws.uniform(n, 3, 1, 1), torch.where(which < 0.35, 0.94, 1.0))
        return torch.where(which > 0.65, x[:, :, :1, :1], colour)


@torch.no_grad()
def mix(draws, x, y):
    """Applies mixup (arXiv:1710.09412) or CutMix (arXiv:1905.04899) to x [n,3,s,s] and y [n,classes] in a share of the batches."""
    which, order = torch.rand(()), draws.uniform(len(x)).argsort()
    if which < draws.settings["mixup"]:
        keep = 0.5 + 0.5 * draws.uniform(len(x), 1).sqrt()  # one picture dominates
        x = torch.lerp(x[order], x, keep[:, :, None, None])
    elif which < draws.settings["mixup"] + draws.settings["cutmix"]:
        size = x.shape[-1]
        height, width = (torch.rand(2) * 0.7 * size).int().tolist()
        top, left = (int(torch.randint(size - side + 1, (1,))) for side in (height, width))
        x = x.clone()
        x[:, :, top:top + height, left:left + width] = x[order][:, :, top:top + height, left:left + width]
        keep = 1 - height * width / size**2
    else:
        return x, y
    return x, y * keep + y[order] * (1 - keep)
