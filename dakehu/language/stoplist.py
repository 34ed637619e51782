"""Lists of what is to be passed over, as alternatives of a pattern."""

from pathlib import Path


def alternatives(path: Path) -> str:
    """Return a list as one pattern.

    Args:
        path: A text file with a word or a pattern a line; `#` begins a comment line.
    """
    lines = path.read_text("utf-8").splitlines()
    return "|".join(line for line in lines if line and not line.startswith("#"))
