"""Writes PyTorch's outputs for a few pictures. scripts/check-export.ts compares the exported network with them."""
import json
from pathlib import Path

import numpy as np
from PIL import Image

from card import logits_of
from decoded import decode, read_rows


def write_reference(net, data, size, folder, count=50):
    """Writes `reference.bin`, RGB bytes [count,size,size,3] of `val`, and `reference.json` with logits [count,11]
    and logits of kinds [count,kinds]."""
    rows = read_rows(data, "val")
    spread = rows[::len(rows) // count][:count]
    pixels = np.stack([squash(decode(Path(data) / row["file"]), size) for row in spread])
    logits, kinds = zip(*([one[0].tolist() for one in logits_of(net, picture[None])] for picture in pixels))
    (folder / "reference.bin").write_bytes(pixels.tobytes())
    (folder / "reference.json").write_text(json.dumps({"size": size, "logits": logits, "kinds": kinds}) + "\n")


def squash(pixels, size):
    """Resamples uint8 [h,w,3] to [size,size,3]."""
    return np.asarray(Image.fromarray(pixels).resize((size, size), Image.Resampling.BILINEAR))
