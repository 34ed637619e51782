"""What somebody wants of practice, by their words; in a round, what is not for the customer."""

import re

from dakehu.coaching import practice
from dakehu.handbook.codes import find, words

FIRST = ("team", "scores", "resume", "stop")
"""What comes before a scenario that is named as well."""
THEN = ("again", "any", "list")
COMMANDS = ("stop", "pause", "resume", "help", "list", "scores")
_AROUND = re.compile(r"(?:请|先|我想|我要|那就|please |ok |okay )?(.*?)(?:吧|了|啦| please| now)?")


def wishes(text: str) -> dict[str, str]:
    """Read what a message asks of practice: something to `do`, a scenario as `wish`."""
    found = find("practice_do", text)
    scenario = practice.scenario_named(text)
    told = {"wish": scenario} if scenario else {}
    if do := next((do for do in FIRST if do in found), None):
        return told | {"do": do}
    do = next((do for do in THEN if do in found), None)
    return {"do": do} if do and not scenario else told


def command_of(text: str) -> str | None:
    """Return what a sentence in a round asks of the coach; None where it is for the customer.

    It must be nothing but such a word, or name practice itself and ask nothing.
    """
    said = text.strip(" 。.!！，,~…").casefold()
    bare = _AROUND.fullmatch(said)
    spoken = {said, bare[1] if bare else said}
    known = words("practice_do")
    if command := next((c for c in COMMANDS if not spoken.isdisjoint(known[c])), None):
        return command
    if "?" in text or "？" in text or not find("practice_word", text):
        return None
    found = find("practice_do", text)
    return next((c for c in COMMANDS if c in found), None)
