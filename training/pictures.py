"""The labelled photographs, decoded once and augmented on access."""
import random
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from decoded import Decoded, decode, read_rows
from kinds import UNKNOWN, kind_index

CLASSES = ["Goggles", "Hat", "Jacket", "Shirt", "Shoes", "Shorts", "T-Shirt", "Trouser", "Wallet", "Watch", "none"]


def class_index(row, ambiguous=UNKNOWN):
    """Returns the index of a row's label in CLASSES. Hoodies, sweaters and other ambiguous pictures get `ambiguous`."""
    return ambiguous if row["label"] == "ambiguous" else CLASSES.index(row["label"])


class Pictures(torch.utils.data.Dataset):
    """Items are (uint8 [3,size,size], class index, kind index). An index is UNKNOWN if the picture must not train it.

    `augment` is a function of a PIL image, a random.Random, the size and the row. With it, keys are (index, seed). `every` keeps
    every so many pictures of the split. `folder` holds the output of decoded.py; without it, pictures are decoded into memory."""

    def __init__(self, data, split, size, augment=None, every=1, folder=None):
        self.rows, self.size, self.augment = read_rows(data, split), size, augment
        pixels = Decoded(folder, split, self.rows) if folder else None
        chosen = range(0, len(self.rows), every)
        self.rows = [self.rows[i] for i in chosen]
        self.pixels = [pixels[i] for i in chosen] if pixels else [decode(Path(data) / row["file"]) for row in self.rows]
        self.labels = [class_index(row) for row in self.rows]
        self.kinds = [kind_index(row) for row in self.rows]

    def label_ambiguous(self, index):
        """Labels all ambiguous pictures with this class index, or UNKNOWN."""
        self.labels = [class_index(row, index) for row in self.rows]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, key):
        index, seed = key if isinstance(key, tuple) else (key, 0)
        image = Image.fromarray(self.pixels[index])
        if self.augment:
            image = self.augment(image, random.Random(seed), self.size, self.rows[index])
        else:
            image = image.resize((self.size, self.size), Image.Resampling.BILINEAR)
        return torch.from_numpy(np.array(image)).permute(2, 0, 1), self.labels[index], self.kinds[index]
