"""Computes the frozen backbone's features of many random views once: `python3 training/outfits/cache.py SETTINGS.toml`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from memory import keep_memory

keep_memory()

import random
import time
import tomllib

import torch

from detector import Detector
from network import ApparelNet, load_exported
from outfits import letterbox, random_view, read
from scenes import Scenes
from targets import targets


def to_input(views):
    x = torch.stack([torch.from_numpy(view.copy()) for view in views]).permute(0, 3, 1, 2).float() / 127.5 - 1
    return x.contiguous(memory_format=torch.channels_last)


def main():
    path = Path(sys.argv[1])
    settings = tomllib.loads(path.read_text())
    folder = Path(__file__).parent.parent / "out" / path.stem / "cache"
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    net = Detector(load_exported(ApparelNet(), settings["backbone"]), None).eval()
    width, height = settings["size"]
    seed = settings["seed"] * 1_000_000
    rows = read(f"{settings['outfits']}/train")
    val = read(f"{settings['outfits']}/val")
    scenes = Scenes(settings["data"])
    print(f"{len(rows)} photographs, {len(scenes.grounds)} grounds, {sum(map(len, scenes.cutouts.values()))} cut-outs", flush=True)

    def save(name, views):
        """Each view: (pixels, labels, boxes)."""
        started, parts, kept = time.time(), [], []
        for i in range(0, len(views), 16):
            made = [view() for view in views[i:i + 16]]
            with torch.inference_mode():
                parts.append([x.half() for x in net.features(to_input([pixels for pixels, _, _ in made]))])
            kept += [(labels, boxes) for _, labels, boxes in made]
        features = [torch.cat(x) for x in zip(*parts)]
        torch.save({"features": features, "truth": kept}, folder / f"{name}.new")
        (folder / f"{name}.new").replace(folder / f"{name}.pt")
        print(f"{name}: {len(views)} in {time.time() - started:.0f} s", flush=True)

    save("val", [lambda row=row: letterbox(row, width, height) for row in val])
    for k in range(settings["views"]):
        def view(i, row):
            return lambda: random_view(row, width, height, random.Random(seed + k * 10_000 + i))

        def scene(i):
            def draw():
                chance = random.Random(seed + 500_000 + k * 10_000 + i)
                return random_view(scenes.draw(chance), width, height, chance)
            return draw
        save(f"train-{k}", [view(i, row) for i, row in enumerate(rows)] + [scene(i) for i in range(settings["scenes"])])


if __name__ == "__main__":
    main()
