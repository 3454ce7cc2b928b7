"""Resamples generated pictures with Pillow, as fixtures for src/inference/resample/resampler.test.ts:
`python3 training/pillow_fixtures.py > src/inference/resample/pillow.json`."""
import hashlib
import json

import numpy as np
from PIL import Image

SMALL = [(7, 5, 3), (2, 2, 5), (1, 4, 2), (5, 5, 5)]
LARGE = [(1000, 1000, 224), (640, 480, 224), (225, 300, 224), (60, 80, 224), (224, 224, 224), (2000, 33, 224), (3, 500, 224)]


def drawn(width, height, opaque):
    """Returns RGBA [height,width,4] from a formula that the test repeats."""
    i = np.arange(width * height * 4, dtype=np.int64)
    data = (i * i * 31 + i * 7 + (i >> 5) * 13 & 0x7FFF) >> 7
    if opaque:
        data[3::4] = 255
    return data.astype(np.uint8).reshape(height, width, 4)


def squashed(data, size):
    """Resamples as training/pictures.py does."""
    image = Image.fromarray(data)
    white = Image.new("RGBA", image.size, "white")
    image = Image.alpha_composite(white, image).convert("RGB")
    return np.asarray(image.resize((size, size), Image.Resampling.BILINEAR))


cases = []
for width, height, size in SMALL + LARGE:
    for opaque in (True, False):
        out = squashed(drawn(width, height, opaque), size)
        case = {"width": width, "height": height, "size": size, "opaque": opaque, "sha256": hashlib.sha256(out.tobytes()).hexdigest()}
        cases.append(case | ({"pixels": out.tobytes().hex()} if size < 10 else {}))
print(json.dumps(cases, indent=2))
