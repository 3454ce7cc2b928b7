"""How weights are stored in weights.bin, and what TF.js makes of them when it reads them back."""
import numpy as np

STORAGES = ("float16", "uint8")


def store(values, storage):
    """Of a float array: its bytes, the `quantization` of its TF.js weight spec, and the float32 values that come back.

    `uint8` is affine, one scale and minimum a tensor, which is all that TF.js knows; vectors stay float16, for they are
    small and a bias is added to everything. OverflowError where a value does not fit a float16.
    """
    if storage == "uint8" and values.ndim > 1:
        low = float(values.min())
        scale = float(values.max() - low) / 255 or 1.0
        stored = np.round((values - low) / scale).astype(np.uint8)
        return stored, {"dtype": "uint8", "scale": scale, "min": low, "original_dtype": "float32"}, (stored * scale + low).astype("<f4")
    if abs(values).max() > np.finfo("<f2").max:
        raise OverflowError("a weight does not fit a float16")
    stored = values.astype("<f2")
    return stored, {"dtype": "float16", "original_dtype": "float32"}, stored.astype("<f4")
