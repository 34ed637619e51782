"""Counts of the questions and openers that were used at visits, and of what came of them."""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, distinct, func, null, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from dakehu.coaching.effect.records import Cases, Dimension, Metric, Tally
from dakehu.codes import Outcome
from dakehu.storage.repositories.shared import within
from dakehu.storage.tables import Customer, Visit, VisitOpener, VisitQuestion

_GOOD = (Outcome.DEAL, Outcome.PROGRESS)
_GROUPS: dict[Dimension, InstrumentedAttribute[Any]] = {
    Dimension.SPECIALIST: Visit.staff_id,
    Dimension.INDUSTRY: Customer.industry,
    Dimension.STAGE: Visit.stage,
    Dimension.LEVEL: Customer.level,
    Dimension.REGION: Customer.region,
}


class SqlEffects:
    """Implements `dakehu.coaching.effect.records.Effects`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tallies(
        self, metric: Metric, cases: Cases, by: Dimension | None, *, each: bool
    ) -> list[Tally]:
        """Count by group and, with `each`, by technique; what has no case is left out."""
        technique = _technique(metric)
        keys = [*([_GROUPS[by]] if by else []), *([technique] if each else [])]
        group: ColumnElement[Any] = _GROUPS[by].expression if by else null()
        used: ColumnElement[Any] = technique.expression if each else null()
        counted = select(group, used, *_counts(metric))
        found = _chosen(counted, metric, cases).group_by(*keys)
        return [Tally(*row) for row in self._session.execute(found) if row[2]]


def _technique(metric: Metric) -> InstrumentedAttribute[Any]:
    question = metric is Metric.QUESTION_PROGRESS
    return VisitQuestion.question if question else VisitOpener.opener


def _counts(metric: Metric) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Return cases and successes: visits for questions, uses for openers."""
    if metric is Metric.QUESTION_PROGRESS:
        good = case((Visit.outcome.in_(_GOOD), Visit.id))
        return func.count(distinct(Visit.id)), func.count(distinct(good))
    taken_up = case((VisitOpener.engaged.is_(True), 1))
    return func.count(VisitOpener.engaged), func.count(taken_up)


def _chosen(counted: Select[Any], metric: Metric, cases: Cases) -> Select[Any]:
    technique = _technique(metric)
    joined = (
        counted.select_from(Visit)
        .join(technique.class_, technique.class_.visit_id == Visit.id)
        .join(Customer, Customer.id == Visit.customer_id)
        .where(
            Visit.deleted_at.is_(None),
            within(Visit.staff_id, cases.reach),
            Visit.started_at >= cases.start,
            Visit.started_at < cases.end,
        )
    )
    if cases.techniques:
        joined = joined.where(technique.in_(cases.techniques))
    if cases.customers:
        joined = joined.where(Visit.customer_id.in_(cases.customers))
    told = {
        Customer.industry: cases.industry,
        Visit.stage: cases.stage,
        Customer.level: cases.level,
        Customer.region: cases.region,
    }
    return joined.where(*(column == value for column, value in told.items() if value is not None))
