"""Averages the weights of runs that started from the same backbone, and of that backbone itself.

A soup of runs (Wortsman et al. 2022, arXiv:2203.05482) and a share of the ImageNet weights (WiSE-FT, arXiv:2109.01903)
keep more of ImageNet's knowledge than any single run does. Unseen shops need it. As a script, this measures blends on val:
`python3 training/blend.py SETTINGS.toml base=0.7 base=0.5,other=0.3 …` prints one line per blend. The backbone gets the rest
of 1.
"""
import argparse
import tomllib
from pathlib import Path

import torch

from measure import measure, predict
from network import ApparelNet, load_averaged, load_backbone, load_exported
from pictures import Pictures
from pool import pool_heads

OUT = Path(__file__).parent / "out"


def blend(shares, backbone):
    """Averages the weights of `{run: share}`. The backbone gets the rest of 1."""
    runs = [(share, load_run(OUT / run)) for run, share in shares.items()]
    return average(runs, load_backbone(ApparelNet(), backbone))


def average(runs, start):
    """Averages the weights of [(share, network)]. `start` gets the rest of 1, except in the heads, because its heads are
    untrained. The head of kinds comes only from the runs that have one."""
    states = [(share, net.state_dict()) for share, net in runs]
    told = [(share, net.state_dict()) for share, net in runs if net.knows_kinds]
    mixed, left = {}, 1 - sum(share for share, _ in runs)
    for name, first in start.state_dict().items():
        if name.startswith("classifier"):
            mixed[name] = mean_of(states, name)
        elif name.startswith("kinds"):
            mixed[name] = mean_of(told, name) if told else first
        else:
            mixed[name] = sum(share * state[name] for share, state in states) + left * first
    net = ApparelNet()
    net.knows_kinds = bool(told)
    net.load_state_dict(mixed)
    return net.eval()


def mean_of(states, name):
    return sum(share * state[name] for share, state in states) / sum(share for share, _ in states)


def load_run(folder):
    """Loads the network of a run, or an exported network in the same folder."""
    return load_averaged(folder / "network.pt") if (folder / "network.pt").exists() else load_exported(ApparelNet(), folder)


def parse(text):
    return {run: float(share) for run, share in (part.split("=") for part in text.split(","))}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path)
    parser.add_argument("blends", type=parse, nargs="+")
    parser.add_argument("--every", type=int, default=1, help="only each so many pictures of val")
    args = parser.parse_args()
    settings = tomllib.loads(args.settings.read_text())
    share = settings["calibration"].get("share", 0)
    torch.set_num_threads(settings["threads"])
    val = Pictures(settings["data"], "val", 224, folder=settings.get("decoded"), every=args.every)
    for shares in args.blends:
        net = blend(shares, settings["backbone"]).to(memory_format=torch.channels_last)
        logits, kind_logits = predict(net, val)
        figures = measure((pool_heads(logits, kind_logits, share), kind_logits), val)
        print(shares, "  ".join(f"{name} {value:.4f}" for name, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
