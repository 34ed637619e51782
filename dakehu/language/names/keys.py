"""Keys under which a form is still found after a slip of the keyboard."""

from collections.abc import Iterator

LEAST_CHINESE = 4
"""Characters of a Chinese form in which one may be wrong."""

LEAST_LATIN = 5
"""Letters of a Latin form in which one may be wrong."""


def shortened(core: str, brand: int) -> Iterator[str]:
    """Yield a Chinese form less one of its brand's characters.

    Two spellings that differ by one character there, or by the order of two, share one of these.

    Args:
        core: Brand and trade words.
        brand: Length of the brand.
    """
    if len(core) >= LEAST_CHINESE:
        yield from {core[:at] + core[at + 1 :] for at in range(min(brand, len(core)))}


def halves(form: str) -> Iterator[str]:
    """Yield the two halves of a Latin form: one slip leaves one of them whole."""
    if len(form) >= LEAST_LATIN:
        middle = len(form) // 2
        yield form[:middle] + "*"
        yield "*" + form[middle:]
