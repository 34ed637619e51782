"""Practice with a customer that the bot plays (docs/flows/practice.md)."""

from dakehu.coaching.practice.choosing import least_practised, scenario_named
from dakehu.coaching.practice.hearing import LONGEST, is_speech
from dakehu.coaching.practice.records import Begun, Round
from dakehu.coaching.practice.results import (
    Progress,
    done_rounds,
    named,
    progress_of,
    team_progress,
    trend,
)
from dakehu.coaching.practice.review import Review
from dakehu.coaching.practice.rounds import Played, ask, finish, leave, open_rounds, played
from dakehu.coaching.practice.scenarios import Scenario, scenarios

__all__ = [
    "LONGEST",
    "Begun",
    "Played",
    "Progress",
    "Review",
    "Round",
    "Scenario",
    "ask",
    "done_rounds",
    "finish",
    "is_speech",
    "least_practised",
    "leave",
    "named",
    "open_rounds",
    "played",
    "progress_of",
    "scenario_named",
    "scenarios",
    "team_progress",
    "trend",
]
