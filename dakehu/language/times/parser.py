"""The cascade: which families of rules are applied, in which order."""

from dakehu.language.characters import plain
from dakehu.language.times.grammar import Stage, Token
from dakehu.language.times.lexer import tokenize
from dakehu.language.times.lists import with_shared_periods
from dakehu.language.times.rules import (
    amounts,
    approximate,
    around,
    bounds,
    chinese_stretches,
    clock,
    compose,
    dates,
    edges,
    english_amounts,
    english_bounds,
    english_clock,
    english_dates,
    english_eras,
    english_lasting,
    english_moments,
    english_offsets,
    english_parts,
    english_periods,
    english_picks,
    english_ranges,
    english_recurring,
    english_recurring_dates,
    english_typed,
    english_units,
    english_weeks,
    eras,
    festivals,
    picks,
    quarter_edges,
    ranges,
    recurring,
    recurring_dates,
    recurring_weekdays,
    relative,
    sums,
    to_date,
    units,
    weekdays,
    workdays,
)
from dakehu.language.times.stoplist import NOT_TIMES
from dakehu.language.times.words.slips import corrected

_STAGES = (
    Stage(
        english_clock.clock, amounts.amounts, chinese_stretches.counted, clock.clock, dates.dates,
        edges.edges, english_amounts.amounts, english_dates.dates, english_eras.eras,
        english_offsets.stretches, english_parts.parts, english_recurring.days,
        english_recurring_dates.dates, english_typed.dates, english_units.units,
        english_weeks.weeks, english_picks.places, eras.eras, festivals.festivals, picks.places,
        quarter_edges.quarter_edges, recurring.days, recurring_dates.dates,
        recurring_weekdays.weekdays, sums.units, to_date.same, units.units, weekdays.weekdays,
        workdays.counts,
    ),
    Stage(
        english_weeks.dated, sums.sums, recurring.intervals, compose.nesting, edges.english,
        english_dates.nesting, english_eras.seasons, english_periods.periods,
        english_recurring_dates.intervals, approximate.eves, eras.seasons,
        recurring_dates.intervals, weekdays.pairs,
    ),
    Stage(
        picks.picks, around.around, english_offsets.units, english_picks.picks, relative.relative,
        workdays.workdays, chinese_stretches.stretches,
    ),
    Stage(recurring.clocks, english_recurring.clocks, english_offsets.weekdays),
    Stage(compose.moments, english_moments.moments),
    Stage(english_lasting.ranges, english_ranges.ranges, ranges.ranges, approximate.neighbours),
    Stage(english_lasting.days, approximate.neighbourhoods),
    Stage(bounds.bounds, english_bounds.bounds, to_date.to_date),
)  # fmt: skip
_RESULTS = frozenset({"time", "range", "limit", "amount", "recurring"})


def parse(text: str) -> list[Token]:
    """Return the tokens of a text that are times, in order, not overlapping."""
    text = corrected(plain(text))
    masked = [match.span() for match in NOT_TIMES.finditer(text)]
    tokens = tokenize(text, masked)
    for stage in _STAGES:
        tokens = stage.rewrite(tokens)
    return [token for token in with_shared_periods(tokens) if token.kind in _RESULTS]
