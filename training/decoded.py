"""Decodes the pictures of a split once, into one file that all training runs map into memory:
`python3 training/decoded.py DATA TO`."""
import argparse
import csv
import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

DROPPED = set((Path(__file__).parent / "dropped.txt").read_text().split())


def read_rows(data, split):
    """Returns the split's rows of the manifest, without the training pictures whose labels contradict the image (`dropped.txt`)."""
    with open(Path(data) / "manifest.csv") as file:
        return [row for row in csv.DictReader(file) if row["split"] == split and row["file"] not in DROPPED]


def decode(path):
    """Returns upright RGB on a white background, uint8 [h,w,3]."""
    image = ImageOps.exif_transpose(Image.open(path))
    if image.mode in ("RGBA", "LA", "P"):
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return np.asarray(image.convert("RGB"))


class Decoded:
    """Sequence of uint8 pictures [h,w,3] from `<split>.bin`. Raises ValueError if the file was made from other rows."""

    def __init__(self, folder, split, rows):
        index = json.loads((Path(folder) / f"{split}.json").read_text())
        if index["files"] != [row["file"] for row in rows]:
            raise ValueError(f"{folder} holds other pictures than the manifest: run decoded.py again")
        self.places, self.bytes = index["places"], np.memmap(Path(folder) / f"{split}.bin", np.uint8, "r")

    def __len__(self):
        return len(self.places)

    def __getitem__(self, i):
        start, height, width = self.places[i]
        return self.bytes[start:start + height * width * 3].reshape(height, width, 3)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("to", type=Path)
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    for split in ("val", "train"):
        rows, places, start = read_rows(args.data, split), [], 0
        with open(args.to / f"{split}.bin", "wb") as file:
            for row in rows:
                pixels = decode(args.data / row["file"])
                places.append((start, *pixels.shape[:2]))
                start += file.write(pixels.tobytes())
        (args.to / f"{split}.json").write_text(json.dumps({"files": [row["file"] for row in rows], "places": places}))
        print(f"{split}: {len(rows)} pictures, {start / 1e9:.1f} GB")


if __name__ == "__main__":
    main()
