"""Openers: which to begin a talk with, what they are built on, and whether they worked."""

from dakehu.coaching.opener.advice import Advice, Figures, Wish, advise, figures
from dakehu.coaching.opener.facts import Given, check, note_fact, way_of
from dakehu.coaching.opener.preparing import prepare
from dakehu.coaching.opener.rating import Unrated, rate, unrated
from dakehu.coaching.opener.records import Fact, Openers, Record, Reference, Tally

__all__ = [
    "Advice",
    "Fact",
    "Figures",
    "Given",
    "Openers",
    "Record",
    "Reference",
    "Tally",
    "Unrated",
    "Wish",
    "advise",
    "check",
    "figures",
    "note_fact",
    "prepare",
    "rate",
    "unrated",
    "way_of",
]
