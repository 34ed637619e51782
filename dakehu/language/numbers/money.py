"""Money, in its smallest unit: ¥1,200, 120万元, 三块五, 5毛, $20, 两美元三美分."""

import re
from dataclasses import replace
from fractions import Fraction

from dakehu.language.numbers.digits import read
from dakehu.language.numbers.form import Form, form, scaled
from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.words import (
    CURRENCIES,
    MEASURES,
    MINOR_UNITS,
    NO_MINOR,
    SIGNS,
    either,
)
from dakehu.language.numerals import DIGIT, DIGITS, HAN

_CURRENCY = re.compile(rf"\s*({either(CURRENCIES)})(?![a-z])")
_SIGN = re.compile(rf"({either(SIGNS)})\s*(?=[-.\d{HAN}])")
_MEASURE = either(MEASURES - {"分"} | {"号", "月", "日"})
# 三块五, 三元五角二分: tenths and hundredths after the currency word; 五块三斤 is by weight.
_SUBUNITS = re.compile(
    rf"([{DIGIT}\d])(?:(角|毛)([{DIGIT}\d])?分?|分(?!之)|(?!{_MEASURE}))(?:钱)?(?!\d)"
)
_LATIN_SUBUNIT = re.compile(r" ([1-9])(?=\s*(?:$|[,.;!?](?!\d)))")
_MINOR = re.compile(r"(角|毛)(?!病|巾|衣|度|落|色|利|坯|料|刷)|(分)钱")
_AND = re.compile(r"(?:\s|又|零|and)*")
_MINOR_UNIT = re.compile(rf"\s*({either(MINOR_UNITS)})(?![a-z])")
# 三块 before these is money; before other words a piece (三块板子).
_AFTER_KUAI = re.compile(
    "[^\u4e00-\u9fff]|[一二两三四五六七八九零的左右多以买卖成钱啊吧了和还每]|$"
)


def sign(text: str, at: int) -> tuple[str, int] | None:
    """Return the currency of the sign or code that starts here (¥, $, 人民币), and its end."""
    found = _SIGN.match(text, at)
    return (SIGNS[found[1]], found.end()) if found else None


def signed(text: str, numeral: Numeral, code: str) -> Form:
    """Read money whose sign stands in front: ¥1,200, 人民币50元."""
    currency = _CURRENCY.match(text, numeral.end)
    return _with_change(text, numeral, currency, code) if currency else _money(numeral, code)


def priced(text: str, numeral: Numeral) -> Form | None:
    """Read money with its currency word after it: 120万元, 三块五, 5毛, 20 cents."""
    currency = _CURRENCY.match(text, numeral.end)
    if currency is None:
        return _minor(text, numeral)
    if currency[1] == "块" and not _AFTER_KUAI.match(text, currency.end()):
        return None
    return _with_change(text, numeral, currency, CURRENCIES[currency[1]])


def _with_change(text: str, numeral: Numeral, currency: re.Match[str], code: str) -> Form:
    """Read the tenths or cents that follow the currency word."""
    if code == "CNY":
        extra, end = _change(text, currency[1], currency.end())
    else:
        extra, end = _minor_units(text, code, currency.end())
    whole = replace(numeral, low=numeral.low + extra, high=numeral.high + extra, end=end)
    return _money(whole, code)


def _change(text: str, word: str, end: int) -> tuple[Fraction, int]:
    """Return the tenths and hundredths of a yuan that follow, and where they end."""
    if word in ("元", "块") and (sub := _SUBUNITS.match(text, end)):
        if sub[2] or word == "块":
            return Fraction(_digit(sub[1]), 10) + Fraction(_digit(sub[3] or "0"), 100), sub.end()
    elif word in ("yuan", "kuai") and (sub := _LATIN_SUBUNIT.match(text, end)):
        return Fraction(int(sub[1]), 10), sub.end()
    return Fraction(0), end


def _minor_units(text: str, code: str, end: int) -> tuple[Fraction, int]:
    """Return the cents that follow dollars, as a share of one, and where they end."""
    joint = _AND.match(text, end)
    numeral = read(text, joint.end()) if joint else None
    unit = numeral and _MINOR_UNIT.match(text, numeral.end)
    if not numeral or not unit or MINOR_UNITS[unit[1]] != code:
        return Fraction(0), end
    return numeral.low / 100, unit.end()


def _minor(text: str, numeral: Numeral) -> Form | None:
    """Read 5毛, 三角, 五分钱, 三美分."""
    if unit := _MINOR_UNIT.match(text, numeral.end):
        return _money(scaled(numeral, Fraction(1, 100), unit.end()), MINOR_UNITS[unit[1]])
    minor = _MINOR.match(text, numeral.end)
    if minor is None:
        return None
    return _money(scaled(numeral, Fraction(1, 10 if minor[1] else 100), minor.end()), "CNY")


def _money(numeral: Numeral, code: str) -> Form:
    """Return an amount of money in its smallest unit."""
    factor = Fraction(1 if code in NO_MINOR else 100)
    return form(scaled(numeral, factor, numeral.end), "money", code)


def _digit(char: str) -> int:
    """Return the value of one digit, Chinese or Arabic."""
    return DIGITS[char] if char in DIGITS else int(char)
