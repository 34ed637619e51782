"""Days of the week that come again: 每周一, 每周一三五, every Monday and Thursday, on Mondays."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.recurrence import Recurrence, on_weekdays

weekdays = Family()
_EN_DAY = "(en_weekday | en_weekdays | en_maybe_weekday)"
_MORE = f"(comma? en_and? c={_EN_DAY} (comma? en_and? d={_EN_DAY})?)?"


@weekdays.rule(
    "recurrence",
    "every workday",
    "workday (every unit | often)",
    "en_every en_business en_unit",
    "en_every en_workday",
)
@weekdays.rule("recurrence", "en_workdays")
def working() -> Recurrence:
    """每个工作日, every weekday, on weekdays."""
    return on_weekdays([0, 1, 2, 3, 4])


@weekdays.rule("recurrence", "(every weekend | en_every en_weekend | en_weekends)")
def weekend() -> Recurrence:
    """每个周末."""
    return on_weekdays([5, 6])


@weekdays.rule("recurrence", "every a=weekday (to b=weekday | to n=number)")
@weekdays.rule("recurrence", "a=weekday to (b=weekday | n=number) (every unit | often)")
@weekdays.rule("recurrence", "en_every a=en_weekday en_to b=en_weekday")
def stretch(a: int, b: int | None = None, n: int = 0) -> Recurrence | None:
    """每周一到周五, 每周一到五."""
    last = n - 1 if b is None else b
    return on_weekdays(list(range(a, last + 1))) if a < last <= 6 else None


@weekdays.rule(
    "recurrence", "every a=weekday (and? b=weekday (and? c=weekday (and? d=weekday)?)?)?"
)
@weekdays.rule("recurrence", f"en_every a={_EN_DAY} (comma? en_and? b={_EN_DAY} {_MORE})?")
@weekdays.rule("recurrence", "a=en_weekdays (comma? en_and? b=en_weekdays)?")
@weekdays.rule("recurrence", "a=en_weekday (en_parts | en_nights)")
def named(a: int, b: int | None = None, c: int | None = None, d: int | None = None) -> Recurrence:
    """每周一, 每周一和周四, every Monday, Wednesday and Friday."""
    return on_weekdays([day for day in (a, b, c, d) if day is not None])


@weekdays.rule("recurrence", "every a=weekday (n=number | and n=number (and m=number)?)")
def run_together(a: int, n: Numeral, m: Numeral | None = None) -> Recurrence | None:
    """每周一三五, 每周一、三、五."""
    digits = [int(char) for char in f"{int(n)}{int(m) if m else ''}"]
    return on_weekdays([a, *(digit - 1 for digit in digits)]) if max(digits) <= 7 else None


@weekdays.rule("recurrence", "every a=weekday n=neighbours")
def with_neighbours(a: int, n: tuple[int, int]) -> Recurrence | None:
    """每周一三四."""
    return on_weekdays([a, *(number - 1 for number in n)]) if max(n) <= 7 else None
