"""What a question for figures asks: of what, split by what, for whom and when."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Self

from dakehu.coaching.effect.records import Dimension, Metric
from dakehu.handbook.codes import find, without
from dakehu.language.times import find_times


@dataclass(frozen=True)
class Asked:
    """A question for figures, as JSON in a button's payload and in the conversation.

    Attributes:
        start: The first local day.
        end: The day after the last.
        dated: Whether the period was named; else it is this month.
        by: What the figures are split by.
        each: Whether each technique stands by itself; else people are compared.
        person: Whose figures; None: all that one may see.
        lowest: Whether the worst come first.
        growth: Whether growth or a course over time was asked for, which is not answered.
    """

    metric: Metric
    start: str
    end: str
    dated: bool = False
    by: Dimension | None = None
    each: bool = True
    techniques: tuple[str, ...] = ()
    person: int | None = None
    customers: tuple[int, ...] = ()
    industry: str | None = None
    stage: str | None = None
    level: str | None = None
    region: str | None = None
    lowest: bool = False
    growth: bool = False

    @property
    def compares_groups(self) -> bool:
        """Whether it is the groups that are ranked, and not the techniques of each."""
        return self.by is not None and (not self.each or len(self.techniques) == 1)

    def to_slot(self) -> dict[str, Any]:
        """Return the question as JSON, without what is as usual."""
        usual = type(self)(self.metric, self.start, self.end)
        told = asdict(self)
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in told.items()
            if key in ("metric", "start", "end") or value != getattr(usual, key)
        }

    @classmethod
    def from_slot(cls, slot: dict[str, Any]) -> Self:
        """Read the question back."""
        by = slot.get("by")
        typed = {
            "metric": Metric(slot["metric"]),
            "by": Dimension(by) if by else None,
            "techniques": tuple(slot.get("techniques", ())),
            "customers": tuple(slot.get("customers", ())),
        }
        return cls(**(slot | typed))


def read(text: str, now: datetime, last: Asked | None, named: Mapping[str, Any]) -> list[Asked]:
    """Read a question, one for each metric it names; a follow-up changes a part of the last one.

    Args:
        text: The message in plain characters, without names of people and customers.
        now: The business clock's moment.
        last: What was asked before, if anything.
        named: The person and the customers that it named.

    Returns:
        Nothing where it asks for other figures than these.
    """
    rest, told = _parts(text, now)
    told |= named
    metrics = _metrics(rest)
    if metrics:
        return [
            replace(usual(metric, now), **told, techniques=_techniques(metric, rest))
            for metric in metrics
        ]
    return [replace(last, **told)] if last and told and _is_follow_up(rest) else []


def usual(metric: Metric, now: datetime) -> Asked:
    """Return the plain question for a metric: this month, of all that one may see."""
    return Asked(metric, *this_month(now))


def this_month(now: datetime) -> tuple[str, str]:
    """Return the current month."""
    first = now.date().replace(day=1)
    return first.isoformat(), (first + timedelta(days=32)).replace(day=1).isoformat()


def last_month(now: datetime) -> tuple[str, str]:
    """Return the month before the current one."""
    return this_month(now.replace(day=1) - timedelta(days=1))


def this_year(now: datetime) -> tuple[str, str]:
    """Return the days from the year's first to today."""
    return now.date().replace(month=1, day=1).isoformat(), _after(now.date())


def _parts(text: str, now: datetime) -> tuple[str, dict[str, Any]]:
    """Return what a text says of period, split and filters, and the text without that."""
    rest, told = _period(text, now)
    if by := find("effect_by", rest):
        told |= {"by": Dimension(by[0]), "each": True}
    rest = without("effect_by", rest)
    if find("effect_people", rest):
        told |= {"by": Dimension.SPECIALIST, "each": False}
    told |= {flag: True for flag in ("lowest", "growth") if find(f"effect_{flag}", rest)}
    for kind in ("effect_people", "effect_lowest", "effect_growth"):
        rest = without(kind, rest)
    for name, kind in _FILTERS.items():
        if found := find(kind, rest):
            told[name] = found[0]
            rest = rest if name == "industry" else without(kind, rest)
    return rest, told


_FILTERS = {
    "stage": "effect_stage",
    "level": "effect_level",
    "region": "region",
    "industry": "industry",
}


def _metrics(rest: str) -> Sequence[Metric]:
    """Return what is measured: by its name, else by what it is measured of."""
    named = [Metric(code) for code in find("effect_metric", rest)]
    return named or [metric for metric in Metric if find(metric.technique, rest)][:1]


def _techniques(metric: Metric, rest: str) -> tuple[str, ...]:
    return tuple(find(metric.technique, rest))


def _is_follow_up(rest: str) -> bool:
    """Tell whether hardly anything is left that could ask for something else."""
    left = without("effect_filler", without("industry", rest))
    return not any(character.isalnum() for character in left)


def _period(text: str, now: datetime) -> tuple[str, dict[str, Any]]:
    for time in find_times(text, now, "past"):
        if time.start and time.end and time.kind in ("point", "span"):
            first, last = time.start.date(), (time.end - timedelta(microseconds=1)).date()
            start, end = time.span
            told = {"start": first.isoformat(), "end": _after(last), "dated": True}
            return f"{text[:start]} {text[end:]}", told
    return text, {}


def _after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()
