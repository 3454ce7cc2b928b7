"""All pictures in the device's memory, squashed to a square: a batch of them is drawn without the CPU."""
import csv
import io
import mmap
import multiprocessing
import os
import zipfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from cutout import cut_out
from pack import SIDE
from pictures import CLASSES

FORMAT = torch.channels_last  # of networks and batches
archives = {}  # by process and part: forked ones must not share a file's position


def shared(*shape):
    """Zeros, uint8, that forked processes write to; unlike /dev/shm of any size."""
    return np.frombuffer(mmap.mmap(-1, int(np.prod(shape))), np.uint8).reshape(shape)


def archive_of(folder, name):
    """The part that has this picture, or None."""
    for part in Path(folder).glob("part*.zip"):
        archive = archives.setdefault((os.getpid(), part), None) or zipfile.ZipFile(part)
        archives[os.getpid(), part] = archive
        if name in archive.NameToInfo:
            return archive
    return None


def read_packed(folder, name):
    """A picture of pack.py, RGB."""
    return Image.open(io.BytesIO(archive_of(folder, name).read(name))).convert("RGB")


class Resident:
    """The rows of a split with `pixels` uint8 [n,3,SIDE,SIDE], `masks` uint8 [n,SIDE,SIDE] of what lies on white (zeros where
    it cannot be told), `boxes` [n,4] of those masks (centre and half size, x and y, in -1..1), `aspects`, `labels` [n]."""

    def __init__(self, folder, split, processes):
        """Decodes before anything is put on a device: processes cannot be forked after."""
        with open(Path(folder) / "manifest.csv") as file:
            self.rows = [row for row in csv.DictReader(file) if row["split"] == split and archive_of(folder, row["file"])]
        count = len(self.rows)
        pixels, masks, boxes = shared(count, SIDE, SIDE, 3), shared(count, SIDE, SIDE), shared(count, 4)

        def decode(rows):
            for i in rows:
                image = read_packed(folder, self.rows[i]["file"]).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
                pixels[i] = np.asarray(image)
                if split == "train" and (mask := cut_out(image)) and (box := mask.getbbox()):
                    masks[i], boxes[i] = np.asarray(mask), np.array(box) - (0, 0, 1, 1)

        workers = [multiprocessing.get_context("fork").Process(target=decode, args=(range(k, count, processes),)) for k in range(processes)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
            if worker.exitcode:
                raise RuntimeError("a process that decodes pictures failed")
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
        """Without augmentation: [n,3,size,size] in -1..1."""
        x = self.pixels[index].float()
        if size != SIDE:
            x = F.interpolate(x, (size, size), mode="bilinear", antialias=True, align_corners=False)
        return (x / 127.5 - 1).contiguous(memory_format=FORMAT)


@torch.no_grad()
def predict(net, pictures, size, index=None, batch=None):
    """Logits [n,11] in float32 on the CPU, of all pictures or those of `index` [n]."""
    net.eval()
    batch = batch or (256 if pictures.labels.is_cuda else 16)
    if index is None:
        index = torch.arange(len(pictures.rows))
    # All batches are full ones, since each new shape costs the device a search for its kernels.
    filled = F.pad(index, (0, -len(index) % batch)).to(pictures.labels.device)
    return torch.cat([net(pictures.plain(part, size)).float().cpu() for part in filled.split(batch)])[:len(index)]


def folds(rows, count):
    """The fold 0..count-1 of each row, [n]: groups stay together, and each source is spread evenly."""
    sizes = {}
    for row in rows:
        key = row["source"], row["group"]
        sizes[key] = sizes.get(key, 0) + 1
    filled, fold_of = {}, {}
    for (source, group), size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        loads = filled.setdefault(source, [0] * count)
        fold_of[source, group] = loads.index(min(loads))
        loads[fold_of[source, group]] += size
    return torch.tensor([fold_of[row["source"], row["group"]] for row in rows])
