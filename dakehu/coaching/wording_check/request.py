"""Which words of a message are to be judged, and which only ask for it."""

import re

from dakehu.handbook.wording_requests import about, after, before

_QUOTED = re.compile(r"“([^”]+)”|「([^」]+)」|『([^』]+)』|\"([^\"]+)\"|(?<!\w)'(.+?)'(?!\w)")
_COLON = re.compile(r"(?<!\d)[:：]\s*")

ASKING = 60
"""Characters that a request before a colon or a line break may have."""

LEAST = 4
"""Chinese characters, or words, that are judged where nothing marks them off from the request."""


def words_to_check(message: str) -> str:
    """Return what is to be judged: after a colon, on the next lines, in quotes, or what is left.

    Returns:
        The words; empty where there is nothing but the request.
    """
    said = message.strip()
    return _after_a_colon(said) or _next_lines(said) or _quoted(said) or _rest(said)


def _after_a_colon(said: str) -> str:
    colon = _COLON.search(said)
    asking = said[: colon.start()] if colon else ""
    if colon is None or len(asking) > ASKING or "\n" in asking or _QUOTED.search(asking):
        return ""
    words = said[colon.end() :].strip()
    whole = _QUOTED.match(words)
    return _inside(whole) if whole else after().sub("", words).strip()


def _next_lines(said: str) -> str:
    first, _, lines = said.partition("\n")
    return lines.strip() if len(first) <= ASKING and not _rest(first) else ""


def _quoted(said: str) -> str:
    return max(map(_inside, _QUOTED.finditer(said)), key=len, default="")


def _inside(quoted: re.Match[str]) -> str:
    return str(next(filter(None, quoted.groups()))).strip()


def _rest(said: str) -> str:
    """Return what is left without the request, if it stands apart from it."""
    asked = before().match(said)
    begins = asked.end() if asked else 0
    words = after().sub("", said[begins:])
    chinese = re.findall(r"[\u3400-\u9fff]", words)
    apart = not chinese or begins + len(words) < len(said) or not said[begins - 1].isalnum()
    long_enough = len(chinese or words.split()) >= LEAST
    return (
        words.strip()
        if words != said and apart and long_enough and not about().search(words)
        else ""
    )
