"""Tokens of digits, English words and signs."""

import re

from dakehu.language.times.counted import counts, ranks
from dakehu.language.times.grammar import Token
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.shapes import MERIDIEM, SHAPES, shape_value
from dakehu.language.times.spoken import spoken_year
from dakehu.language.times.words.vocabulary import CHINESE, ENGLISH, PHRASE, PHRASE_STARTS

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
# The parts of a model after a hyphen (XT-2024-08, YJV22-8.7/15kV), but no date (report-2026-11-24).
_PART = r"-(?!\d{4}-\d\d?-\d\d?)[a-z]*\d+(?:[./]\d+[a-z]*)*(?![\d:])"
_GLUED = re.compile(rf"[a-z\d]*(?:{_PART})*")
_CODE = re.compile(rf"{_PART}(?![a-z])")
# Words that digits may follow without a space (Dec31, tomorrow3pm), and that a word may (nextweek).
_BEFORE_DIGITS = frozenset({"en_month", "en_maybe_month", "day"})
_SHORTENED = frozenset({"en_month", "en_maybe_month", "en_weekday"})
# Words that may own something: next year's budget, today's visit.
_OWNERS = frozenset(
    {"day", "daypart", "en_weekday", "en_month", "en_unit", "en_fortnight", "en_weekend"}
)
_DOT = re.compile(r"\.(?= ?(?:\d|on\b))")
_SPACES = re.compile(" +")
_RUN_ON = re.compile(r"(next|last|this)(?=[a-z]{3})")


def latin_token(text: str, at: int) -> Token:
    """Return the token of a digit shape, a number, an English word or a sign."""
    if match := SHAPES.match(text, at):
        kind, value = shape_value(match)
        return Token(kind, value, at, match.end())
    if match := _WORD.match(text, at):
        return _word(text, at, match)
    if match := _DIGITS.match(text, at):
        return _digits(text, at, match)
    entry = CHINESE.get(text[at]) or ENGLISH.get(text[at])
    return Token(*entry, at, at + 1) if entry else Token("gap", None, at, at + 1)


def _word(text: str, at: int, match: re.Match[str]) -> Token:
    """Return an English word; one that is glued to digits is a model (YJV22), save Dec31."""
    if year := spoken_year(text, at):
        return _number(text, *year, at)
    word, end = _meant(text, at, match)
    entry = ENGLISH.get(word)
    if entry and entry[0] in _SHORTENED and (dot := _DOT.match(text, end)):
        end = dot.end()
    glued = end < len(text) and text[end].isdigit()
    if entry is None or (glued and entry[0] not in _BEFORE_DIGITS):
        model = glued or entry is not None or _CODE.match(text, end)
        return Token("gap", None, at, _model_end(text, at) if model else end)
    kind, value = entry
    if kind == "number":
        return _number(text, Numeral(value, word), end, at)
    if kind == "en_ordinal" and ranks(text, at, end):
        return Token("gap", None, at, end)
    return Token(kind, value, at, end)


def _meant(text: str, at: int, match: re.Match[str]) -> tuple[str, int]:
    """Return the word or phrase that is meant, without its 's, and where it ends."""
    word, end = match[0], match.end()
    if word in PHRASE_STARTS and (phrase := PHRASE.match(text, at)):
        word, end = _SPACES.sub(" ", phrase[0]), phrase.end()
    if word in ENGLISH:
        return word, end
    if word.endswith("'s") and ENGLISH.get(word[:-2], ("",))[0] in _OWNERS:
        return word[:-2], end
    if (run_on := _RUN_ON.match(word)) and word[run_on.end() :] in ENGLISH:
        return run_on[0], at + run_on.end()
    return word, end


def _digits(text: str, at: int, match: re.Match[str]) -> Token:
    """Return a number in digits; one glued to letters that mean nothing here is a model (4S)."""
    end = match.end()
    word = _WORD.match(text, end)
    if word and not _follows_digits(word[0]) and not MERIDIEM.match(text, end):
        return Token("gap", None, at, _model_end(text, at))
    whole, dot, _ = match[0].partition(".")
    if len(whole) > 4:
        return Token("gap", None, at, end)
    if dot:
        return Token("gap" if counts(text, end) else "decimal", match[0], at, end)
    return _number(text, Numeral(int(whole), whole), end, at)


def _follows_digits(word: str) -> bool:
    """Tell whether a word may follow digits without a space."""
    return word in ENGLISH or word in ("m", "d")


def _number(text: str, number: Numeral, end: int, at: int) -> Token:
    """Return a number, a gap where it counts things."""
    return Token("gap" if counts(text, end) else "number", number, at, end)


def _model_end(text: str, at: int) -> int:
    """Return where the run of letters and digits ends."""
    found = _GLUED.match(text, at)
    return max(at + 1, found.end() if found else at)
