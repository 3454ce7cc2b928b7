"""Writes `card.json`, which describes the network to its users. src/network/card.ts reads it."""
import hashlib
import json

import numpy as np
import torch

from kinds import CLASS_OF_KIND, KINDS
from pictures import CLASSES

# Largest allowed difference in a logit. Floats differed by 5e-6, integers on WASM differ by 4e-3, and activations rounded to
# float16 by 3e-4. A backend that only rounds differently therefore passes. Swapped channels (0.17) and a picture shifted by one
# pixel (0.057) failed, and zeros fail by far.
TOLERANCE = 0.05


def golden_pixels(size):
    """Returns the self-test's picture, uint8 [size,size,3], by the same integer formula as `goldenPixels` in src/network/card.ts."""
    y, x, c = np.ogrid[:size, :size, :3]
    return ((x * (3 + 2 * c) + y * (7 - 2 * c) + ((x * y) >> 4) * (c + 1)) & 255).astype(np.uint8)


@torch.no_grad()
def logits_of(net, pixels):
    """Returns logits [n,classes] and logits of kinds [n,kinds] of uint8 pixels [n,size,size,3]."""
    net.eval()
    return net.both(torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1)


def write_card(net, name, size, calibration, kinds, folder):
    """Writes `card.json` beside the model. `kinds` is the result of `calibrate_kinds`. `net` must hold the weights as they ship,
    rounded to float16."""
    version = hashlib.sha256((folder / "weights.bin").read_bytes()).hexdigest()[:8]
    golden, golden_kinds = (one[0].tolist() for one in logits_of(net, golden_pixels(size)[None]))
    card = {
        "name": f"apparel-{name}-{version}",
        "classes": CLASSES,
        "inputSize": size,
        "calibration": calibration,
        "golden": {"logits": rounded(golden), "tolerance": TOLERANCE},
        "kinds": {"names": KINDS, "classes": CLASS_OF_KIND, "calibration": kinds, "golden": rounded(golden_kinds)},
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n")
    return card


def rounded(logits):
    return [round(logit, 5) for logit in logits]
