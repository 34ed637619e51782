"""What is typed to the telephone guide, by what it means."""

import re

from dakehu.handbook.codes import find, words
from dakehu.language.numbers import find_numbers

FEW = 4
"""Characters around a word that make it no other message (好了，下一步吧)."""

_STEP = re.compile(r"步|\bsteps?\b", re.IGNORECASE)


def way(text: str) -> str | None:
    """Read which end of the line somebody is at; the last word of it counts."""
    found = find("phone_way", text)
    return found[-1] if found else None


def move(text: str, *, about_guide: bool) -> str | None:
    """Read where to go from here.

    Args:
        text: What was typed.
        about_guide: Whether it is a sentence about the guide, which may have more words.
    """
    said = text.strip().casefold()
    for code in find("phone_move", said):
        longest = max((len(word) for word in words("phone_move")[code] if word in said), default=0)
        if about_guide or len(said) <= longest + FEW:
            return code
    return None


def step_number(text: str) -> int | None:
    """Read the number of a step that is named (第3步, step 3)."""
    if not _STEP.search(text):
        return None
    numbers = [n.value for n in find_numbers(text)]
    return numbers[0] if len(numbers) == 1 and isinstance(numbers[0], int) else None
