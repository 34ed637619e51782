"""What can be wrong with a visit before it is logged."""

from datetime import datetime, timedelta

from dakehu.problems import Problem, text_problems
from dakehu.visit.records import VisitDraft

OLDEST_DAYS = 400
FARTHEST_DAYS = 730
SATISFACTION = range(1, 6)
_LIMITS = {"summary": 2000, "purpose": 200, "contact_name": 50, "next_step": 500, "place": 200}


def check(draft: VisitDraft, now: datetime) -> list[Problem]:
    """List what keeps a visit from being logged, in the order of the form.

    `in_future` means that it should be offered as a plan; `too_old` that it is more than 400
    days ago; `too_far` that the next visit is over two years off; `before_visit` that it would
    be before this one.
    """
    return [*_when(draft, now), *_texts(draft), *_next(draft, now), *_satisfaction(draft)]


def _when(draft: VisitDraft, now: datetime) -> list[Problem]:
    if draft.started_at > now:
        return [Problem("in_future", "started_at")]
    if draft.started_at < now - timedelta(days=OLDEST_DAYS):
        return [Problem("too_old", "started_at", OLDEST_DAYS)]
    return []


def _texts(draft: VisitDraft) -> list[Problem]:
    return [
        problem
        for field, limit in _LIMITS.items()
        for problem in text_problems(
            field, getattr(draft, field), limit, required=field == "summary"
        )
    ]


def _next(draft: VisitDraft, now: datetime) -> list[Problem]:
    if draft.next_visit_at is None:
        return []
    if draft.next_visit_at < draft.started_at:
        return [Problem("before_visit", "next_visit_at")]
    if draft.next_visit_at > now + timedelta(days=FARTHEST_DAYS):
        return [Problem("too_far", "next_visit_at", FARTHEST_DAYS)]
    return []


def _satisfaction(draft: VisitDraft) -> list[Problem]:
    if draft.satisfaction is None or draft.satisfaction in SATISFACTION:
        return []
    return [Problem("out_of_range", "satisfaction", SATISFACTION.stop - 1)]
