"""Splits the training pictures into folds that share no shop, product or sender."""
import torch


def folds(rows, count):
    """Returns the fold [n], 0..count-1, of each row. Groups stay together, and each source is spread evenly."""
    sizes = {}
    for row in rows:
        key = row["source"], row["group"]
        sizes[key] = sizes.get(key, 0) + 1
    filled, fold_of = {}, {}
    for (source, group), size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        loads = filled.setdefault(source, [0] * count)
        fold_of[source, group] = loads.index(min(loads))
        loads[fold_of[source, group]] += size
    return torch.tensor([fold_of[row["source"], row["group"]] for row in rows])
