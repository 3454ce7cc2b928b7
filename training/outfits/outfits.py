"""The photographs of outfits with their boxes, and random views of them."""
import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance

CLASSES = ["Goggles", "Hat", "Jacket", "Shirt", "Shoes", "Shorts", "T-Shirt", "Trouser", "Wallet", "Watch",
           "Dress", "Skirt", "Bag", "Belt", "Scarf", "Legwear"]
GARMENTS = 10
# Tags outside the ten that are learnt beside them, so that a dress is not taken for a shirt
OTHERS = {"dress": "Dress", "skirt": "Skirt", "bag": "Bag", "purse": "Bag", "belt": "Belt", "scarf": "Scarf",
          "stockings": "Legwear", "socks": "Legwear", "tights": "Legwear"}
AMBIGUOUS = -1
GREY = (128, 128, 128)
# A garment that is cut at a border counts if this share of it is left; otherwise it is ambiguous.
LEAST_SHARE = 0.5


def read(folder):
    """Returns a list of (PIL image, labels [n], boxes [n,4] as fractions). Labels are indices of CLASSES or AMBIGUOUS; tags
    outside both are left out."""
    rows = []
    for row in json.loads((Path(folder) / "boxes.json").read_text()):
        items = [(label_of(item), item["box"]) for item in row["items"]]
        items = [item for item in items if item[0] is not None]
        image = Image.open(Path(folder) / row["file"]).convert("RGB")
        rows.append((image, np.array([label for label, _ in items], int), np.array([box for _, box in items], float).reshape(-1, 4)))
    return rows


def label_of(item):
    if item["label"] == "ambiguous":
        return AMBIGUOUS
    name = OTHERS.get(item["tag"], item["label"])
    return CLASSES.index(name) if name in CLASSES else None


def letterbox(row, width, height):
    """Returns the whole picture in the middle of a grey canvas, and its boxes in pixels of the canvas."""
    image, labels, boxes = row
    scale = min(width / image.width, height / image.height)
    return place(image, labels, boxes, (width, height), scale, scale, 0.5, 0.5)


def random_view(row, width, height, random):
    """Returns a random view as `letterbox` does: mirrored, scaled, moved, in another light."""
    image, labels, boxes = row
    if random.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        boxes = boxes[:, [2, 1, 0, 3]] * [-1, 1, -1, 1] + [1, 0, 1, 0]
    for change in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        if random.random() < 0.5:
            image = change(image).enhance(random.uniform(0.7, 1.3))
    fit = min(width / image.width, height / image.height)
    zoom = random.choice([1, random.uniform(0.7, 1), random.uniform(1, 1.6)]) * fit
    stretch = random.uniform(0.92, 1.08)
    return place(image, labels, boxes, (width, height), zoom * stretch, zoom / stretch, random.random(), random.random())


def place(image, labels, boxes, size, across, down, left, top):
    """`left` and `top`, 0..1: where the picture lies on the canvas, or the canvas on the picture."""
    width, height = max(1, round(image.width * across)), max(1, round(image.height * down))
    x, y = round((size[0] - width) * left), round((size[1] - height) * top)
    canvas = Image.new("RGB", size, GREY)
    canvas.paste(image.resize((width, height), Image.Resampling.BILINEAR), (x, y))
    whole = boxes * [width, height, width, height] + [x, y, x, y]
    seen = whole.clip(0, [*size, *size])
    area = lambda b: (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    share = area(seen) / area(whole).clip(1e-6)
    labels = np.where(share < LEAST_SHARE, AMBIGUOUS, labels)
    keep = share > 0.02
    return np.asarray(canvas), labels[keep], seen[keep]
