"""Saying an opener with what it is built on, and what may be answered (docs/flows/opener.md)."""

from collections.abc import Mapping
from typing import Any

from actions.forms.kinds.moment import show_day
from actions.offer import Offer
from actions.opener.subject import ANSWERS, Subject
from actions.turn import Turn
from actions.wording import Button, make_payload
from dakehu.coaching import opener
from dakehu.coaching.opener import Advice, Fact, Given, Reference, Wish
from dakehu.codes import FactKind, Opener
from dakehu.handbook.openers import ways

KEY = "opener"
"""Where `turn.advice` keeps what was advised last: customer, contact, said, lines, asked."""


def advise(
    turn: Turn, whom: Subject, said: list[str], way: Opener | None = None, *, ask: bool = True
) -> None:
    """Say an opener with what it is built on; ask for a fact that might make a better one."""
    last = turn.advice.get(KEY, {})
    lines = {Opener(name): at for name, at in last.get("lines", {}).items()}
    wish = Wish(
        whom.customer_id, turn.language, whom.contact, way, [Opener(one) for one in said], lines
    )
    advice = opener.advise(turn.desk, wish)
    turn.advice[KEY] = {
        "customer": whom.customer_id,
        "contact": whom.contact,
        "said": [*(() if advice.again else said), advice.opener],
        "lines": {**last.get("lines", {}), advice.opener: advice.line},
    }
    _say(turn, whom, advice, way)
    _offer(turn, advice, advice.lacking if ask else None)


def _say(turn: Turn, whom: Subject, advice: Advice, way: Opener | None) -> None:
    intro = turn.phrase("opener_for", customer=_name(advice))
    if whom.plan is not None:
        day = show_day(whom.plan.planned_at, turn)
        intro = turn.phrase("opener_for_visit", customer=_name(advice), day=day)
    if advice.again:
        intro = turn.phrase("opener_again") + intro
    if way and way is not advice.opener:
        why_not = turn.phrase(f"opener_without_{ways()[way].needs}", customer=_name(advice))
        intro = why_not + intro
    turn.say(
        "opener_advice",
        intro=intro,
        words=advice.words,
        way=turn.label("opener", advice.opener),
        basis=basis(turn, advice.opener, advice.given),
    )


def _name(advice: Advice) -> str:
    return advice.customer.short_name or advice.customer.name


def basis(turn: Turn, way: Opener, given: Given) -> str:
    """Say what an opener's words are built on."""
    match given.source:
        case Fact(text=text, noted_at=noted_at):
            return turn.phrase("opener_basis_fact", day=show_day(noted_at, turn), fact=text)
        case Reference(name=name, satisfaction=points):
            return turn.phrase("opener_basis_reference", customer=name, points=points)
        case _ if tips := ways()[way].tips:
            return tips[0].in_(turn.language)
        case _:
            return turn.phrase("opener_basis_strength")


def _offer(turn: Turn, advice: Advice, lacking: FactKind | None) -> None:
    """Offer what may follow, as buttons and for typed words; ask for the fact that is lacking."""
    of = advice.customer.id
    answers = {
        "another": make_payload("recommend_opener", customer=of, another=True),
        "why": make_payload("explain_opener", customer=of, why=advice.opener),
        "prepare": make_payload(
            "prepare_opener", customer=of, opener=advice.opener, words=advice.words
        ),
    }
    turn.replies[-1]["buttons"] += [b.as_dict() for b in buttons_of(turn, answers)]
    turn.offer = Offer(among=ANSWERS, named=answers)
    if lacking:
        turn.offer = asking({"customer": of, "kind": lacking}, answers)
        none = turn.press("opener_no_fact", str(turn.offer.no))
        turn.add(f"opener_ask_{lacking}", none, customer=_name(advice))


def buttons_of(turn: Turn, answers: Mapping[str, str]) -> list[Button]:
    """Make a button of each answer to a piece of advice."""
    return [Button(turn.label(ANSWERS, code), payload) for code, payload in answers.items()]


def asking(told: dict[str, Any], answers: dict[str, str]) -> Offer:
    """Take other words as the fact, no for none, and ask once more after a bare yes."""
    return Offer(
        yes=make_payload("note_fact", **told, some=True),
        no=make_payload("note_fact", none=True),
        words=make_payload("note_fact", **told),
        among=ANSWERS,
        named=answers,
    )
