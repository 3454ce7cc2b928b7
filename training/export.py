"""Writes the shipped network: `python3 training/export.py SETTINGS.toml [--checkpoint FILE] [--to DIR] [--storage uint8]`."""
import argparse
import tomllib
from pathlib import Path

import torch

from blend import OUT, blend
from calibrate import calibrate, none_excess, val_logits
from calibrate_kinds import calibrate_kinds, report_kinds
from card import write_card
from graph import write_graph_model
from measure import NONE
from network import ApparelNet, load_averaged, load_exported
from pool import pool_heads
from reference import write_reference
from refit import refit
from report import report
from storage import STORAGES, store

LIMIT = 5_200_000  # bytes; the extension's package contains the whole network


@torch.no_grad()
def round_as_stored(net, storage):
    """Rounds the weights to what ships. Calibration, golden vector and reference must use those."""
    for weight in net.parameters():
        weight.copy_(torch.from_numpy(store(weight.detach().numpy(), storage)[2]))
    return net


@torch.no_grad()
def lower_none(net, pooled, rows, table):
    """Lowers the bias of *none* by what training has made it too large. Oversampled hoodies, for one, are *none*."""
    excess = none_excess(pooled, rows, table)
    net.classifier.bias[NONE] -= excess
    print(f"the bias of none is {excess:.2f} lower")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("settings", type=Path)
    parser.add_argument("--checkpoint", type=Path, help="this one instead of the blend of the settings")
    parser.add_argument("--to", type=Path, default=Path("models/apparel"))
    parser.add_argument("--again", action="store_true", help="calibrates what is exported already, and keeps its weights")
    parser.add_argument("--storage", choices=STORAGES, default="float16")
    args = parser.parse_args()
    settings = tomllib.loads(args.settings.read_text())
    kept = args.checkpoint.parent if args.checkpoint else OUT / args.settings.stem
    size, table = settings.get("export_size", 224), settings["calibration"]

    if args.again:
        net = load_exported(ApparelNet(), args.to)
    elif args.checkpoint:
        net = load_averaged(args.checkpoint)
    else:
        net = blend(settings["blend"], settings["backbone"])
        if "refit" in settings:
            refit(net, settings, size, kept)
    round_as_stored(net, args.storage)
    logits, kind_logits, rows = val_logits(net, settings, size, kept / "val-logits.pt")
    if table.get("refit_none") and not args.again:
        lower_none(net, pool_heads(logits, kind_logits, table["share"]), rows, table)
        round_as_stored(net, args.storage)
        logits, kind_logits, rows = val_logits(net, settings, size, kept / "val-logits.pt")
    total = write_graph_model(net, size, args.to, args.storage)
    if total > LIMIT:
        raise SystemExit(f"{total} bytes are more than {LIMIT}")
    logits = pool_heads(logits, kind_logits, table["share"])
    calibration = calibrate(logits, rows, table)
    kinds = calibrate_kinds(logits, kind_logits, rows) | {"share": table["share"]}
    report(logits, rows, table, calibration)
    report_kinds(logits, kind_logits, rows, kinds)
    card = write_card(net, args.settings.stem, size, calibration, kinds, args.to)
    write_reference(net, settings["data"], size, kept)
    print(f"\n{card['name']}: {calibration}, {total} bytes in {args.to}")


if __name__ == "__main__":
    main()
