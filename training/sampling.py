"""Which pictures an epoch draws, and how often."""
from collections import Counter

import torch


def draw_epoch(pictures, settings, count, seed):
    """`count` draws with replacement: a list of (index, seed of its augmentation). An epoch is the same however often the
    run was interrupted and however many workers load it."""
    generator = torch.Generator().manual_seed(seed)
    drawn = torch.multinomial(chances(pictures.rows, settings), count, True, generator=generator).tolist()
    return list(zip(drawn, torch.randint(2**31, (count,), generator=generator).tolist()))


def chances(rows, settings):
    """Chances [n], not normalised, by the table `[shares]` of a run, else by its `[weights]`."""
    if "shares" in settings:
        return balanced(rows, settings["shares"], settings.get("weights", {}))
    return torch.tensor([weight_of(row, settings["weights"]) for row in rows], dtype=torch.double)


def balanced(rows, shares, weights):
    """Each source gets its share of the draws, those without one `others` together. Within a source a group (shop, sender,
    icon set) counts with the root of its size, and a kind likewise, so that neither a large shop nor sneakers rule."""
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
    """Of `source/label`, `source` or `kind=KIND`, the first that the table has; 1 without any."""
    for key in (f"{row['source']}/{row['label']}", row["source"], f"kind={row.get('kind', '')}"):
        if key in weights:
            return weights[key]
    return 1.0
