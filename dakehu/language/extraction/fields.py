"""What sentences about visits, plans, bookings and customers tell; None where they do not."""

from dataclasses import dataclass
from datetime import datetime

from dakehu.language.extraction.told import OpenerUsed, Told
from dakehu.language.names import NameMatch
from dakehu.language.numbers import NumberExpression
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
        money: Amounts, in fen or what their unit says.
        counts: How many of what (300吨).
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
    money: tuple[Told[NumberExpression], ...] = ()
    counts: tuple[Told[NumberExpression], ...] = ()


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
class TourFields[Id]:
    """A tour of the company that is asked for (handbook §3).

    Attributes:
        ends_at: The end of what was told as from–to, or its start and how long it takes.
        visitor_count: Of a range, what there must be room for.
        own_count: How many of our own people come along.
        purpose, route, places, interests, gifts: Own words.
        language, vehicle, media: Codes of the handbook's sets `tour_language`, `tour_vehicle`,
            `tour_media`.
        interpreter: False where none is wanted, or they bring their own.
    """

    customers: tuple[NameMatch[Id], ...] = ()
    customer_words: Told[str] | None = None
    lead_visitor: Told[PersonMention] | None = None
    starts_at: Told[TimeExpression] | None = None
    ends_at: Told[datetime] | None = None
    visitor_count: Told[int] | None = None
    own_count: Told[int] | None = None
    purpose: Told[str] | None = None
    route: Told[str] | None = None
    places: tuple[Told[str], ...] = ()
    interests: Told[str] | None = None
    language: Told[str] | None = None
    interpreter: Told[bool] | None = None
    vehicle: Told[str] | None = None
    media: Told[str] | None = None
    gifts: Told[str] | None = None
    escort: Told[PersonMention] | None = None
    guide: Told[PersonMention] | None = None


@dataclass(frozen=True, slots=True)
class BanquetFields[Id]:
    """A banquet that is asked for (handbook §4).

    Attributes:
        host_rank: How high the host is to be, a code of `person_title`.
        occasion, venue, gifts: Own words.
        purpose, formality, form, meal: Codes of `dakehu.codes`.
        budget, budget_per_head, budget_per_table: Fen.
        diet: Codes of the handbook's set.
        language, interpreter: As of a tour.
    """

    customers: tuple[NameMatch[Id], ...] = ()
    customer_words: Told[str] | None = None
    guest_of_honour: Told[PersonMention] | None = None
    host: Told[PersonMention] | None = None
    host_rank: Told[str] | None = None
    occasion: Told[str] | None = None
    purpose: Told[str] | None = None
    formality: Told[str] | None = None
    form: Told[str] | None = None
    meal: Told[str] | None = None
    starts_at: Told[TimeExpression] | None = None
    venue: Told[str] | None = None
    guest_count: Told[int] | None = None
    own_count: Told[int] | None = None
    tables: Told[int] | None = None
    budget: Told[int] | None = None
    budget_per_head: Told[int] | None = None
    budget_per_table: Told[int] | None = None
    diet: tuple[Told[str], ...] = ()
    language: Told[str] | None = None
    interpreter: Told[bool] | None = None
    gifts: Told[str] | None = None


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
