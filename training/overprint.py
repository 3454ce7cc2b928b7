"""Prints on a picture what shops print on theirs, so that words and badges are evidence of nothing."""
from pathlib import Path

from PIL import ImageDraw, ImageFont

# Debian's fonts-dejavu-core and fonts-liberation. Without them, Pillow's own font prints all the words.
FONTS = sorted(Path("/usr/share/fonts/truetype").glob("*/*.ttf"))
WORDS = ["SALE", "NEW", "-50%", "-30 %", "SOLD OUT", "ONLY 2 LEFT", "BESTSELLER", "Free shipping", "$29.99", "49,90 €", "Rs. 1,299",
         "NEU", "NUEVO", "SOLDES", "PROMO", "2 for 1", "LIMITED", "Add to cart", "www.shop.example", "Spring Collection", "XL",
         "SHOP NOW", "Made in Italy", "100% cotton", "BLACK FRIDAY", "Studio", "EST. 1987", "★★★★★", "#ootd", "Size guide"]


def overprint(image, random):
    """Draws one to three words in a pill, as a watermark, or as a headline on a PIL image."""
    image = image.copy()
    draw = ImageDraw.Draw(image, "RGBA")
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        word, height = random.choice(WORDS), max(8, round(image.height * random.uniform(0.05, 0.16)))
        font = ImageFont.truetype(str(random.choice(FONTS)), height) if FONTS else ImageFont.load_default()
        left, top, right, bottom = draw.textbbox((0, 0), word, font=font)
        x = random.uniform(-0.1, 0.9) * max(1, image.width - (right - left))
        y = random.choice((random.uniform(0, 0.15), random.uniform(0.75, 0.95), random.uniform(0, 0.95))) * image.height
        pad = height * 0.3
        if random.random() < 0.5:
            box = (x + left - pad, y + top - pad, x + right + pad, y + bottom + pad)
            draw.rounded_rectangle(box, pad, fill=(*colour(random), 255))
        draw.text((x, y), word, font=font, fill=(*colour(random), random.choice((90, 255, 255))))
    return image


def colour(random):
    """Returns RGB: black, white or any."""
    return random.choice(((0, 0, 0), (255, 255, 255), tuple(random.randint(0, 255) for _ in "rgb")))
