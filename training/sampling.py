"""Sampling weights of the pictures, and the draws of an epoch."""
from collections import Counter

import torch


def draw_epoch(pictures, settings, count, seed):
    """Draws `count` pictures with replacement. Returns a list of (index, seed of its augmentation). An epoch does not depend
    on interruptions of the run or on the number of workers."""
    generator = torch.Generator().manual_seed(seed)
    drawn = torch.multinomial(chances(pictures.rows, settings), count, True, generator=generator).tolist()
    return list(zip(drawn, torch.randint(2**31, (count,), generator=generator).tolist()))


def chances(rows, settings):
    """Returns sampling weights [n], not normalised, from the table `[shares]` of a run, or from its `[weights]` if it has no shares."""
    if settings.get("shares"):
        return balanced(rows, settings["shares"], settings.get("weights", {}))
    return torch.tensor([weight_of(row, settings["weights"]) for row in rows], dtype=torch.double)


def balanced(rows, shares, weights):
    """Returns sampling weights [n] that give each source its share of the draws. Sources without a share split that of
    `others`. Within a source, groups (shop, sender, icon set) and kinds count with the square root of their size, so that
    neither a large shop nor sneakers dominate."""
    source = [row["source"] if row["source"] in shares else "others" for row in rows]
    groups = Counter((row["source"], row["group"]) for row in rows)
    kinds = Counter((s, row["label"], row["kind"]) for s, row in zip(source, rows))
    raw = [weight_of(row, weights) / (groups[row["source"], row["group"]] * kinds[s, row["label"], row["kind"]]) ** 0.5
           for s, row in zip(source, rows)]
    totals = Counter()
    for s, chance in zip(source, raw):
        totals[s] += chance
    return torch.tensor([shares[s] * chance / totals[s] for s, chance in zip(source, raw)], dtype=torch.double)


def weight_of(row, weights):
    """Returns the weight of the first of `source/label`, `source` and `kind=KIND` that the table has, or 1."""
    for key in (f"{row['source']}/{row['label']}", row["source"], f"kind={row.get('kind', '')}"):
        if key in weights:
            return weights[key]
    return 1.0
