"""The labelled photographs: decoded once into memory, augmented as they are drawn."""
import csv
import random
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps

CLASSES = ["Goggles", "Hat", "Jacket", "Shirt", "Shoes", "Shorts", "T-Shirt", "Trouser", "Wallet", "Watch", "none"]


# Training pictures whose labels contradict what is seen: mostly shirts of which a street photograph shows the jacket.
DROPPED = set((Path(__file__).parent / "dropped.txt").read_text().split())


def read_rows(data, split):
    with open(Path(data) / "manifest.csv") as file:
        return [row for row in csv.DictReader(file) if row["split"] == split and row["file"] not in DROPPED]


def decode(path):
    """Upright RGB on white, uint8 [h,w,3]."""
    image = ImageOps.exif_transpose(Image.open(path))
    if image.mode in ("RGBA", "LA", "P"):
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return np.asarray(image.convert("RGB"))


class Pictures(torch.utils.data.Dataset):
    """Item: (uint8 [3,size,size], class index). `augment` is a function of a PIL image, a random.Random and the size; then
    the key is (index, seed). `every`: only each so many of the split."""

    def __init__(self, data, split, size, augment=None, every=1):
        self.rows, self.size, self.augment = read_rows(data, split)[::every], size, augment
        self.pixels = [decode(Path(data) / row["file"]) for row in self.rows]
        self.labels = [CLASSES.index(row["label"]) for row in self.rows]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, key):
        index, seed = key if isinstance(key, tuple) else (key, 0)
        image = Image.fromarray(self.pixels[index])
        if self.augment:
            image = self.augment(image, random.Random(seed), self.size)
        else:
            image = image.resize((self.size, self.size), Image.Resampling.BILINEAR)
        return torch.from_numpy(np.array(image)).permute(2, 0, 1), self.labels[index]


def draw_epoch(pictures, weights, count, seed):
    """`count` draws with replacement by source weight: a list of (index, seed of its augmentation). An epoch is the same
    however often the run was interrupted and however many workers load it."""
    generator = torch.Generator().manual_seed(seed)
    chances = torch.tensor([weight_of(row, weights) for row in pictures.rows], dtype=torch.double)
    drawn = torch.multinomial(chances, count, True, generator=generator).tolist()
    return list(zip(drawn, torch.randint(2**31, (count,), generator=generator).tolist()))


def weight_of(row, weights):
    """A `source/label` weight wins over a `source` one; 1 without either."""
    return weights.get(f"{row['source']}/{row['label']}", weights.get(row["source"], 1.0))
