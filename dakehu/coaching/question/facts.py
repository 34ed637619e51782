"""What is known of a customer that an example may name; nothing is made up."""

import re

from dakehu import access
from dakehu.access import Task
from dakehu.coaching.preparing import next_plan
from dakehu.coaching.question.choice import History
from dakehu.codes import Language
from dakehu.customer.addressing import address
from dakehu.customer.records import Customer
from dakehu.desk import Desk
from dakehu.handbook.codes import find, label
from dakehu.visit.records import Visit

LATELY = 6
"""Visits whose questions count as used lately."""

LONGEST = 24
"""Characters of a fact, twice as many where they are not Chinese: it is said in a sentence."""

_CLAUSE = re.compile(r"[，。；,;.!！?？\n]")


def history(desk: Desk, customer_id: int) -> History:
    """Return how things went with a customer.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    access.require_customer(desk, Task.BE_COACHED, customer_id)
    last = _last(desk, customer_id)
    return History(
        last_outcome=last.outcome if last else None,
        need=desk.questions.need(customer_id) is not None,
        used=tuple(desk.questions.used(customer_id, LATELY)),
    )


def known(desk: Desk, customer: Customer, situation: str, language: str) -> dict[str, str]:
    """Return what fills the gaps of an example, in words of the language it is in."""
    last, plan = _last(desk, customer.id), next_plan(desk, customer.id)
    found = {
        "customer": customer.short_name or customer.name,
        "contact": _contact(desk, customer.id, last, language),
        "topic": _topic(situation, language) or (plan and plan.purpose) or (last and last.purpose),
        "last_outcome": last and _CLAUSE.split(last.summary or "")[0],
        "need": _need(desk, customer.id, language),
        "product": _product(desk, customer.id, situation),
    }
    return {name: words for name, words in found.items() if words and _speakable(words, language)}


def _topic(situation: str, language: str) -> str | None:
    """Take what the situation is about, where it names it: the price, the delivery."""
    named = find("talk_topic", situation)
    return label("talk_topic", named[0], language) if named else None


def _last(desk: Desk, customer_id: int) -> Visit | None:
    return next(iter(desk.visits.last(customer_id, 1)), None)


def _contact(desk: Desk, customer_id: int, last: Visit | None, language: str) -> str | None:
    """Address who was met last, or is the only one there."""
    people = desk.customers.contacts(customer_id)
    met = [one for one in people if last and one.id == last.contact_id] or people
    return address(met[0].name, met[0].title, language) if len(met) == 1 else None


def _need(desk: Desk, customer_id: int, language: str) -> str | None:
    need = desk.questions.need(customer_id)
    if need is None:
        return None
    if language == Language.EN or not (need.quantity and need.unit):
        return need.product
    return f"{need.quantity:g}{need.unit}{need.product}"


def _product(desk: Desk, customer_id: int, situation: str) -> str | None:
    """Take the product that is named, of those that they bought, else what they bought last."""
    bought = desk.questions.products(customer_id)
    named = (product for product in bought if product.casefold() in situation.casefold())
    return next(named, next(iter(bought), None))


def _speakable(words: str, language: str) -> bool:
    """Tell whether words can be said in a sentence: not too long, and not Chinese in English."""
    if language == Language.EN:
        return words.isascii() and len(words) <= 2 * LONGEST
    return len(words) <= LONGEST
