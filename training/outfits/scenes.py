"""Makes scenes with known boxes: catalogue cut-outs on photographs without garments, and on each other."""
import random as randoms

import numpy as np
from PIL import Image

from cutout import cut_out
from decoded import decode, read_rows
from outfits import CLASSES, GARMENTS

GROUNDS = ("unsplash", "olx_cars", "olx_bikes", "grocery")
SIDE = 448


class Scenes:
    """Draws scenes from the training pictures of `data`. The same seed gives the same scene."""

    def __init__(self, data, every=4, seed=1):
        rows = read_rows(data, "train")
        self.cutouts, self.grounds = {}, []
        picked = randoms.Random(seed).sample(rows, len(rows) // every)
        for row in picked:
            is_ground = row["source"] in GROUNDS
            if not is_ground and (row["label"] not in CLASSES or row["shot"] == "drawn"):
                continue
            image = Image.fromarray(decode(f"{data}/{row['file']}"))
            if is_ground:
                self.grounds.append(image)
            elif mask := cut_out(image):
                box = mask.getbbox()
                self.cutouts.setdefault(row["label"], []).append((image.crop(box), mask.crop(box)))

    def draw(self, random):
        """Returns a scene as `outfits.read` does: 1 to 5 garments that cover each other by a quarter at most."""
        if random.random() < 0.5:
            canvas = random.choice(self.grounds).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
        else:
            canvas = Image.new("RGB", (SIDE, SIDE), tuple(random.randint(120, 255) for _ in range(3)))
        labels, boxes = [], []
        for _ in range(random.randint(1, 5)):
            name = random.choice([name for name in CLASSES[:GARMENTS] if name in self.cutouts])
            piece, mask = random.choice(self.cutouts[name])
            if random.random() < 0.3:
                angle = random.uniform(-30, 30)
                piece, mask = (one.rotate(angle, Image.Resampling.BILINEAR, expand=True) for one in (piece, mask))
                inner = mask.getbbox()
                piece, mask = piece.crop(inner), mask.crop(inner)
            scale = SIDE * random.uniform(0.15, 0.55) / max(piece.size)
            size = max(8, round(piece.width * scale)), max(8, round(piece.height * scale))
            x, y = random.randint(0, SIDE - size[0]), random.randint(0, SIDE - size[1])
            box = [x / SIDE, y / SIDE, (x + size[0]) / SIDE, (y + size[1]) / SIDE]
            if any(covered(old, box) > 0.25 for old in boxes):
                continue
            canvas.paste(piece.resize(size, Image.Resampling.BILINEAR), (x, y), mask.resize(size, Image.Resampling.BILINEAR))
            labels.append(CLASSES.index(name))
            boxes.append(box)
        return canvas, np.array(labels, int), np.array(boxes, float).reshape(-1, 4)


def covered(old, new):
    """The share of the smaller of two boxes that lies in the other."""
    w, h = min(old[2], new[2]) - max(old[0], new[0]), min(old[3], new[3]) - max(old[1], new[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / min((b[2] - b[0]) * (b[3] - b[1]) for b in (old, new))
