"""Computes embeddings of training pictures with a finished body, and caches them in a file until the weights change."""
import functools
import hashlib
import random

import torch
from PIL import Image

from augment import augment_image
from pictures import CLASSES, Pictures
from sampling import chances


class Views(torch.utils.data.Dataset):
    """Item `i` is one random view, uint8 [3,size,size], of the picture `drawn[i]`."""

    def __init__(self, pictures, drawn, size, settings):
        self.pictures, self.drawn, self.size = pictures, drawn, size
        self.augment = functools.partial(augment_image, grounds=[], settings=settings.get("augment", {}) | {"ground": 0})

    def __len__(self):
        return len(self.drawn)

    def __getitem__(self, i):
        index = self.drawn[i]
        image = Image.fromarray(self.pictures.pixels[index])
        return torch.frombuffer(bytearray(self.augment(image, random.Random(i), self.size, self.pictures.rows[index]).tobytes()),
                                dtype=torch.uint8).reshape(self.size, self.size, 3).permute(2, 0, 1)


def key_of(net, *more):
    state = hashlib.sha256(repr(more).encode())
    for name, weight in net.state_dict().items():
        if not name.startswith(("classifier", "kinds")):
            state.update(weight.contiguous().numpy().tobytes())
    return state.hexdigest()


@torch.no_grad()
def embeddings_of(net, views):
    """Returns embeddings [n,1280] of a dataset. Its items are uint8 [3,size,size], or tuples that begin with one."""
    net.eval().to(memory_format=torch.channels_last)
    found = []
    for x in torch.utils.data.DataLoader(views, 32):
        x = x[0] if isinstance(x, list) else x
        found.append(net.feature_map((x.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)).mean((2, 3)))
    return torch.cat(found)


@torch.no_grad()
def train_embeddings(net, settings, size, file):
    """Returns embeddings [n,1280] of `views` draws from train, and the indices [n] of their classes and kinds."""
    key = key_of(net, settings["refit"]["views"], size)
    if file.exists() and (kept := torch.load(file))["key"] == key:
        return kept["x"].float(), kept["labels"], kept["kinds"]
    train = Pictures(settings["data"], "train", size, folder=settings.get("decoded"))
    train.label_ambiguous(CLASSES.index("none"))
    generator = torch.Generator().manual_seed(settings["seed"])
    drawn = torch.multinomial(chances(train.rows, settings), settings["refit"]["views"], True, generator=generator).tolist()
    x = embeddings_of(net, Views(train, drawn, size, settings)).half()
    labels, kinds = (torch.tensor([one[i] for i in drawn]) for one in (train.labels, train.kinds))
    torch.save({"key": key, "x": x, "labels": labels, "kinds": kinds}, file)
    return x.float(), labels, kinds
