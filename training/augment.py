"""Augmentation that imitates shop pages: crops, sizes, light, and other things beside the garment."""
import io

import torch
from PIL import Image
from torch.nn import functional as F

from cutout import cut_out, put_before
from drawing import as_drawing, on_colour, recolour
from overprint import overprint


def augment_image(image, random, size, row, grounds, settings):
    """Returns a random view of a PIL image, `size` pixels square. `settings` is the table `[augment]` of a run: probabilities, 0..1.
    `row` is the picture's row in the manifest. `grounds` are the possible backgrounds of a cut-out."""
    image = redraw(image, random, row, settings)
    if random.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if random.random() < settings.get("ground", 0) and (mask := cut_out(image)):
        image = put_before(image, mask, random.choice(grounds), random)
    elif random.random() < 0.25:
        image = zoom_out(image, random)
    if random.random() < settings.get("turn", 0):
        image = turn(image, random)
    if random.random() < settings.get("overprint", 0):
        image = overprint(image, random)
    if random.random() < 0.3:
        # Wallets and goggles are mostly 60×80. Without this, the network would learn that a blurry picture is a wallet.
        short = random.randint(48, 120) / min(image.size)
        if short < 1:
            image = image.resize([max(8, round(side * short)) for side in image.size], Image.Resampling.BILINEAR)
    if random.random() < 0.15:
        image = damage(image, random)
    return image.resize((size, size), Image.Resampling.BILINEAR, box=random_box(image.size, random))


def redraw(image, random, row, settings):
    """Gives drawings coloured backgrounds and other colours, and turns a share of the photographs into drawings."""
    is_drawn = row["shot"] == "drawn"
    if is_drawn and random.random() < settings.get("drawn_colour", 0) and (mask := cut_out(image)):
        image = on_colour(image, mask, random)
    if random.random() < settings.get("recolour", 0) * (5 if is_drawn else 1):
        image = recolour(image, random)
    if not is_drawn and min(image.size) > 120 and random.random() < settings.get("as_drawing", 0):
        mask = cut_out(image)
        image = as_drawing(image, random)
        if mask and random.random() < 0.6:
            image = on_colour(image, mask.resize(image.size), random)
    return image


def random_box(shape, random):
    """Returns a crop of 45–100 % of the area, with an aspect between 3:4 and 4:3 of the picture's. A third of the draws keep
    the whole picture."""
    width, height = shape
    if random.random() < 0.33:
        return (0, 0, width, height)
    area, aspect = random.uniform(0.45, 1), random.uniform(0.75, 1.333) ** 0.5
    w, h = min(1, area**0.5 * aspect) * width, min(1, area**0.5 / aspect) * height
    left, top = random.uniform(0, width - w), random.uniform(0, height - h)
    return (left, top, left + w, top + h)


def zoom_out(image, random):
    """Places the picture on a larger plain background, mostly white as in catalogues."""
    width, height = image.size
    ground = random.choice([(255, 255, 255), (255, 255, 255), (240, 240, 240), tuple(random.randint(0, 255) for _ in "rgb")])
    big = Image.new("RGB", (round(width * random.uniform(1, 1.7)), round(height * random.uniform(1, 1.7))), ground)
    big.paste(image, (random.randint(0, big.width - width), random.randint(0, big.height - height)))
    return big


def turn(image, random):
    """Rotates by up to 20 degrees. The corners get the colour of the picture's top left pixel."""
    return image.rotate(random.uniform(-20, 20), Image.Resampling.BILINEAR, fillcolor=image.getpixel((0, 0)))


def damage(image, random):
    """Compresses to a low-quality JPEG and decodes it."""
    file = io.BytesIO()
    image.save(file, "JPEG", quality=random.randint(25, 70))
    return Image.open(file).convert("RGB")


def jitter(x, generator, strength=0.3):
    """Changes brightness, contrast, saturation and colour balance of [n,3,s,s] in 0..1, with one draw per picture.
    Some pictures become grey, and some get an erased patch."""
    n, _, size, _ = x.shape

    def draw(low=1 - strength, high=1 + strength):
        return torch.empty(n, 1, 1, 1).uniform_(low, high, generator=generator)

    x = x * draw()
    x = torch.lerp(x.mean((1, 2, 3), keepdim=True), x, draw())
    grey = x.mean(1, keepdim=True)
    saturation = draw() * (draw(0, 1) > 0.05)
    x = torch.lerp(grey, x, saturation)
    x = x * (1 + torch.empty(n, 3, 1, 1).uniform_(-0.08, 0.08, generator=generator))
    for i in (torch.rand(n, generator=generator) < 0.15).nonzero().flatten().tolist():
        side, top, left = (torch.rand(3, generator=generator) * torch.tensor([0.3, 0.7, 0.7]) * size).int().tolist()
        x[i, :, top:top + side, left:left + side] = torch.rand(3, 1, 1, generator=generator)
    return x.clamp(0, 1)


def soft_targets(y, classes, smoothing):
    """Returns smoothed targets [n,classes] of indices y [n]. The targets of UNKNOWN are zeros, so the loss ignores them."""
    known = (y >= 0).float()[:, None]
    return known * (F.one_hot(y.clamp(min=0), classes).float() * (1 - smoothing) + smoothing / classes)


def mix(x, targets, generator, share):
    """Applies mixup (arXiv:1710.09412) to a share of the batches: to x and to each of the soft targets [n,classes]."""
    if torch.rand((), generator=generator) < share:
        keep = 0.5 + 0.5 * torch.rand(len(x), 1, generator=generator) ** 0.5  # one picture dominates
        order = torch.randperm(len(x), generator=generator)
        x = torch.lerp(x[order], x, keep[:, :, None, None])
        targets = [torch.lerp(y[order], y, keep) for y in targets]
    return x, targets
