"""Storage formats of weights.bin, and the values that TF.js reads back from them."""
import numpy as np

STORAGES = ("float16", "uint8")


def store(values, storage):
    """Returns the stored array of a float array, the `quantization` of its TF.js weight spec, and the float32 values read back.

    `uint8` is affine with one scale and one minimum per tensor, because TF.js supports nothing finer. Vectors stay float16:
    they are small, and a bias affects every output. Raises OverflowError if a value does not fit a float16.
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
