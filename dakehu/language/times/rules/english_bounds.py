"""English limits: 3 pm or later, Thursday before 5pm, no later than Friday, from Monday on."""

from dataclasses import replace

from dakehu.language.times.calendar import DAY, midnight
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.bounds import before, by, since
from dakehu.language.times.rules.dates import calendar_year
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.values import Fixed, Frame, Span, When

bounds = Family()


@bounds.rule("limit", "en_from? x=time en_onward", "en_from x=time en_on")
@bounds.rule("limit", "en_from? y=number en_onward")
def onward(x: At | None = None, y: Numeral | None = None) -> When | None:
    """3 pm or later, from Monday on, 2018 or later."""
    if y is not None:
        return since(At(calendar_year(y))) if is_year(y) else None
    return x and since(x)


@bounds.rule("limit", "x=time en_up_to")
def up_to(x: At) -> When:
    """Friday or earlier."""
    return by(x)


@bounds.rule("limit", "en_from x=time")
def from_moment(x: At) -> When | None:
    """From Friday; the sales from last month are last month's."""
    return since(x) if x.grain in ("minute", "hour", "day", "part") else None


@bounds.rule("limit", "d=time comma? en_before en_at? c=time")
def before_on_day(d: At, c: At) -> When | None:
    """Thursday before 5pm."""
    moment = _on_day(d, c)
    return moment and before(moment)


@bounds.rule("limit", "d=time comma? en_by en_at? c=time", "en_by c=time en_on d=time")
def by_on_day(d: At, c: At) -> When | None:
    """Tuesday by 2 in the afternoon."""
    moment = _on_day(d, c)
    return moment and by(moment)


@bounds.rule("limit", "d=time comma? en_after en_at? c=time")
def after_on_day(d: At, c: At) -> When | None:
    """Tuesday after 1pm: to the end of that day."""
    return _to_midnight(_on_day(d, c))


@bounds.rule("limit", "d=time comma? c=time en_onward", "c=time en_onward (en_on | comma)? d=time")
@bounds.rule("limit", "d=time comma? (en_since | en_from) c=time")
def since_on_day(d: At, c: At) -> When | None:
    """3 pm or later on Monday."""
    return _to_midnight(_on_day(d, c))


def _to_midnight(moment: At | None) -> When | None:
    """Return the time from a moment to the end of its day."""

    def settle(frame: Frame) -> Span | None:
        span = moment.resolve(frame) if moment else None
        return span and Span(span.start, midnight(span.start) + DAY, span.grain)

    return Fixed("limit", settle) if moment else None


def _on_day(day: At, clock: At) -> At | None:
    """Return the clock time on the day, None where these are something else."""
    if day.day is None or day.clock or day.grain not in ("day", "part"):
        return None
    if clock.clock is None or clock.day is not None:
        return None
    return replace(clock, day=day.day, part=clock.part or day.part)
