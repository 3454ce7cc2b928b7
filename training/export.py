"""Writes the shipped network: `python3 training/export.py SETTINGS.toml [--checkpoint FILE] [--to DIR]`."""
import argparse
import tomllib
from pathlib import Path

import torch

from calibrate import calibrate, val_logits
from card import write_card
from graph import write_graph_model
from network import ApparelNet
from pictures import CLASSES
from reference import write_reference
from report import report

LIMIT = 5_000_000  # bytes; the whole of it is in the extension's package


def load_averaged(file):
    """An ApparelNet with the averaged weights of a finished run (`network.pt`) or an unfinished one (`checkpoint.pt`)."""
    saved = torch.load(file, map_location="cpu")
    net = ApparelNet(len(CLASSES))
    net.load_state_dict(saved.get("mean", saved))
    return net.eval()


def round_to_float16(net):
    """Calibration, golden vector and reference must see the weights that ship."""
    with torch.no_grad():
        for weight in net.parameters():
            weight.copy_(weight.half().float())
    return net


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path)
    parser.add_argument("--checkpoint", type=Path, help="default: training/out/NAME/network.pt")
    parser.add_argument("--to", type=Path, default=Path("models/apparel"))
    args = parser.parse_args()
    settings = tomllib.loads(args.settings.read_text())
    checkpoint = args.checkpoint or Path(__file__).parent / "out" / args.settings.stem / "network.pt"
    size, table = settings["stages"][-1]["size"], settings["calibration"]

    net = round_to_float16(load_averaged(checkpoint))
    total = write_graph_model(net, size, args.to)
    if total > LIMIT:
        raise SystemExit(f"{total} bytes are more than {LIMIT}")
    logits, rows = val_logits(net, settings, size, checkpoint.with_name("val-logits.pt"))
    calibration = calibrate(logits, rows, table)
    report(logits, rows, table, calibration)
    card = write_card(net, args.settings.stem, size, calibration, args.to)
    write_reference(net, settings["data"], size, checkpoint.parent)
    print(f"\n{card['name']}: {calibration}, {total} bytes in {args.to}")


if __name__ == "__main__":
    main()
