"""Whatever is typed, at whatever moment: times and numbers are found without a fault."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from dakehu.language.numbers import find_numbers
from dakehu.language.times import find_times

# What the grammars are made of, to be thrown together.
_WORDS = """
    今天 昨天 下周 周三 周末 12月 8号 2月30日 三 十五 点 半 下午 晚上 到 至 前 后 之前 以来
    内 近 每 月底 年 国庆 春节 工作日 最后一个 第二个 个月 小时 去年同期 3:20 12/8 2026-11-24
    9-10 90年代 去年夏天 季度末 下半周 这两天 年前 每月 每两周 一次 三四 大概 左右 为止 从 起 止 又
    《 》 路 号线 next last Friday by before since from to of the 8 December 3pm two weeks ago
    in 万 元 % 折 成 分之 两三 几 家 -1 .5 $ k 13812345678 ， 。 a
"""
words = st.sampled_from(_WORDS.split())
texts = st.one_of(
    st.text(max_size=40),
    st.lists(words, max_size=10).map("".join),
    st.lists(words, max_size=10).map(" ".join),
)
moments = st.datetimes(
    datetime.fromisoformat("1950-01-01"),
    datetime.fromisoformat("2090-01-01"),
    timezones=st.just(ZoneInfo("Asia/Shanghai")),
)
prefers = st.sampled_from([None, "past", "future"])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=texts, now=moments, prefer=prefers)
def test_times_lie_in_the_text_in_order_and_start_before_they_end(
    text: str, now: datetime, prefer: str
) -> None:
    found = find_times(text, now, prefer)
    at = 0
    for each in found:
        assert at <= each.span[0] < each.span[1] <= len(text)
        assert text[slice(*each.span)] == each.text
        at = each.span[1]
        timed = each.kind in ("point", "span")
        assert timed == (each.start is not None) == (each.end is not None)
        if each.start and each.end:
            assert each.start < each.end
            assert each.start.tzinfo is now.tzinfo
        assert (each.rule is not None) == (each.kind == "recurring")
        assert (each.seconds is not None) == (each.kind == "duration")
    assert find_times(text, now, prefer) == found


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=texts)
def test_numbers_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    at = 0
    for each in find_numbers(text):
        assert at <= each.span[0] < each.span[1] <= len(text)
        assert text[slice(*each.span)] == each.text
        at = each.span[1]
        if each.kind == "range":
            assert isinstance(each.value, tuple)
            assert each.value[0] < each.value[1]
