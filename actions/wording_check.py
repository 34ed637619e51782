"""Is this well said? A sentence or a script, judged at once (docs/flows/wording_check.md)."""

from collections.abc import Mapping, Sequence

from actions.forms.draft import Draft
from actions.forms.ending import stop
from actions.forms.field import Found, Reading
from actions.forms.scene import Scene
from actions.forms.shelf import offer_back
from actions.turn import Turn
from dakehu import access
from dakehu.access import Task
from dakehu.coaching.wording_check import (
    Breach,
    Sentence,
    check_wording,
    our_sentences,
    praise,
    words_to_check,
)
from dakehu.handbook.wording_rules import wording_rules

SHOWN = 8
"""Sentences that are gone through in one message; a script may have more of them."""

BRIEF = 16
"""Characters of a "cancel" or "help"; a longer one is the text that was asked for."""


class WordingCheckFlow(Scene):
    """The check of one text; without one, the next message is it."""

    name = "wording_check"
    task = Task.CHECK_WORDING
    intents = ("check_wording",)

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Take the words that the request is about, if it brings them along."""
        words = words_to_check(text)
        return {"text": Found(words)} if words else {}

    def go_on(self, turn: Turn, draft: Draft) -> None:
        """Judge the text and end; ask for it where it is missing."""
        if "text" in draft.values:
            turn.draft = None
            judge(turn, draft.values["text"])
            offer_back(turn)
        else:
            draft.ask("text")
            turn.say("ask_wording_check_text")

    def take(self, turn: Turn, draft: Draft) -> bool:
        """Take whatever was typed as the text, though it may sound like something else."""
        message = turn.message
        brief = len(message.text.strip()) <= BRIEF
        if message.entities or (brief and message.intent == "help"):
            return False
        if brief and message.intent == "cancel":
            stop(turn, self, draft)
            return True
        asked_again = message.intent in self.intents
        words = words_to_check(message.text) if asked_again else message.text.strip()
        if words:
            draft.put("text", words)
        self.go_on(turn, draft)
        return True


def check_in_passing(turn: Turn) -> None:
    """Judge a text in the middle of something else, which then goes on."""
    access.require(turn.desk, Task.CHECK_WORDING)
    words = words_to_check(turn.message.text)
    if words:
        judge(turn, words)
    else:
        turn.say("wording_check_say_it_whole")


def judge(turn: Turn, text: str) -> None:
    """Say what breaks the rules, what to say instead, and what is good."""
    breaches = check_wording(text)
    good = [one.good.in_(turn.language) for one in praise(text)]
    said = turn.phrase("wording_check_praise", good=turn.phrase("comma").join(good)) if good else ""
    if breaches:
        passages = _passages(turn, text, breaches)
        turn.say("wording_check_found", count=len(breaches), passages=passages, praise=said)
    else:
        turn.say("wording_check_fine", praise=said)


def _passages(turn: Turn, text: str, breaches: Sequence[Breach]) -> str:
    """Go through the sentences that break a rule, one passage each."""
    within = [
        (sentence, [b for b in breaches if sentence.start <= b.span[0] < sentence.end])
        for sentence in our_sentences(text)
    ]
    broken = [(sentence, found) for sentence, found in within if found]
    passages = [_passage(turn, text, sentence, found) for sentence, found in broken[:SHOWN]]
    if len(broken) > SHOWN:
        passages.append(turn.phrase("wording_check_more", count=len(broken) - SHOWN))
    return "\n\n".join(passages)


def _passage(turn: Turn, text: str, sentence: Sentence, found: Sequence[Breach]) -> str:
    """Show a sentence with its breaches marked, which rules they break, and what is better."""
    kinds = wording_rules().kinds
    lines = [_marked(text, sentence, found)]
    for kind in dict.fromkeys(breach.kind for breach in found):
        name, rule = kinds[kind].name.in_(turn.language), kinds[kind].rule.in_(turn.language)
        lines.append(turn.phrase("wording_check_kind", kind=name, rule=rule))
    for better in dict.fromkeys(breach.better for breach in found):
        lines.append(turn.phrase("wording_check_better", better=better))
    return "\n".join(lines)


def _marked(text: str, sentence: Sentence, found: Sequence[Breach]) -> str:
    """Put each breach into brackets."""
    marked, at = "", sentence.start
    for start, end in (breach.span for breach in found):
        marked += f"{text[at:start]}［{text[start:end]}］"
        at = end
    return marked + text[at : sentence.end]
