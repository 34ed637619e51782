"""Money, in its smallest unit: ¥1,200, 120万元, 三块五, 5毛, $20."""

import re
from dataclasses import replace
from fractions import Fraction

from dakehu.language.numbers.form import Form, form, scaled
from dakehu.language.numbers.numeral import Numeral, read
from dakehu.language.numbers.words import CURRENCIES, NO_MINOR, SIGNS
from dakehu.language.numerals import DIGITS

_CURRENCY = re.compile(
    r"\s*(" + "|".join(sorted(CURRENCIES, key=len, reverse=True)) + r")(?![a-z])"
)
_SIGN = re.compile(
    "(" + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)) + r")\s*"
    r"(?=[-\d一二两三四五六七八九十])"
)
# 三块五, 三元五角二分: tenths and hundredths after the currency word.
_SUBUNITS = re.compile(
    r"([零一二两三四五六七八九\d])(?:(角|毛)([一二两三四五六七八九\d])?分?|分)?(?:钱)?(?!\d)"
)
_MINOR = re.compile(r"(角|毛)(?!病|巾|衣|度|落|色|利)|(分)钱")
# 三块 before these is money; before other words a piece (三块板子).
_AFTER_KUAI = re.compile(
    "[^\u4e00-\u9fff]|[一二两三四五六七八九零的左右多以买卖成钱啊吧了和还每]|$"
)


def signed(text: str, at: int) -> Form | None:
    """Read money with its sign or code in front: ¥1,200, $20, 人民币50元."""
    sign = _SIGN.match(text, at)
    numeral = sign and read(text, sign.end())
    if not sign or not numeral:
        return None
    currency = _CURRENCY.match(text, numeral.end)
    return _money(replace(numeral, end=currency.end() if currency else numeral.end), SIGNS[sign[1]])


def priced(text: str, numeral: Numeral) -> Form | None:
    """Read money with its currency word after it: 120万元, 三块五, 5毛."""
    currency = _CURRENCY.match(text, numeral.end)
    if currency is None:
        return _minor(text, numeral)
    end = currency.end()
    if currency[1] == "块" and not _AFTER_KUAI.match(text, end):
        return None
    extra = Fraction(0)
    sub = _SUBUNITS.match(text, end) if currency[1] in ("元", "块") else None
    if sub and (sub[2] or currency[1] == "块"):
        extra = Fraction(_digit(sub[1]), 10) + Fraction(_digit(sub[3] or "0"), 100)
        end = sub.end()
    whole = replace(numeral, low=numeral.low + extra, high=numeral.high + extra, end=end)
    return _money(whole, CURRENCIES[currency[1]])


def _minor(text: str, numeral: Numeral) -> Form | None:
    """Read 5毛, 三角, 五分钱."""
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
