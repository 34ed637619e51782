"""Numerals written from a number are read as that number; whatever else is typed does no harm."""

from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dakehu.language.numbers import find_numbers

_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("万亿两", "萬億兩")

# What the grammar of numbers is made of, to be thrown together.
_PIECES = """
    负 - + . , 点 三 两 俩 十 廿 百 千 万 亿 兆 零 几 多 余 来 半 一半 又 分之 百分之 成 折 对折
    % ‰ 5 12 3.5 1,200 40k 2.5m 1e9 元 块 毛 美元 ¥ $ USD cents 个 家 台 公里 kg 第 到 - to and
    between or 、 打 上 数 个点 half a third dozen hundred million couple of twenty -odd second
    no. 3 电话 是 ( ) +86 138 1234 5678 号 月 3月 周三 订单 A320 一起 万一 visits people ， 。
"""
pieces = st.sampled_from(_PIECES.split())
texts = st.one_of(
    st.text(max_size=60),
    st.lists(pieces, max_size=12).map("".join),
    st.lists(pieces, max_size=12).map(" ".join),
    st.text(alphabet="零一两十百千万亿兆点1,.", max_size=80),
)
settled = settings(max_examples=300, deadline=None, derandomize=True)


def _chinese(number: int) -> str:
    """Write a whole number in characters, below 10**12."""
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            high, low = divmod(number, scale)
            zero = "零" if low and low < scale // 10 else ""
            return _chinese(high) + name + zero + (_chinese(low) if low else "")
    return _below_myriad(number)


def _below_myriad(number: int) -> str:
    for scale, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            high, low = divmod(number, scale)
            zero = "零" if low and low < scale // 10 else ""
            return _DIGITS[high] + name + zero + (_below_myriad(low) if low else "")
    return _DIGITS[number]


def _value(text: str) -> object:
    (found,) = find_numbers(text)
    assert found.text == text
    return found.value


@settled
@given(number=st.integers(10, 10**12 - 1))
@example(101_0000)
@example(1000_0001)
def test_a_number_in_characters_is_read_back(number: int) -> None:
    written = _chinese(number)
    assert _value(written) == number
    assert _value(written.translate(_FORMAL)) == number
    assert _value(written.translate(_TRADITIONAL)) == number
    assert _value("负" + written) == -number


@settled
@given(number=st.integers(1, 10**12), places=st.integers(0, 3))
def test_a_number_in_figures_is_read_back(number: int, places: int) -> None:
    value = Fraction(number, 10**places)
    written = f"{float(value):,.{places}f}"
    assert _value(written + "元") == pytest.approx(float(value) * 100)
    assert _value(written) == pytest.approx(float(value))


@settled
@given(above=st.integers(1, 99), below=st.integers(2, 99))
def test_a_fraction_in_characters_is_read_back(above: int, below: int) -> None:
    written = f"{_chinese(below)}分之{_chinese(above)}"
    assert _value(written) == pytest.approx(above / below)


@settled
@given(text=texts)
def test_numbers_of_any_text_lie_in_it_apart_and_always_the_same(text: str) -> None:
    found = find_numbers(text)
    at = 0
    for each in found:
        assert at <= each.span[0] < each.span[1] <= len(text)
        assert text[slice(*each.span)] == each.text
        at = each.span[1]
        assert isinstance(each.value, tuple) == (each.kind == "range")
        assert (each.kind == "phone") == isinstance(each.value, str)
    assert find_numbers(text) == found


@pytest.mark.parametrize("piece", ["9", "一", "1,000", "万", "点五", "三万", "a", "138 ", "("])
def test_a_very_long_text_is_read(piece: str) -> None:
    find_numbers(piece * 2000 + "元")
