"""Logging visits: what a visit is, what can be wrong with it, what follows from it."""

from dakehu.visit.checks import check
from dakehu.visit.logging import Logged, log_visit, similar_visits
from dakehu.visit.records import UsedOpener, Visit, VisitDraft, Visits

__all__ = [
    "Logged",
    "UsedOpener",
    "Visit",
    "VisitDraft",
    "Visits",
    "check",
    "log_visit",
    "similar_visits",
]
