"""English parts of the day: in the morning, late afternoon, early in the evening."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import Part

parts = Family()
EDGE = "e=(en_early | en_late | en_earlier | en_later)"


@parts.rule(
    "the_part",
    "en_in en_the? p=en_part",
    "en_at p=en_part",
    f"en_in? {EDGE} p=en_part",
    f"{EDGE} en_in en_the? p=en_part",
)
def on_its_own(p: Part, e: int | None = None) -> Part:
    """In the morning, late afternoon, later in the evening."""
    return narrowed(p, e)


def narrowed(part: Part, edge: int | None) -> Part:
    """Return the first (edge 0) or second (2) half of a part, all of it where none is named."""
    if edge is None:
        return part
    middle = (part.start + part.end) // 2
    start, end = (part.start, middle) if edge == 0 else (middle, part.end)
    return Part(start, end, part.half)
