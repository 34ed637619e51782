"""Whether words are a value for a field, or tell of the visit."""

from datetime import UTC, datetime

from dakehu.handbook.codes import find
from dakehu.language.people import find_people
from dakehu.language.times import find_times

_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_OF_THE_VISIT = {"outcome": ("outcome",), "satisfaction": ("satisfaction",)}


def is_value(text: str) -> bool:
    """Tell whether words are a number, a level, a time or a person, and little else."""
    if not text or len(text) > 24:
        return False
    if text[0].isdigit() or text.casefold() in ("a", "b", "c", "a级", "b级", "c级"):
        return True
    found = [(t.span[0], len(t.text)) for t in find_times(text, _ANY_DAY)]
    found += [(person.span[0], len(person.text)) for person in find_people(text)]
    return any(start == 0 and 2 * length >= len(text) for start, length in found)


def tells_of_the_visit(field: str, text: str) -> bool:
    """Tell whether words say how a visit went (客户是很满意的), and are no value of the field."""
    kinds = {"outcome", "satisfaction"} - set(_OF_THE_VISIT.get(field, ()))
    return field not in ("summary", "purpose", "next_step") and any(
        code for kind in kinds for code in find(kind, text) if not text[:1].isdigit()
    )
