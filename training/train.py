"""Fine-tunes all layers: `python3 training/train.py SETTINGS.toml [--out DIR]`. Interrupt it at any time;
the same command resumes."""
import argparse
import copy
import functools
import time
import tomllib
from pathlib import Path

from memory import keep_memory

keep_memory()

import torch
from PIL import Image
from torch.nn import functional as F

from augment import augment_image, jitter, mix, soft_targets
from batch_norm import fold, unfold
from measure import measure, predict
from network import ApparelNet, load_backbone, load_exported
from optimiser import average, groups, rate_at
from kinds import KINDS, UNKNOWN
from pictures import CLASSES, Pictures
from progress import Progress
from sampling import draw_epoch
from scales import descale, rescale


# Pictures without a garment or a white background: the backgrounds of cut-outs.
GROUNDS = ("unsplash", "olx_bikes", "olx_birds", "olx_cars", "olx_cats", "olx_dogs", "grocery")


class Run:
    """The state in a checkpoint: network, weight average, optimiser, and the position in the run."""

    def __init__(self, settings, folder, sample):
        """`sample` [n,3,s,s] in -1..1 provides the initial statistics of batch norm. None trains without batch norm."""
        torch.manual_seed(settings["seed"])
        self.settings, self.file = settings, folder / "checkpoint.pt"
        net = ApparelNet(len(CLASSES), settings["dropout"])
        net = load_exported(net, settings["start"]) if "start" in settings else load_backbone(net, settings["backbone"])
        if sample is not None:
            unfold(net, sample)
        if settings.get("channel_rate"):
            rescale(net)
        self.net = net.to(memory_format=torch.channels_last)
        self.mean = copy.deepcopy(self.net)
        self.optimiser = torch.optim.AdamW(groups(self.net, settings), weight_decay=settings["weight_decay"])
        self.at = {"stage": 0, "epoch": 0, "batch": 0, "step": 0}
        if self.file.exists():
            saved = torch.load(self.file)
            for name in ("net", "mean", "optimiser"):
                getattr(self, name).load_state_dict(saved[name])
            self.at = saved["at"]

    def save(self):
        state = {name: getattr(self, name).state_dict() for name in ("net", "mean", "optimiser")}
        torch.save(state | {"at": self.at}, self.file.with_suffix(".new"))
        self.file.with_suffix(".new").replace(self.file)

    def step(self, x, labels, kinds, rate):
        """Makes one update from uint8 [n,3,s,s] and indices [n] of classes and kinds. Returns the loss."""
        s = self.settings
        generator = torch.Generator().manual_seed(s["seed"] + self.at["step"])
        targets = [soft_targets(y, len(names), s["label_smoothing"]) for y, names in ((labels, CLASSES), (kinds, KINDS))]
        x, targets = mix(jitter(x.float() / 255, generator), targets, generator, s["mixup_share"])
        x = (x * 2 - 1).contiguous(memory_format=torch.channels_last)
        for group in self.optimiser.param_groups:
            frozen = group["body"] and self.at["step"] < s.get("head_first_steps", 0)
            group["lr"] = 0.0 if frozen else rate * group["factor"]
        losses = [F.cross_entropy(logits, y) for logits, y in zip(self.net.both(x), targets)]
        loss = losses[0] + s.get("kinds_share", 0.0) * losses[1]
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        average(self.mean, self.net, self.at["step"], s["average_decay"])
        return loss.item()


def run_stage(run, stage, first, train, val, log):
    """Trains to the end of the stage, or to the run's last step."""
    settings, at = run.settings, run.at
    train.size = val.size = stage["size"]
    train.label_ambiguous(CLASSES.index("none") if (settings | stage).get("ambiguous_is_none") else UNKNOWN)
    batches = (settings | stage)["draws_per_epoch"] // stage["batch"]
    while at["epoch"] < stage["epochs"]:
        table = settings | {name: settings.get(name, {}) | stage.get(name, {}) for name in ("weights", "shares")}
        seed = settings["seed"] * 1000 + at["stage"] * 100 + at["epoch"]
        keys = draw_epoch(train, table, batches * stage["batch"], seed)[at["batch"] * stage["batch"]:]
        loader = torch.utils.data.DataLoader(train, stage["batch"], sampler=keys, num_workers=settings["workers"], prefetch_factor=4)
        progress = Progress(f"{stage['size']} px, epoch {at['epoch'] + 1}/{stage['epochs']}", batches, at["batch"])
        run.net.train()
        for x, labels, kinds in loader:
            done = at["epoch"] * batches + at["batch"]
            loss = run.step(x, labels, kinds, rate_at(done, stage["epochs"] * batches, stage, first, settings["warmup_steps"]))
            at["batch"] += 1
            at["step"] += 1
            progress.step(loss)
            if at["batch"] % 100 == 0:
                run.save()
            if at["step"] == settings.get("last_step"):
                return
        at["epoch"], at["batch"] = at["epoch"] + 1, 0
        run.save()
        figures = measure(predict(run.mean, val), val)
        line = f"{stage['size']} px, epoch {at['epoch']}: loss {progress.loss:.3f}  " + "  ".join(f"{k} {v:.4f}" for k, v in figures.items())
        print(line, file=log, flush=True)
        print(line, flush=True)


def sample_of(pictures):
    """Returns about 256 evenly spread pictures, [n,3,s,s] in -1..1."""
    return torch.stack([pictures[i][0] for i in range(0, len(pictures), len(pictures) // 256)]) / 127.5 - 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path)
    parser.add_argument("--out", type=Path, help="default: training/out/NAME")
    args = parser.parse_args()
    settings = tomllib.loads(args.settings.read_text())
    folder = args.out or Path(__file__).parent / "out" / args.settings.stem
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings["threads"])
    first_size = settings["stages"][0]["size"]
    started = time.time()
    train = Pictures(settings["data"], "train", first_size, folder=settings.get("decoded"))
    val = Pictures(settings["data"], "val", first_size, folder=settings.get("decoded"), every=settings.get("val_every", 1))
    grounds = [Image.fromarray(pixels) for pixels, row in zip(train.pixels, train.rows) if row["source"] in GROUNDS]
    run = Run(settings, folder, sample_of(train) if settings.get("batch_norm") else None)
    train.augment = functools.partial(augment_image, grounds=grounds, settings=settings.get("augment", {}))
    print(f"{len(train)} pictures to train on, {len(val)} to choose by, decoded in {time.time() - started:.0f} s")
    with open(folder / "log.txt", "a") as log:
        while run.at["stage"] < len(settings["stages"]):
            index = run.at["stage"]
            run_stage(run, settings["stages"][index], index == 0, train, val, log)
            if run.at["step"] == settings.get("last_step"):
                break
            run.at |= {"stage": index + 1, "epoch": 0, "batch": 0}
            run.save()
    torch.save(descale(fold(run.mean)).state_dict(), folder / "network.pt")
    print(f"finished: {folder / 'network.pt'}")


if __name__ == "__main__":
    main()
