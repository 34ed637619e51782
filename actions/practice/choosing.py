"""Choosing what to practise, and what becomes of a round that is still open."""

from actions.forms.answering import choice_of
from actions.forms.asking import choices
from actions.forms.draft import Draft, Option
from actions.forms.ending import stop
from actions.forms.shelf import offer_back
from actions.offer import UNCLAIMED
from actions.practice import playing, results
from actions.practice.wishes import command_of, wishes
from actions.turn import Turn
from dakehu.coaching import practice
from dakehu.coaching.practice import Round
from dakehu.handbook.codes import find

OPEN = "?open"
"""What `asked` says while it is asked what becomes of an open round: yes goes on with it."""


def begin(turn: Turn, draft: Draft) -> None:
    """Do what the message asks for, or offer the scenarios."""
    do, wish = draft.values.pop("do", ""), draft.values.pop("wish", "")
    rounds = practice.open_rounds(turn.desk)
    meant = next((r for r in rounds if wish in ("", r.scenario)), None)
    done = practice.done_rounds(turn.desk)
    if do in ("scores", "team"):
        turn.draft = None
        results.show(turn, team=do == "team")
        offer_back(turn)
    elif do == "resume" and meant:
        playing.take_up(turn, draft, meant)
    elif do == "stop" and (last := meant or _reviewable(turn, done)):
        playing.take_up(turn, draft, last, end=True)
    elif scenario := wish or _picked(turn, do, done):
        pick(turn, draft, scenario)
    else:
        offer(turn, draft, rounds, done)


def offer(turn: Turn, draft: Draft, rounds: list[Round], done: list[Round]) -> None:
    """Offer the scenarios, what was begun before first."""
    titles = {name: s.title.of(turn.language) for name, s in practice.scenarios().items()}
    options = [
        Option(
            turn.phrase("practice_go_on_with", title=titles[r.scenario]),
            {"do": "resume", "wish": r.scenario},
        )
        for r in rounds[:1]
    ]
    options += [Option(title, {"wish": name}) for name, title in titles.items()]
    options.append(Option(turn.label("practice_do", "any"), {"do": "any"}))
    draft.values = {}
    draft.ask("scenario", options)
    turn.say("practice_which", *choices(draft), count=len({r.scenario for r in done}))


def choose(turn: Turn, draft: Draft) -> bool:
    """Take a message as the choice of a scenario, by button, number, name or words for it."""
    message = turn.message
    choice = choice_of(turn, draft)
    unclaimed = message.intent in {*UNCLAIMED, "practise", "affirm"} or not message.sure
    if choice is not None:
        draft.values = dict(choice.value)
    elif message.intent == "cancel" or command_of(message.text) in ("stop", "pause"):
        stop(turn, turn.flows[draft.flow], draft)
        return True
    elif unclaimed and (told := wishes(message.text)):
        draft.values = {**told}
    else:
        return False
    begin(turn, draft)
    return True


def pick(turn: Turn, draft: Draft, scenario: str) -> None:
    """Begin a scenario, once it is settled what becomes of a round that is open."""
    draft.values = {"want": scenario}
    if _open(turn, scenario):
        ask_about_open(turn, draft)
    else:
        playing.start(turn, draft, scenario)


def ask_about_open(turn: Turn, draft: Draft) -> None:
    """Ask whether to go on with the open round, to give it up, or to keep it for later."""
    want = draft.values["want"]
    kept = _open(turn, want)
    if kept is None:
        playing.start(turn, draft, want)
        return
    other = kept.scenario != want
    answers = ("resume", "leave", "keep") if other else ("resume", "anew")
    draft.ask(OPEN, [Option(turn.phrase(f"practice_{a}"), a) for a in answers])
    title = practice.scenarios()[kept.scenario].title.of(turn.language)
    turn.say("practice_still_open", *choices(draft), title=title)


def answer_about_open(turn: Turn, draft: Draft) -> bool:
    """Take the answer to that."""
    if turn.message.intent == "cancel":
        stop(turn, turn.flows[draft.flow], draft)
        return True
    want, choice = draft.values["want"], choice_of(turn, draft)
    answer = choice.value if choice else _answer_named(turn.message.text)
    kept = _open(turn, want)
    if answer not in ("resume", "leave", "keep", "anew"):
        return False
    if answer == "resume" and kept:
        playing.take_up(turn, draft, kept)
        return True
    if answer in ("leave", "anew") and kept:
        practice.leave(turn.desk, kept.id)
    playing.start(turn, draft, want)
    return True


def _picked(turn: Turn, do: str, done: list[Round]) -> str:
    """Return the scenario that was played last, or least, where that is asked for."""
    if do == "again" and done:
        return done[-1].scenario
    return practice.least_practised(turn.desk) if do == "any" else ""


def _reviewable(turn: Turn, done: list[Round]) -> Round | None:
    """Return the last round, if what was said in it is kept (of demo data it is not)."""
    last = next(reversed(done), None)
    return last if last and practice.played(turn.desk, last.id).turns else None


def _open(turn: Turn, scenario: str) -> Round | None:
    """Return the open round that is in the way: one of the same scenario, else the latest."""
    rounds = practice.open_rounds(turn.desk)
    same = (r for r in rounds if r.scenario == scenario)
    return next(iter((*same, *rounds)), None)


def _answer_named(text: str) -> str:
    found = find("practice_do", text)
    return "resume" if "resume" in found else "keep" if "pause" in found else ""
