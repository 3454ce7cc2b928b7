"""Trains the head on the output of cache.py: `python3 training/outfits/train_head.py SETTINGS.toml`. Run it again to resume."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from memory import keep_memory

keep_memory()

import copy
import math
import time
import tomllib

import numpy as np
import torch

from detector import Head, decode
from outfits import CLASSES
from precision import measure
from targets import collate, loss, targets


def typical_sides(truth):
    """The mean logs of half the widths and heights, in strides, [classes,4]."""
    sizes = [[] for _ in CLASSES]
    for labels, boxes in truth:
        for c, (l, t, r, b) in zip(labels, boxes / 8):
            if c >= 0:
                sizes[c].append([math.log(max(r - l, 1) / 2), math.log(max(b - t, 1) / 2)] * 2)
    return torch.tensor(np.array([np.mean(s, 0) for s in sizes], np.float32))


def figures(head, val, most=16):
    found = []
    with torch.inference_mode():
        for i in range(0, len(val["truth"]), most):
            found += decode(*head(*[x[i:i + most].float() for x in val["features"]]))
    return measure([(f, *truth) for f, truth in zip(found, val["truth"])])


def main():
    path = Path(sys.argv[1])
    settings = tomllib.loads(path.read_text())
    out = Path(__file__).parent.parent / "out"
    folder, cache = out / path.stem, out / path.stem / "cache"
    torch.set_num_threads(1)
    torch.manual_seed(settings["seed"])
    width, height = settings["size"]
    views = [torch.load(cache / f"train-{k}.pt", weights_only=False) for k in range(settings["views"])]
    val = torch.load(cache / "val.pt", weights_only=False)
    head = Head(len(CLASSES), sides=typical_sides([t for v in views for t in v["truth"]]))
    if "head" in settings:
        head.load_state_dict(torch.load(out / settings["head"] / "checkpoint.pt")["mean"])
    head = head.to(memory_format=torch.channels_last)
    mean = copy.deepcopy(head)
    optimiser = torch.optim.AdamW(head.parameters(), weight_decay=settings["weight_decay"])
    epoch, step = 0, 0
    if (folder / "checkpoint.pt").exists():
        saved = torch.load(folder / "checkpoint.pt")
        epoch, step = saved["epoch"], saved["step"]
        for name, thing in (("head", head), ("mean", mean), ("optimiser", optimiser)):
            thing.load_state_dict(saved[name])
    batch = settings["batch"]
    total = settings["epochs"] * sum(len(v["truth"]) // batch for v in views)
    log = open(folder / "log.txt", "a")
    while epoch < settings["epochs"]:
        started, sums = time.time(), np.zeros(3)
        random = np.random.default_rng(settings["seed"] * 1000 + epoch)
        for k in random.permutation(len(views)):
            order = random.permutation(len(views[k]["truth"]))
            for i in range(0, len(order) - batch + 1, batch):
                chosen = order[i:i + batch]
                x = [f[chosen].float().contiguous(memory_format=torch.channels_last) for f in views[k]["features"]]
                target = collate([targets(*views[k]["truth"][j], width, height) for j in chosen])
                rate = settings["rate"] * min(1, (step + 1) / 100) * (0.01 + 0.99 * (1 + math.cos(math.pi * step / total)) / 2)
                for group in optimiser.param_groups:
                    group["lr"] = rate
                heat, sides = loss(head(*x), target)
                optimiser.zero_grad()
                (heat + settings["box_weight"] * sides).backward()
                torch.nn.utils.clip_grad_norm_(head.parameters(), 10.0)
                optimiser.step()
                step += 1
                decay = min(0.998, step / (step + 10))
                with torch.no_grad():
                    for a, b in zip(mean.parameters(), head.parameters()):
                        a.lerp_(b, 1 - decay)
                sums += [heat.item(), sides.item(), 1]
        epoch += 1
        state = {"epoch": epoch, "step": step, "head": head.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict()}
        torch.save(state, folder / "checkpoint.new")
        (folder / "checkpoint.new").replace(folder / "checkpoint.pt")
        mAP, ap, (threshold, precision, recall) = figures(mean, val)
        line = (f"epoch {epoch}: heat {sums[0] / sums[2]:.3f} box {sums[1] / sums[2]:.3f}  mAP50 {mAP:.3f}  presence recall {recall:.3f} "
                f"at precision {precision:.3f}, threshold {threshold:.3f}  {time.time() - started:.0f} s  "
                + " ".join(f"{name} {a:.2f}" for name, a in zip(CLASSES, ap)))
        print(line, flush=True)
        print(line, file=log, flush=True)


if __name__ == "__main__":
    main()
