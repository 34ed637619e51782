"""The cascade: which families of rules are applied, in which order."""

from dakehu.language.characters import plain
from dakehu.language.times import (
    amounts,
    bounds,
    clock,
    compose,
    dates,
    english,
    festivals,
    picks,
    ranges,
    recurring,
    relative,
    units,
    weekdays,
    workdays,
)  # fmt: skip
from dakehu.language.times.grammar import Stage, Token
from dakehu.language.times.lexer import tokenize
from dakehu.language.times.stoplist import NOT_TIMES

_STAGES = (
    Stage(
        amounts.amounts, recurring.days, dates.dates, units.units, weekdays.weekdays,
        festivals.festivals, clock.clock, english.dates, workdays.counts,
    ),
    Stage(amounts.sums, recurring.intervals, compose.nesting, english.nesting),
    Stage(relative.relative, workdays.workdays, picks.picks),
    Stage(recurring.clocks),
    Stage(compose.moments, english.moments),
    Stage(ranges.ranges),
    Stage(bounds.bounds),
)  # fmt: skip
RESULTS = frozenset({"time", "range", "limit", "amount", "recurring"})


def parse(text: str) -> list[Token]:
    """Return the tokens of a text that are times, in order, not overlapping."""
    text = plain(text)
    masked = [match.span() for match in NOT_TIMES.finditer(text)]
    tokens = tokenize(text, masked)
    for stage in _STAGES:
        tokens = stage.rewrite(tokens)
    return [token for token in tokens if token.kind in RESULTS]
