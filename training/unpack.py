"""Decodes the output of pack.py on all cores, into shared memory."""
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

archives = {}  # by process and part, because forked processes must not share a file position


def shared(*shape):
    """Returns uint8 zeros that forked processes can write to. Unlike /dev/shm, this has no size limit."""
    return np.frombuffer(mmap.mmap(-1, int(np.prod(shape))), np.uint8).reshape(shape)


def archive_of(folder, name):
    """Returns the part that contains this picture, or None."""
    for part in Path(folder).glob("part*.zip"):
        archive = archives.setdefault((os.getpid(), part), None) or zipfile.ZipFile(part)
        archives[os.getpid(), part] = archive
        if name in archive.NameToInfo:
            return archive
    return None


def read_packed(folder, name):
    """Returns a packed picture in RGB."""
    return Image.open(io.BytesIO(archive_of(folder, name).read(name))).convert("RGB")


def decode_all(folder, rows, with_masks):
    """Returns uint8 pixels [n,SIDE,SIDE,3], masks [n,SIDE,SIDE] and the masks' boxes [n,4] in pixels. Uses one process per core.
    Raises RuntimeError if one fails."""
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
