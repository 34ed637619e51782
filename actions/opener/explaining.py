"""Explaining an opener, and the figures by which one was recommended (docs/flows/opener.md)."""

from actions.opener.advice import KEY, buttons_of
from actions.opener.subject import ANSWERS
from actions.turn import Turn
from actions.wording import Button, make_payload
from dakehu import access
from dakehu.access import Task
from dakehu.coaching import opener
from dakehu.coaching.opener import Figures, Tally
from dakehu.codes import Opener
from dakehu.customer.records import Customer
from dakehu.handbook.codes import codes, find
from dakehu.handbook.openers import ways


def explain_opener(turn: Turn) -> None:
    """Explain the openers that are named, or why one was recommended; else offer all six."""
    access.require(turn.desk, Task.BE_COACHED)
    told, last = turn.message.entities, turn.advice.get(KEY)
    if "why" in told:
        _show_figures(turn, told["customer"], Opener(told["why"]))
        return
    named = [told["opener"]] if "opener" in told else find("opener", turn.message.text)
    if last and last.get("said") and "why" in find(ANSWERS, turn.message.text):
        _show_figures(turn, last["customer"], Opener([*last["said"], *named][-1]))
    elif named:
        for name in named:
            _explain(turn, Opener(name))
    else:
        turn.say("opener_which_way", *six(turn))


def six(turn: Turn) -> list[Button]:
    """Make a button of each opener, to have it explained."""
    return [
        Button(turn.label("opener", code), make_payload("explain_opener", opener=code))
        for code in codes("opener")
    ]


def _explain(turn: Turn, one: Opener) -> None:
    way = ways()[one]
    tips = [turn.phrase("opener_tip", tip=tip.in_(turn.language)) for tip in way.tips]
    turn.say(
        "opener_explained",
        turn.press("opener_try", make_payload("recommend_opener", way=one)),
        name=turn.label("opener", one),
        idea=way.idea.in_(turn.language),
        when=way.when.in_(turn.language),
        example=way.example.in_(turn.language),
        mistake=way.mistake.in_(turn.language),
        tips="".join(tips),
    )


def _show_figures(turn: Turn, customer_id: int, one: Opener) -> None:
    """Say why an opener was recommended: its cases here and everywhere, and what chance does."""
    found = opener.figures(turn.desk, customer_id, turn.language)
    record = found.records.get(one, opener.Record())
    turn.say(
        "opener_why",
        *_keep_offer(turn),
        way=turn.label("opener", one),
        idea=ways()[one].idea.in_(turn.language),
        alike=_cases(turn, record.alike),
        everywhere=_cases(turn, record.everywhere),
        group=_group(turn, found.customer),
    )
    turn.attach(table=_table(turn, found))


def _keep_offer(turn: Turn) -> list[Button]:
    """Leave the other answers to the advice open: it is still the one in hand."""
    offered = turn.offered
    if not offered.named.get("another", "").startswith("/recommend_opener"):
        return []
    turn.offer = offered
    return buttons_of(turn, {c: said for c, said in offered.named.items() if c != "why"})


def _table(turn: Turn, found: Figures) -> dict[str, list[object]]:
    """Show each opener's cases, and what the ways lack that could not be used."""
    columns = [turn.phrase(f"opener_column_{c}") for c in ("way", "alike", "everywhere", "usable")]
    rows: list[object] = []
    for one in Opener:
        record = found.records.get(one, opener.Record())
        usable = "usable" if one in found.usable else f"lacks_{ways()[one].needs}"
        cases = (_cases(turn, record.alike), _cases(turn, record.everywhere))
        rows.append([turn.label("opener", one), *cases, turn.phrase(f"opener_{usable}")])
    return {"columns": list(columns), "rows": rows}


def _cases(turn: Turn, tally: Tally) -> str:
    if not tally.used:
        return turn.phrase("opener_no_cases")
    return turn.phrase("opener_cases", engaged=tally.engaged, used=tally.used)


def _group(turn: Turn, customer: Customer) -> str:
    """Name the customers that are like this one: its trade, where that is known, and level."""
    level = turn.label("customer_level", customer.level)
    return turn.phrase("comma").join(filter(None, (customer.industry, level)))
