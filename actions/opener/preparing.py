"""Keeping an opener for the next planned visit (docs/flows/opener.md)."""

from typing import Any

from actions.opener.advice import KEY
from actions.preparing import keep_for_visit, keep_what_waited
from actions.turn import Turn
from dakehu.coaching.opener import prepare
from dakehu.codes import Opener
from dakehu.plan import Plan


def prepare_opener(turn: Turn) -> None:
    """Keep an opener for the next planned visit; where there is none, offer to plan one."""
    keep_for_visit(turn, KEY, _keep)


def keep_opener(turn: Turn) -> None:
    """Keep the opener for which a visit has just been planned, if there is one."""
    keep_what_waited(turn, KEY, _keep)


def _keep(turn: Turn, told: dict[str, Any]) -> Plan | None:
    return prepare(turn.desk, told["customer"], Opener(told["opener"]), told["words"])
