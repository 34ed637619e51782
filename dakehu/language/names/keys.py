"""Keys under which a Latin form is still found after a slip of the keyboard."""

from collections.abc import Iterator

LEAST_LATIN = 5
"""Letters of a Latin form in which one may be wrong."""


def halves(form: str) -> Iterator[str]:
    """Yield the two halves of a Latin form: one slip leaves one of them whole."""
    if len(form) >= LEAST_LATIN:
        middle = len(form) // 2
        yield form[:middle] + "*"
        yield "*" + form[middle:]
