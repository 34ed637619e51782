"""Questions in the database: those used and prepared, and what examples are made of."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dakehu.coaching.question.records import OpenNeed, Prepared, Used
from dakehu.codes import NeedState
from dakehu.storage.tables import Deal, Need, Visit, VisitPlanQuestion, VisitQuestion

_PRODUCTS = 20


class SqlQuestions:
    """Implements `dakehu.coaching.question.records.Questions`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def used(self, customer_id: int, visits: int) -> list[Used]:
        """List the types used at a customer's latest visits, latest first."""
        latest = (
            select(Visit.id, Visit.outcome, Visit.started_at)
            .where(Visit.customer_id == customer_id, Visit.deleted_at.is_(None))
            .order_by(Visit.started_at.desc(), Visit.id.desc())
            .limit(visits)
            .subquery()
        )
        found = (
            select(VisitQuestion.question, latest.c.outcome)
            .join(latest, VisitQuestion.visit_id == latest.c.id)
            .order_by(latest.c.started_at.desc(), latest.c.id.desc(), VisitQuestion.question)
        )
        return [Used(question, outcome) for question, outcome in self._session.execute(found)]

    def need(self, customer_id: int) -> OpenNeed | None:
        """Find what a customer asked for last and has not got."""
        found = (
            select(Need.product, Need.quantity, Need.unit)
            .where(
                Need.customer_id == customer_id,
                Need.state == NeedState.OPEN,
                Need.deleted_at.is_(None),
            )
            .order_by(Need.id.desc())
            .limit(1)
        )
        row = self._session.execute(found).first()
        return OpenNeed(*row) if row else None

    def products(self, customer_id: int) -> list[str]:
        """List what a customer bought, latest first."""
        found = (
            select(Deal.product)
            .where(Deal.customer_id == customer_id, Deal.deleted_at.is_(None))
            .order_by(Deal.signed_on.desc(), Deal.id.desc())
            .limit(_PRODUCTS)
        )
        return list(dict.fromkeys(filter(None, self._session.scalars(found))))

    def prepare(self, plan_id: int, prepared: Prepared) -> None:
        """Keep a question for a planned visit, in place of an earlier one of its type."""
        key = {"plan_id": plan_id, "question": prepared.question}
        row = self._session.get(VisitPlanQuestion, key) or VisitPlanQuestion(**key)
        row.stage, row.example = prepared.stage, prepared.example
        self._session.add(row)
        self._session.flush()

    def prepared(self, plan_id: int) -> list[Prepared]:
        """List the questions that are kept for a planned visit."""
        found = (
            select(VisitPlanQuestion)
            .where(VisitPlanQuestion.plan_id == plan_id)
            .order_by(VisitPlanQuestion.question)
        )
        return [
            Prepared(row.question, row.stage, row.example) for row in self._session.scalars(found)
        ]
