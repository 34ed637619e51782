"""What a numeral is, by what stands around it: money, percent, count, ordinal, range, number."""

import re
from dataclasses import dataclass
from fractions import Fraction

from dakehu.language.numbers import english
from dakehu.language.numbers.expression import Kind, Value, exact
from dakehu.language.numbers.numeral import Numeral, read
from dakehu.language.numbers.words import (
    CURRENCIES,
    LATIN_UNITS,
    MEASURES,
    NO_MINOR,
    NOT_NOUNS,
    NOUNS,
    SIGNS,
)

_CURRENCY = re.compile(
    r"\s*(" + "|".join(sorted(CURRENCIES, key=len, reverse=True)) + r")(?![a-z])"
)
_SIGN = re.compile(
    "("
    + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
    + r")\s*(?=[\d一二两三四五六七八九十])"
)
_MEASURE = re.compile(r"\s?(" + "|".join(sorted(MEASURES, key=len, reverse=True)) + ")")
_LATIN_UNIT = re.compile(r"\s?(" + LATIN_UNITS.replace(" ", "|") + r")(?![a-z\d])")
_NOUN = re.compile(r"\s(?:more |new |old |big |key )?([a-z]+)")
_PERCENT = re.compile(r"\s*(?:%|percent|per cent|个?\s*百\s*分\s*点)")
_TENTHS = re.compile(r"\s*(成(?!本|交|功|立|员|熟|品|果|长|为|绩|套|人|都|色|分|就)|折)(半)?")
_PARTS_OF = re.compile(r"([百千万]|佰|仟)\s*分\s*之\s*")
_OVER = re.compile(r"\s*分\s*之\s*")
_TO = re.compile(r"\s*(?:到|至|-|~|to)\s*")
_SUBUNITS = re.compile(
    r"([零一二两三四五六七八九\d])(?:(角|毛)([一二两三四五六七八九\d])?分?|分)?(?:钱)?"
)
_DIGITS = "零一二三四五六七八九"
_HALF = re.compile(r"半(?=吨|箱|车|斤|公斤|米|桌|打|瓶|杯|盘|页|亩|张|套|场)|一半")
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Form:
    """A number with its kind, up to where it reaches."""

    value: Value
    kind: Kind
    end: int
    unit: str | None = None


def read_form(text: str, at: int) -> Form | None:
    """Return the number that starts here in its form."""
    for reader in (_ordinal, _fraction, _half, _signed_money):
        if form := reader(text, at):
            return form
    numeral = read(text, at) or english.read(text, at)
    if numeral is None:
        return None
    if form := _range(text, numeral):
        return form
    return _with_unit(text, numeral)


def _ordinal(text: str, at: int) -> Form | None:
    """第三, 3rd, third."""
    if text[at] != "第":
        return english.ordinal(text, at, Form)
    numeral = read(text, at + 1)
    if numeral is None or numeral.is_range:
        return None
    return Form(exact(numeral.low), "ordinal", numeral.end)


def _fraction(text: str, at: int) -> Form | None:
    """百分之八十, 三分之一, 千分之五."""
    if parts := _PARTS_OF.match(text, at):
        numeral = read(text, parts.end())
        if numeral:
            whole = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000}[parts[1]]
            return _pair_or_one(numeral, Fraction(1, whole), "percent", numeral.end, "%")
        if text.startswith("百", parts.end()):
            return Form(1, "percent", parts.end() + 1)
        return None
    lower = read(text, at)
    over = lower and _OVER.match(text, lower.end)
    upper = over and read(text, over.end())
    if lower and upper and lower.low:
        return Form(exact(upper.low / lower.low), "number", upper.end)
    return None


def _half(text: str, at: int) -> Form | None:
    """半吨, 一半."""
    match = _HALF.match(text, at)
    if match is None:
        return None
    measure = _MEASURE.match(text, match.end()) if match[0] == "半" else None
    return (
        Form(0.5, "count", measure.end(), measure[1])
        if measure
        else Form(0.5, "number", match.end())
    )


def _signed_money(text: str, at: int) -> Form | None:
    """¥1,200, $20, 人民币50元."""
    sign = _SIGN.match(text, at)
    numeral = sign and read(text, sign.end())
    if not sign or not numeral:
        return None
    currency = _CURRENCY.match(text, numeral.end)
    return _money(numeral, SIGNS[sign[1]], currency.end() if currency else numeral.end)


def _money(numeral: Numeral, code: str, end: int, extra: Fraction = Fraction(0)) -> Form:
    """Return an amount of money in its smallest unit."""
    factor = Fraction(1 if code in NO_MINOR else 100)
    shifted = Numeral(numeral.low + extra, numeral.high + extra, numeral.start, end)
    return _pair_or_one(shifted, factor, "money", end, code, keep_unit=True)


def _pair_or_one(
    numeral: Numeral,
    factor: Fraction,
    kind: Kind,
    end: int,
    unit: str | None,
    keep_unit: bool = False,
) -> Form:
    """Return a range where the numeral has two ends."""
    if numeral.is_range:
        return Form((exact(numeral.low * factor), exact(numeral.high * factor)), "range", end, unit)
    return Form(exact(numeral.low * factor), kind, end, unit if keep_unit else None)


def _range(text: str, first: Numeral) -> Form | None:
    """3到5万, 10-20家, 5-20%."""
    to = _TO.match(text, first.end)
    second = to and (read(text, to.end()) or english.read(text, to.end()))
    if not to or not second or first.is_range or second.is_range or text[to.end()] in "-负":
        return None
    low = (
        first.low * second.scale
        if first.scale == 1 and first.low * second.scale < second.low
        else first.low
    )
    if low >= second.low:
        return None
    return _with_unit(text, Numeral(low, second.low, first.start, second.end))


def _with_unit(text: str, numeral: Numeral) -> Form | None:
    """Return what the word after the numeral makes of it."""
    end = numeral.end
    if percent := _PERCENT.match(text, end):
        return _pair_or_one(numeral, Fraction(1, 100), "percent", percent.end(), "%")
    if tenths := _TENTHS.match(text, end):
        return _tenths(text, numeral, tenths)
    if form := _priced(text, numeral):
        return form
    if measure := _MEASURE.match(text, end):
        return _count(text, numeral, measure)
    if unit := _LATIN_UNIT.match(text, end):
        return _pair_or_one(numeral, Fraction(1), "count", unit.end(), unit[1], keep_unit=True)
    noun = _NOUN.match(text, end)
    if noun and _is_noun(noun[1]):
        return _pair_or_one(numeral, Fraction(1), "count", noun.end(), noun[1], keep_unit=True)
    return _plain(text, numeral)


def _is_noun(word: str) -> bool:
    """Tell whether an English word can be counted."""
    if word in NOUNS.split():
        return True
    return word.endswith("s") and len(word) > 3 and word not in NOT_NOUNS.split()


def _tenths(text: str, numeral: Numeral, match: re.Match[str]) -> Form | None:
    """三成, 八折, 八五折, 85折, 两成五."""
    value = numeral.low
    raw = numeral.bare_digits or text[numeral.start : numeral.end]
    if match[1] == "折":
        value = value / 10 if len(raw) == 2 and value > 10 else value
        return Form(exact(value / 10), "percent", match.end()) if value < 10 else None
    end = match.end()
    if match[2]:
        value += Fraction(1, 2)
    elif end < len(text) and text[end] in _DIGITS[1:] and not _MEASURE.match(text, end + 1):
        value += Fraction(_DIGITS.index(text[end]), 10)
        end += 1
    return _pair_or_one(
        Numeral(value, numeral.high if numeral.is_range else value, numeral.start, end),
        Fraction(1, 10),
        "percent",
        end,
        "%",
    )


def _priced(text: str, numeral: Numeral) -> Form | None:
    """120万元, 三块五, 5毛."""
    currency = _CURRENCY.match(text, numeral.end)
    if currency is None:
        minor = re.compile(r"(角|毛|分)(?:钱|$|(?=[，。,.]))|(角|毛)").match(text, numeral.end)
        if not minor:
            return None
        factor = Fraction(1, 10) if (minor[1] or minor[2]) in "角毛" else Fraction(1, 100)
        return _money(
            Numeral(numeral.low * factor, numeral.high * factor, numeral.start, minor.end()),
            "CNY",
            minor.end(),
        )
    code = CURRENCIES[currency[1]]
    end = currency.end()
    if (
        currency[1] == "块"
        and end < len(text)
        and _HAN.match(text, end)
        and text[end] not in "一二两三四五六七八九零的左右多以买卖成钱啊吧了，和还每"
    ):
        return None
    extra = Fraction(0)
    if (
        currency[1] in ("元", "块")
        and (sub := _SUBUNITS.match(text, end))
        and (sub[2] or currency[1] == "块")
    ):
        extra = Fraction(_digit(sub[1]), 10) + Fraction(_digit(sub[3] or "0"), 100)
        end = sub.end()
    return _money(numeral, code, end, extra)


def _digit(char: str) -> int:
    """Return the value of one digit, Chinese or Arabic."""
    return (
        int(char)
        if char.isdigit() and char.isascii()
        else max(_DIGITS.find(char.replace("两", "二")), 0)
    )


def _count(text: str, numeral: Numeral, measure: re.Match[str]) -> Form | None:
    """三台, 一个半, 两三家."""
    if measure[1] in ("点", "分", "两", "块", "里") and not text[numeral.start].isdigit():
        return _plain(text, numeral)
    end = measure.end()
    if (
        text.startswith("半", end)
        and not numeral.is_range
        and measure[1] in ("个", "吨", "米", "斤", "箱", "年", "天", "公斤", "倍", "亩")
    ):
        numeral = Numeral(
            numeral.low + Fraction(1, 2), numeral.low + Fraction(1, 2), numeral.start, end
        )
        end += 1
    return _pair_or_one(numeral, Fraction(1), "count", end, measure[1], keep_unit=True)


_BEFORE_LONE = "是为到有了共约成选要第和与或“\"'"


def _plain(text: str, numeral: Numeral) -> Form | None:
    """A number by itself; one Chinese digit inside a word is none."""
    start, end = numeral.start, numeral.end
    lone = end - start == 1 and not text[start].isascii()
    if lone or (numeral.bare_digits and len(numeral.bare_digits) < 3):
        before_ok = start == 0 or not _HAN.match(text, start - 1) or text[start - 1] in _BEFORE_LONE
        after_ok = end == len(text) or not _HAN.match(text, end) or text[end] in "不这那和而的或"
        if not (before_ok and after_ok):
            return None
    return _pair_or_one(numeral, Fraction(1), "number", end, None)
