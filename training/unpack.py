"""Decodes what pack.py wrote, by all cores, into memory that they share."""
import io
import mmap
import multiprocessing
import os
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

from cutout import cut_out
from pack import SIDE

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


def decode_all(folder, rows, with_masks):
    """uint8 pixels [n,SIDE,SIDE,3], masks [n,SIDE,SIDE] and the masks' boxes [n,4] in pixels, by as many processes as there are
    cores. RuntimeError where one fails."""
    count, processes = len(rows), os.cpu_count()
    pixels, masks, boxes = shared(count, SIDE, SIDE, 3), shared(count, SIDE, SIDE), shared(count, 4)

    def decode(mine):
        for i in mine:
            image = read_packed(folder, rows[i]["file"]).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
            pixels[i] = np.asarray(image)
            if with_masks and (mask := cut_out(image)) and (box := mask.getbbox()):
                masks[i], boxes[i] = np.asarray(mask), np.array(box) - (0, 0, 1, 1)

    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=decode, args=(range(k, count, processes),)) for k in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        if worker.exitcode:
            raise RuntimeError("a process that decodes pictures failed")
    return pixels, masks, boxes
