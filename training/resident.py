"""Keeps all pictures in the device's memory, resampled to a square, so that drawing a batch needs no CPU."""
import csv
from pathlib import Path

import torch
from torch.nn import functional as F

from pack import SIDE
from pictures import CLASSES
from unpack import archive_of, decode_all

FORMAT = torch.channels_last  # memory format of networks and batches


class Resident:
    """The rows of a split with their pictures.

    `pixels` are uint8 [n,3,SIDE,SIDE]. `masks` uint8 [n,SIDE,SIDE] mark the object on a white background, and are zeros if it
    cannot be separated. `boxes` [n,4] bound those masks: centre and half size, x and y, in -1..1. `aspects` and `labels` are [n]."""

    def __init__(self, folder, split):
        """Decodes before any data moves to a device, because processes cannot be forked afterwards."""
        with open(Path(folder) / "manifest.csv") as file:
            self.rows = [row for row in csv.DictReader(file) if row["split"] == split and archive_of(folder, row["file"])]
        pixels, masks, boxes = decode_all(folder, self.rows, with_masks=split == "train")
        self.pixels, self.masks = torch.from_numpy(pixels).permute(0, 3, 1, 2), torch.from_numpy(masks)
        left, top, right, bottom = (torch.from_numpy(boxes.astype("f4")) / (SIDE - 1) * 2 - 1).unbind(1)
        self.boxes = torch.stack([(left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2], 1)
        self.aspects = torch.tensor([float(row["aspect"]) for row in self.rows])
        self.labels = torch.tensor([CLASSES.index(row["label"]) for row in self.rows])

    def to(self, device):
        for name in ("pixels", "masks", "boxes", "aspects", "labels"):
            setattr(self, name, getattr(self, name).to(device).contiguous())
        return self

    def plain(self, index, size):
        """Returns pictures without augmentation, [n,3,size,size] in -1..1."""
        x = self.pixels[index].float()
        if size != SIDE:
            x = F.interpolate(x, (size, size), mode="bilinear", antialias=True, align_corners=False)
        return (x / 127.5 - 1).contiguous(memory_format=FORMAT)

    @torch.no_grad()
    def predict(self, net, index=None, size=224):
        """Returns logits [m,11] in float32 on the CPU, of all pictures or those of `index` [m]. `net` is any function of a batch."""
        batch = 256 if self.labels.is_cuda else 16
        if index is None:
            index = torch.arange(len(self.rows))
        # Every batch is full, because each new shape makes the device search for the fastest kernels.
        filled = F.pad(index, (0, -len(index) % batch)).to(self.labels.device)
        return torch.cat([net(self.plain(part, size)).float().cpu() for part in filled.split(batch)])[:len(index)]
