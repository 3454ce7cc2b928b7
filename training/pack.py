"""Packs the photographs for another machine: `python3 training/pack.py DATA TO [--parts 2]`.

Writes `manifest.csv` (that of DATA without `test`, plus the aspect of each picture) and `part1.zip`, … of about equal size.
Networks see pictures resampled to a square, so larger ones are already resampled to `SIDE` here. Small ones stay unchanged.
"""
import argparse
import csv
import io
import zipfile
from pathlib import Path

from PIL import Image

from decoded import decode, read_rows

SIDE = 256


def pack_picture(path):
    """Returns the picture's encoded bytes and its aspect (width divided by height)."""
    image = Image.fromarray(decode(path))
    if max(image.size) <= 120:
        return path.read_bytes(), image.width / image.height
    file = io.BytesIO()
    squashed = image.resize([min(side, SIDE) for side in image.size], Image.Resampling.BILINEAR)
    squashed.save(file, "WEBP", quality=82, method=4)
    return file.getvalue(), image.width / image.height


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("to", type=Path)
    parser.add_argument("--parts", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="only each so many pictures: to try things out")
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    rows = (read_rows(args.data, "train") + read_rows(args.data, "val"))[::args.every]
    parts = [zipfile.ZipFile(args.to / f"part{i + 1}.zip", "w") for i in range(args.parts)]
    for i, row in enumerate(rows):
        data, aspect = pack_picture(args.data / row["file"])
        parts[i % args.parts].writestr(row["file"], data)
        row["aspect"] = round(aspect, 4)
    for part in parts:
        part.close()
    with open(args.to / "manifest.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
