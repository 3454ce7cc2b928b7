"""Pastes catalogue shots on other backgrounds. A white background makes a cut-out easy, and pages show garments in real scenes."""
import numpy as np
from PIL import Image, ImageFilter

NEAR_WHITE = 232


def cut_out(image):
    """Returns the mask (PIL, `L`) of the object on a white background, or None if the background is not white.

    A pixel belongs to the background if a straight line from one of the four edges reaches it over near-white pixels only.
    """
    white = np.asarray(image).min(2) >= NEAR_WHITE
    edge = np.concatenate([white[0], white[-1], white[:, 0], white[:, -1]])
    if edge.mean() < 0.8:
        return None
    reach = np.logical_and.accumulate
    ground = reach(white, 0) | reach(white, 1) | reach(white[::-1], 0)[::-1] | reach(white[:, ::-1], 1)[:, ::-1]
    if not 0.05 < 1 - ground.mean() < 0.9:
        return None
    return Image.fromarray(np.where(ground, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1))


def put_before(image, mask, ground, random):
    """Pastes the cut-out, rotated and smaller, at a random place on a part of another picture."""
    side = max(image.size)
    width, height = round(side * random.uniform(0.8, 1.2)), round(side * random.uniform(0.8, 1.2))
    w, h = ground.size
    part = random.uniform(0.3, 1)
    left, top = random.uniform(0, w * (1 - part)), random.uniform(0, h * (1 - part))
    scene = ground.resize((width, height), Image.Resampling.BILINEAR, box=(left, top, left + w * part, top + h * part))
    box = mask.getbbox()
    piece, mask = image.crop(box), mask.crop(box)
    if random.random() < 0.5:
        angle = random.uniform(-35, 35)
        piece, mask = (one.rotate(angle, Image.Resampling.BILINEAR, expand=True) for one in (piece, mask))
    scale = random.uniform(0.35, 1) * min(width / piece.width, height / piece.height)
    size = max(8, round(piece.width * scale)), max(8, round(piece.height * scale))
    piece, mask = piece.resize(size, Image.Resampling.BILINEAR), mask.resize(size, Image.Resampling.BILINEAR)
    scene.paste(piece, (random.randint(0, max(0, width - size[0])), random.randint(0, max(0, height - size[1]))), mask)
    return scene
