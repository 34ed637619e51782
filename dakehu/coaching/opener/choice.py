"""Choosing an opener by what worked: Thompson sampling with Beta priors.

Each opener's chance of being taken up is drawn from what is known of it, and the highest draw is
chosen: what worked is said more often, what was hardly tried gets its chance.
"""

from collections.abc import Mapping
from random import Random

from dakehu.coaching.opener.records import Record
from dakehu.codes import Opener

UNKNOWN = 0.5
"""How likely an opener is to work of which nothing is known."""

WEIGHT = 8
"""How many cases the wider experience counts for beside one's own."""


def ranking(records: Mapping[Opener, Record], draw: Random) -> list[Opener]:
    """Return all openers, the highest draw first; the same generator draws the same."""
    drawn = {opener: _draw(records.get(opener, Record()), draw) for opener in Opener}
    return sorted(Opener, key=lambda opener: -drawn[opener])


def _draw(record: Record, draw: Random) -> float:
    """Draw an opener's chance at customers like this one.

    The prior is centred on its rate in the trade, and that on its rate everywhere, so that few
    cases lean on the wider experience and many speak for themselves.
    """
    centre = UNKNOWN
    for tally in (record.everywhere, record.trade):
        centre = (tally.engaged + WEIGHT * centre) / (tally.used + WEIGHT)
    here = record.alike
    worked = WEIGHT * centre + here.engaged
    return draw.betavariate(worked, WEIGHT + here.used - worked)
