"""English times that come again: every other Friday, once a week, the 19th of every month."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import Clock, Part
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.recurrence import Recurrence, every, on_weekdays
from dakehu.language.times.rules.recurring import at_clock
from dakehu.language.times.rules.weekdays import weekday

days = Family()
clocks = Family()
_NTH = "en_the? n=(en_ordinal | en_second | en_last)"
_OTHER = "(en_every (en_other | en_second) | en_alternate)"


@days.rule("recurrence", "en_every u=en_unit")
def each_unit(u: str) -> Recurrence | None:
    """Every month."""
    return every(u)


@days.rule("recurrence", f"{_OTHER} u=en_unit")
def every_other(u: str) -> Recurrence | None:
    """Every other week."""
    return every(u, 2)


@days.rule("recurrence", f"{_OTHER} w=(en_weekday | en_weekdays | en_maybe_weekday)")
def every_other_weekday(w: int) -> Recurrence:
    """Every other Tuesday, alternate Fridays."""
    return Recurrence("WEEKLY", 2, on_weekdays([w]).by)


@days.rule("recurrence", "often=en_often")
def adverb(often: tuple[str, int]) -> Recurrence | None:
    """Quarterly, bi-weekly."""
    return every(*often)


@days.rule("recurrence", "(en_once | number en_times?) (en_a | en_per | en_every) u=en_unit")
def times_a_unit(u: str) -> Recurrence | None:
    """Once a week, three times a month."""
    return every(u)


@days.rule("recurrence", "en_every u=en_unit en_on en_the? n=en_ordinal")
@days.rule("recurrence", "en_the? n=en_ordinal en_of en_every u=en_unit")
def monthly(n: int, u: str) -> Recurrence | None:
    """Every month on the 15th, the 19th of every month."""
    return every("month", 1, ("BYMONTHDAY", str(n))) if 1 <= n <= 31 and u == "month" else None


@days.rule("recurrence", f"{_NTH} w=en_weekday (en_of | en_in) en_every u=en_unit")
@days.rule("recurrence", f"en_every {_NTH} w=en_weekday (en_of | en_in) en_the u=en_unit")
def nth_weekday(n: int, w: int, u: str) -> Recurrence | None:
    """The first Monday of every month."""
    monthly = every("month")
    return monthly.on_day(weekday(w), n) if u == "month" and monthly else None


@days.rule("recurrence", "en_in en_the (en_parts | en_nights)")
def parts() -> Recurrence:
    """In the mornings."""
    return Recurrence("DAILY")


@clocks.rule(
    "recurring",
    "e=recurrence p=(en_part | the_part) (en_at? c=clock | en_at h=number)?",
    "e=recurrence comma? (en_at | en_from)? c=clock ((to | en_to | en_until) clock)?",
    "e=recurrence en_at h=number",
    "en_at? c=clock comma? e=recurrence",
    "en_every p=en_part (en_at? c=clock | en_at h=number)?",
)
def at_time(
    e: Recurrence | None = None,
    p: Part | None = None,
    c: Clock | None = None,
    h: Numeral | None = None,
) -> Recurrence | None:
    """Every Monday at 9am, every night at 8."""
    return at_clock(e or Recurrence("DAILY"), p, c or (Clock(h) if h is not None else None))
