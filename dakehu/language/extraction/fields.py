"""What sentences about visits, plans and customers tell; None where they do not."""

from dataclasses import dataclass

from dakehu.language.extraction.told import OpenerUsed, Told
from dakehu.language.names import NameMatch
from dakehu.language.people import PersonMention
from dakehu.language.times import TimeExpression


@dataclass(frozen=True, slots=True)
class VisitFields[Id]:
    """A visit that took place.

    Attributes:
        customers: Whom the name may mean, best first, all of one place in the text.
        customer_words: What stands in a customer's place where none that is known is named.
        method: A code of `codes.VisitMethod`.
        outcome: A code of `codes.Outcome`.
        satisfaction: 1 to 5.
        next_step: Own words, with their due time (周五前出方案).
        questions: Codes of `codes.Question`.
    """

    customers: tuple[NameMatch[Id], ...] = ()
    customer_words: Told[str] | None = None
    contact: Told[PersonMention] | None = None
    method: Told[str] | None = None
    started_at: Told[TimeExpression] | None = None
    purpose: Told[str] | None = None
    summary: Told[str] | None = None
    outcome: Told[str] | None = None
    satisfaction: Told[int] | None = None
    next_step: Told[str] | None = None
    next_step_due: Told[TimeExpression] | None = None
    next_visit_at: Told[TimeExpression] | None = None
    questions: tuple[Told[str], ...] = ()
    openers: tuple[Told[OpenerUsed], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFields[Id]:
    """A visit to come."""

    customers: tuple[NameMatch[Id], ...] = ()
    customer_words: Told[str] | None = None
    contact: Told[PersonMention] | None = None
    planned_at: Told[TimeExpression] | None = None
    purpose: Told[str] | None = None
    method: Told[str] | None = None


@dataclass(frozen=True, slots=True)
class CustomerFields[Id]:
    """A customer's facts; `customers` says which one they are of, where it is known already.

    Attributes:
        level: A code of `codes.CustomerLevel`.
        status: A code of `codes.CustomerStatus`.
        region, industry, acquired_via: Codes of the handbook's sets.
        contact_phone: Digits.
    """

    customers: tuple[NameMatch[Id], ...] = ()
    name: Told[str] | None = None
    short_name: Told[str] | None = None
    industry: Told[str] | None = None
    region: Told[str] | None = None
    level: Told[str] | None = None
    status: Told[str] | None = None
    acquired_via: Told[str] | None = None
    contact_name: Told[str] | None = None
    contact_title: Told[str] | None = None
    contact_phone: Told[str] | None = None
