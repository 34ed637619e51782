"""From text to tokens: words of time, numbers, and dates and clock times typed in digits.

Text that means nothing here becomes a `gap`, which no rule matches; spaces leave no token.
"""

import re
from typing import Any

from dakehu.language.numerals import chinese_value
from dakehu.language.times.grammar import Token
from dakehu.language.times.shapes import SHAPES, shape_value
from dakehu.language.times.words import chinese, english

_CHINESE = {word: (kind, value) for kind, ws in chinese.WORDS.items() for word, value in ws.items()}
_ENGLISH = {word: (kind, value) for kind, ws in english.WORDS.items() for word, value in ws.items()}
_LENGTHS: dict[str, tuple[int, ...]] = {
    first: tuple(sorted({len(word) for word in _CHINESE if word[0] == first}, reverse=True))
    for first in {word[0] for word in _CHINESE}
}
_PHRASES = re.compile(
    "(?:"
    + "|".join(
        re.escape(word)
        for word in sorted(_ENGLISH, key=len, reverse=True)
        if " " in word or "-" in word
    )
    + ")(?![a-z])"
)
_PHRASE_STARTS = frozenset(
    word.split()[0].split("-")[0] for word in _ENGLISH if " " in word or "-" in word
)
_DIGIT_FESTIVAL = re.compile(
    "(?:五一|三八|六一|八一)(?![零一二三四五六七八九十百千万]|[家个台位名人件套次年月日号点时分秒天周度种项笔单款层楼])"
    "|十一(?=期间|假|长假|小长假|黄金周|前|后|之|以|放|当天|那天|回来|去|要|我|国庆|节)"
)
_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_NUMERAL = re.compile("[零〇一二两三四五六七八九十百廿卅]+")
_GLUED = re.compile(r"[a-z\d]*")
# 下周一起去 is next week, together; 下周日程 the week's agenda: no weekday before these.
_AFTER_WEEK = re.compile(
    "一(?:起|次|定|直[^接达飞]|般|共|同|并|趟|样|切|些|个|家|份|场|位|律|度)|"
    "日(?:常|程|志|报|期|均|记)|天天|三(?:方|家|次)|二(?:手|次)|五金|六合"
)
_BARE_WEEK = re.compile("(?:周|星期|礼拜)(?=[一二三五六日天])")


class Numeral(int):
    """A whole number that remembers how it was written."""

    raw: str

    def __new__(cls, value: int, raw: str) -> "Numeral":
        """Make a number written as `raw`."""
        number = super().__new__(cls, value)
        number.raw = raw
        return number


def tokenize(text: str, masked: list[tuple[int, int]]) -> list[Token]:
    """Return the tokens of a plain text; what lies in `masked` spans is a gap.

    Args:
        text: Text in plain characters (`dakehu.language.characters.plain`).
        masked: Spans that are no times, in order.
    """
    tokens: list[Token] = []
    at, holes = 0, iter([*masked, (len(text), len(text))])
    hole = next(holes)
    while at < len(text):
        if at >= hole[0]:
            if hole[1] > at:
                tokens.append(Token("gap", None, at, hole[1]))
            at, hole = max(at, hole[1]), next(holes, (len(text) + 1, len(text) + 1))
            continue
        if text[at] == " ":
            at += 1
            continue
        token = _next_token(text, at)
        if token.kind != "gap" or not tokens or tokens[-1].kind != "gap":
            tokens.append(token)
        at = token.end
    return tokens


def _next_token(text: str, at: int) -> Token:
    """Return the token that starts here."""
    char = text[at]
    if char.isascii():
        return _ascii_token(text, at)
    if festival := _DIGIT_FESTIVAL.match(text, at):
        if (word := _chinese_word(text, at)) and word.end > festival.end():
            return word
        return Token("digit_festival", festival[0], at, festival.end())
    word = _chinese_word(text, at)
    numeral = _NUMERAL.match(text, at)
    if numeral and (word is None or numeral.end() > word.end):
        return _number(numeral[0], at)
    return word or Token("gap", None, at, at + 1)


def _chinese_word(text: str, at: int) -> Token | None:
    """Return the longest word of time here."""
    for length in _LENGTHS.get(text[at], ()):
        word = text[at : at + length]
        entry = _CHINESE.get(word)
        if entry is None:
            continue
        end = at + len(word)
        bare = _BARE_WEEK.match(text, at) if entry[0] == "weekday" else None
        if bare and _AFTER_WEEK.match(text, bare.end()):
            return Token("week", None, at, bare.end())
        return Token(*entry, at, end)
    return None


def _number(raw: str, at: int) -> Token:
    """Return the token of a Chinese numeral, a gap where it is none."""
    value = chinese_value(raw)
    if value is None:
        return Token("gap", None, at, at + len(raw))
    return Token("number", Numeral(value, raw), at, at + len(raw))


def _ascii_token(text: str, at: int) -> Token:
    """Return the token of a digit shape, a number, an English word or a sign."""
    if match := SHAPES.match(text, at):
        kind, value = shape_value(match)
        return Token(kind, value, at, match.end())
    if match := _LATIN.match(text, at):
        return _english_word(text, at, match)
    if match := _DIGITS.match(text, at):
        return _digits(text, at, match)
    entry: tuple[str, Any] | None = _CHINESE.get(text[at]) or _ENGLISH.get(text[at])
    return Token(*entry, at, at + 1) if entry else Token("gap", None, at, at + 1)


def _english_word(text: str, at: int, match: re.Match[str]) -> Token:
    """Return an English word; one that is glued to digits is a model (YJV22), save Dec31."""
    if match[0] in _PHRASE_STARTS and (phrase := _PHRASES.match(text, at)):
        match = phrase
    entry = _ENGLISH.get(match[0])
    glued = match.end() < len(text) and text[match.end()].isdigit()
    if entry is None or (glued and entry[0] not in ("en_month", "en_maybe_month")):
        end = match.end() if entry is None and not glued else _end_of_model(text, at)
        return Token("gap", None, at, end)
    kind, value = entry
    return Token(kind, Numeral(value, match[0]) if kind == "number" else value, at, match.end())


def _digits(text: str, at: int, match: re.Match[str]) -> Token:
    """Return a number in digits; one glued to letters that mean nothing here is a model (4S)."""
    latin = _LATIN.match(text, match.end())
    if latin and latin[0] not in _ENGLISH and latin[0] not in ("h", "m", "d"):
        return Token("gap", None, at, _end_of_model(text, at))
    if "." in match[0]:
        return Token("decimal", match[0], at, match.end())
    if len(match[0]) > 4:
        return Token("gap", None, at, match.end())
    return Token("number", Numeral(int(match[0]), match[0]), at, match.end())


def _end_of_model(text: str, at: int) -> int:
    """Return where the run of letters and digits ends."""
    found = _GLUED.match(text, at)
    return max(at + 1, found.end() if found else at)
