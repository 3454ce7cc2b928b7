"""Trains head and backbone together: `python3 training/outfits/finetune.py SETTINGS.toml`. Run it again to resume."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from memory import keep_memory

keep_memory()

import copy
import math
import random
import time
import tomllib

import numpy as np
import torch

from cache import to_input
from detector import Detector, Head, decode
from network import ApparelNet, load_exported
from outfits import CLASSES, letterbox, random_view, read
from precision import measure
from scales import rescale
from scenes import Scenes
from targets import collate, loss, targets


class Views(torch.utils.data.Dataset):
    """Keys are (index, seed); indices beyond the photographs draw made scenes. Items are (pixels, heat, counts, sides)."""

    def __init__(self, rows, scenes, size):
        self.rows, self.scenes, self.size = rows, scenes, size

    def __getitem__(self, key):
        index, seed = key
        chance = random.Random(seed)
        row = self.rows[index] if index < len(self.rows) else self.scenes.draw(chance)
        pixels, labels, boxes = random_view(row, *self.size, chance)
        return pixels, targets(labels, boxes, *self.size)


def join(items):
    return to_input([pixels for pixels, _ in items]), collate([target for _, target in items])


def figures(net, rows, width, height, most=16):
    """mAP50, AP by class and presence on whole pictures."""
    pictures = []
    with torch.inference_mode():
        for i in range(0, len(rows), most):
            made = [letterbox(row, width, height) for row in rows[i:i + most]]
            found = decode(*net(to_input([pixels for pixels, _, _ in made])))
            pictures += [(f, labels, boxes) for f, (_, labels, boxes) in zip(found, made)]
    return measure(pictures)


def as_line(result):
    mAP, ap, (threshold, precision, recall) = result
    return (f"mAP50 {mAP:.3f}  presence recall {recall:.3f} at precision {precision:.3f}, threshold {threshold:.3f}  "
            + " ".join(f"{name} {a:.2f}" for name, a in zip(CLASSES, ap)))


def main():
    path = Path(sys.argv[1])
    settings = tomllib.loads(path.read_text())
    out = Path(__file__).parent.parent / "out"
    folder = out / path.stem
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(settings["seed"])
    width, height = settings["size"]
    rows, val = read(f"{settings['outfits']}/train"), read(f"{settings['outfits']}/val")
    scenes = Scenes(settings["data"])
    backbone = rescale(load_exported(ApparelNet(), settings["backbone"]))
    net = Detector(backbone, Head(len(CLASSES)))
    net.head.load_state_dict(torch.load(out / settings["head"] / "checkpoint.pt")["mean"])
    net = net.to(memory_format=torch.channels_last)
    frozen = [backbone.stem, *backbone.blocks[:settings["frozen_blocks"]], backbone.head, backbone.classifier, backbone.kinds]
    for module in frozen:
        module.requires_grad_(False)
    mean = copy.deepcopy(net)
    body = [p for p in net.backbone.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": body, "factor": settings["body_rate"]}, {"params": net.head.parameters(), "factor": 1.0}],
                                  weight_decay=settings["weight_decay"])
    epoch, step = 0, 0
    if (folder / "checkpoint.pt").exists():
        saved = torch.load(folder / "checkpoint.pt")
        epoch, step = saved["epoch"], saved["step"]
        for name, thing in (("net", net), ("mean", mean), ("optimiser", optimiser)):
            thing.load_state_dict(saved[name])
    batch = settings["batch"]
    draws = len(rows) + settings["scenes"]
    total = settings["epochs"] * (draws // batch)
    log = open(folder / "log.txt", "a")
    while epoch < settings["epochs"]:
        started, sums = time.time(), np.zeros(3)
        chance = np.random.default_rng(settings["seed"] * 1000 + epoch)
        keys = [(int(i), settings["seed"] * 1_000_000 + epoch * 10_000 + int(i)) for i in chance.permutation(draws)]
        loader = torch.utils.data.DataLoader(Views(rows, scenes, settings["size"]), batch, sampler=keys, num_workers=1,
                                             prefetch_factor=4, collate_fn=join, drop_last=True)
        for x, target in loader:
            rate = settings["rate"] * min(1, (step + 1) / 50) * (0.01 + 0.99 * (1 + math.cos(math.pi * step / total)) / 2)
            for group in optimiser.param_groups:
                group["lr"] = rate * group["factor"]
            heat, sides = loss(net(x), target)
            optimiser.zero_grad()
            (heat + settings["box_weight"] * sides).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 10.0)
            optimiser.step()
            step += 1
            decay = min(settings["average_decay"], step / (step + 10))
            with torch.no_grad():
                for a, b in zip(mean.parameters(), net.parameters()):
                    a.lerp_(b, 1 - decay)
            sums += [heat.item(), sides.item(), 1]
        epoch += 1
        state = {"epoch": epoch, "step": step, "net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict()}
        torch.save(state, folder / "checkpoint.new")
        (folder / "checkpoint.new").replace(folder / "checkpoint.pt")
        line = f"epoch {epoch}: heat {sums[0] / sums[2]:.3f} box {sums[1] / sums[2]:.3f}  {time.time() - started:.0f} s  "
        if epoch % settings["measure_every"] == 0:
            line += as_line(figures(mean, val, width, height))
        print(line, flush=True)
        print(line, file=log, flush=True)


if __name__ == "__main__":
    main()
