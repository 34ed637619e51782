"""Tokens of digits, English words and signs."""

import re

from dakehu.language.times.grammar import Token
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.shapes import SHAPES, shape_value
from dakehu.language.times.words.vocabulary import CHINESE, ENGLISH, PHRASE, PHRASE_STARTS

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_GLUED = re.compile(r"[a-z\d]*")
_NOUN = re.compile(r" +[a-z]{2,}(?:[^su\W]s|ple|men)\b")
# After these a number counts things: 周三到2家公司, 3月5个客户.
COUNTED = re.compile(
    " ?(?:[家台位人名套件吨次遍趟场份张页本册条根卷桌席座栋层间户单笔款种类项批组对双只支枝把片颗粒"
    "袋桶罐"
    "瓶杯盒箱包辆部级门课届轮段处所多余几千万亿元块角毛米斤克%％成折倍度]|个(?![小钟工月星礼季半周晚早上下])"
    "|公里|平方|人民币|美元)"
)
# Words that digits may follow without a space (Dec31, tomorrow3pm), and that a word may (nextweek).
_BEFORE_DIGITS = frozenset({"en_month", "en_maybe_month", "day"})
_SHORTENED = frozenset({"en_month", "en_maybe_month", "en_weekday"})
_DOT = re.compile(r"\.(?= ?\d)")
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
    if match[0] in PHRASE_STARTS and (phrase := PHRASE.match(text, at)):
        match = phrase
    word, end = re.sub(" +", " ", match[0]), match.end()
    if word not in ENGLISH and (run_on := _RUN_ON.match(word)) and word[run_on.end() :] in ENGLISH:
        word, end = run_on[0], at + run_on.end()
    entry = ENGLISH.get(word)
    if entry and entry[0] in _SHORTENED and (dot := _DOT.match(text, end)):
        end = dot.end()
    glued = end < len(text) and text[end].isdigit()
    if entry is None or (glued and entry[0] not in _BEFORE_DIGITS):
        return Token("gap", None, at, end if entry is None and not glued else _model_end(text, at))
    kind, value = entry
    return Token(kind, Numeral(value, word) if kind == "number" else value, at, end)


def _digits(text: str, at: int, match: re.Match[str]) -> Token:
    """Return a number in digits; one glued to letters that mean nothing here is a model (4S)."""
    end = match.end()
    word = _WORD.match(text, end)
    if word and word[0] not in ENGLISH and word[0] not in ("h", "m", "d"):
        return Token("gap", None, at, _model_end(text, at))
    if len(match[0]) > 4 or _counts(text, end):
        return Token("gap", None, at, end)
    if "." in match[0]:
        return Token("decimal", match[0], at, end)
    return Token("number", Numeral(int(match[0]), match[0]), at, end)


def _counts(text: str, end: int) -> bool:
    """Tell whether the number counts things that are no time (20 sites)."""
    noun = _NOUN.match(text, end)
    return COUNTED.match(text, end) is not None or (
        noun is not None and noun[0].strip() not in ENGLISH
    )


def _model_end(text: str, at: int) -> int:
    """Return where the run of letters and digits ends."""
    found = _GLUED.match(text, at)
    return max(at + 1, found.end() if found else at)
