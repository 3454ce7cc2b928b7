"""The kinds that the second head distinguishes, grouped by class. The kinds of `other` belong to none of the ten classes.

Kinds with fewer than a dozen training pictures (Goggles, Helmet, Leggings, Overshirt, Purse, Umbrella) are excluded: their
pictures train only the ten.
"""
KINDS_OF = {
    "Goggles": ["Sunglasses", "Eyeglasses"],
    "Hat": ["Cap", "Beanie", "Hat"],
    "Jacket": ["Jacket", "Coat", "Blazer", "Gilet"],
    "Shirt": ["Shirt", "Blouse"],
    "Shoes": ["Sneaker", "Boot", "Heel", "Sandal", "Loafer", "Shoe"],
    "Shorts": ["Shorts"],
    "T-Shirt": ["T-Shirt", "Polo", "TankTop"],
    "Trouser": ["Jeans", "Trouser", "Joggers"],
    "Wallet": ["Wallet", "CardHolder"],
    "Watch": ["Watch", "Smartwatch"],
    "other": ["Dress", "Skirt", "Jumpsuit", "Suit", "Saree", "Kurta", "Swimwear", "Underwear", "Socks", "Bag", "Backpack",
              "Belt", "Ring", "Bracelet", "Necklace", "Earrings", "Scarf", "Tie", "Gloves", "Cosmetics", "Electronics",
              "Furniture", "Homeware", "Food", "Toy", "Book", "Vehicle", "Animal", "Face", "Person", "Group", "Banner",
              "Logo", "Icon", "Scene", "Fabric", "Hoodie", "Sweater", "Cardigan", "Outfit", "Mixed", "Other"],
}
KINDS = [kind for kinds in KINDS_OF.values() for kind in kinds]
CLASS_OF_KIND = ["none" if name == "other" else name for name, kinds in KINDS_OF.items() for _ in kinds]
UNKNOWN = -1  # index of a class or kind that a picture does not train


def kind_index(row):
    """Returns the index in KINDS of a row's kind, or UNKNOWN."""
    kind = row.get("kind", "")
    return KINDS.index(kind) if kind in KINDS else UNKNOWN
