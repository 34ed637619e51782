"""What people type, made fit to be stored."""

import re

# PostgreSQL refuses NUL in text; half a surrogate pair is not encodable anywhere.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text with what no database takes replaced by U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)
