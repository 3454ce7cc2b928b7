"""Augmentation for drawings. Emoji, icons and illustrations have any background and any colours, and training pictures are few."""
from PIL import Image, ImageEnhance, ImageFilter, ImageOps


def on_colour(image, mask, random):
    """Replaces the background outside `mask` (PIL, `L`) with one colour: a pale one, a strong one, black or grey."""
    strong = tuple(random.randint(0, 255) for _ in "rgb")
    pale = tuple(255 - random.randint(0, 60) for _ in "rgb")
    ground = random.choice([strong, pale, pale, tuple(random.choice([(0, 0, 0), (128, 128, 128), (238, 238, 238)]))])
    return Image.composite(image, Image.new("RGB", image.size, ground), mask)


def recolour(image, random):
    """Permutes the colour channels."""
    order = random.choice([(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
    channels = image.split()
    return Image.merge("RGB", [channels[i] for i in order])


def as_drawing(image, random):
    """Makes a photograph look like a drawing: few flat colours, sometimes with outlines, or only outlines."""
    scale = random.randint(96, 160) / max(image.size)
    small = image.resize([max(8, round(side * scale)) for side in image.size], Image.Resampling.BILINEAR)
    lines = ImageOps.autocontrast(small.convert("L").filter(ImageFilter.CONTOUR), cutoff=2)
    if random.random() < 0.2:
        return lines.convert("RGB")
    flat = small.filter(ImageFilter.GaussianBlur(1.5)).quantize(random.randint(4, 9)).convert("RGB")
    flat = ImageEnhance.Color(flat).enhance(random.uniform(1, 3))
    if random.random() < 0.5:
        dark = lines.point(lambda level: 0 if level < 150 else 255)
        flat.paste((30, 30, 30), mask=ImageOps.invert(dark))
    return flat
