"""What `render` says is read back as the same time, at any moment."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dakehu.language.times import TimeExpression, find_times, render

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=ZONE)
LANGUAGES = ("zh", "en")
CASES = [
    ("后天下午3点半", "2026年11月26日15:30", "Nov 26, 2026 at 15:30"),
    ("下午3点", "2026年11月24日15点", "Nov 24, 2026 at 3 pm"),
    ("今晚一点", "2026年11月25日凌晨1点", "Nov 25, 2026 at 1 am"),
    ("明天", "2026年11月25日", "Nov 25, 2026"),
    ("12月8号到10号", "2026年12月8日到12月10日", "Dec 8, 2026 to Dec 10, 2026"),
    ("12月28日到1月3日", "2026年12月28日到2027年1月3日", "Dec 28, 2026 to Jan 3, 2027"),
    ("明天下午", "2026年11月25日12:00到18:00", "Nov 25, 2026 12:00 to 18:00"),
    (
        "周五前",
        "2026年11月24日11:00到11月26日24:00",
        "Nov 24, 2026 11:00 to Nov 26, 2026 24:00",
    ),
    ("下个月", "2026年12月", "Dec 2026"),
    ("去年", "2025年", "the year 2025"),
    ("每周一三五下午2点", "每周一三五14:00", "every Monday, Wednesday and Friday at 14:00"),
    ("每月最后一个周五", "每月最后一个周五", "every month on the last Friday"),
    ("8天20小时", "8天20小时", "8 days 20 hours"),
    ("2月30日", "2月30日", "2月30日"),
]


@pytest.mark.parametrize(("text", "chinese", "english"), CASES)
def test_a_time_has_one_wording(text: str, chinese: str, english: str) -> None:
    (found,) = find_times(text, NOW)
    assert (render(found, "zh"), render(found, "en")) == (chinese, english)


def _said(found: TimeExpression) -> tuple[Any, ...]:
    return found.start, found.end, found.kind, found.rule, found.seconds


def _assert_read_back(expression: TimeExpression, now: datetime) -> None:
    for language in LANGUAGES:
        wording = render(expression, language)
        found = find_times(wording, now)
        assert [_said(each) for each in found] == [_said(expression)], wording
        assert found[0].text == wording


days = st.datetimes(datetime.fromisoformat("0100-01-01"), datetime.fromisoformat("9900-01-01"))
nows = st.datetimes(
    datetime.fromisoformat("1950-01-01"),
    datetime.fromisoformat("2090-01-01"),
    timezones=st.just(ZONE),
)
_WORDS = """
    今天 昨晚 下周 周三 周末 下半周 12月 8号 2月 三 十五 点 半 下午 晚上 到 至 前 后 之前 以来 内
    近 每 每月 每周 每两周 每年 的 月底 季度末 年 国庆 春节 工作日 最后一个 第二个 个月 小时 天 年前
    90年代 去年夏天 这两天 去年同期 3:20 12/8 2026-11-24 9-10 next last Friday by before since from
    to of the 8 December 3pm two weeks ago every month on
"""
words = st.sampled_from(_WORDS.split())
texts = st.one_of(
    st.lists(words, max_size=6).map("".join),
    st.lists(words, max_size=6).map(" ".join),
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=texts, now=nows, later=nows, prefer=st.sampled_from([None, "past", "future"]))
def test_what_is_found_is_read_back(text: str, now: datetime, later: datetime, prefer: Any) -> None:
    for found in find_times(text, now, prefer):
        if found.kind != "invalid":
            _assert_read_back(found, later)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(moment=days, hour=st.booleans(), now=nows)
@example(moment=datetime.fromisoformat("2026-11-24T00:00"), hour=True, now=NOW)
@example(moment=datetime.fromisoformat("2026-11-24T12:00"), hour=True, now=NOW)
def test_a_point_is_read_back(moment: datetime, hour: bool, now: datetime) -> None:
    size = timedelta(hours=1) if hour else timedelta(minutes=1)
    start = moment.replace(minute=0, second=0, microsecond=0) if hour else moment
    start = start.replace(tzinfo=ZONE)
    grain = "hour" if hour else "minute"
    _assert_read_back(TimeExpression("", (0, 0), "point", start, start + size, grain), now)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(start=days, length=st.timedeltas(timedelta(microseconds=1), timedelta(days=40000)),
       floor=st.sampled_from(["", "minute", "day", "month", "year"]), now=nows)  # fmt: skip
def test_a_stretch_is_read_back(
    start: datetime, length: timedelta, floor: str, now: datetime
) -> None:
    sides = [_floored(moment, floor) for moment in (start, start + length)]
    first, end = (side.replace(tzinfo=ZONE) for side in sides)
    if first < end:
        _assert_read_back(TimeExpression("", (0, 0), "span", first, end, "day"), now)


def _floored(moment: datetime, unit: str) -> datetime:
    parts: dict[str, Any] = {"hour": 0, "minute": 0, "second": 0, "microsecond": 0}
    match unit:
        case "":
            return moment
        case "minute":
            return moment.replace(second=0, microsecond=0)
        case "month":
            parts |= {"day": 1}
        case "year":
            parts |= {"day": 1, "month": 1}
    return moment.replace(**parts)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(seconds=st.one_of(st.integers(0, 10**6), st.integers(0, 365 * 86400 * 900)), now=nows)
def test_a_length_is_read_back(seconds: int, now: datetime) -> None:
    _assert_read_back(TimeExpression("", (0, 0), "duration", seconds=seconds), now)


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
clocks = st.one_of(
    st.just(""), st.builds(";BYHOUR={};BYMINUTE={}".format, st.integers(0, 23), st.integers(0, 59))
)
rules = st.one_of(
    st.builds(
        "FREQ={}{}".format,
        st.sampled_from(["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
        st.one_of(st.just(""), st.integers(2, 99).map(";INTERVAL={}".format)),
    ),
    st.sets(st.sampled_from(range(7)), min_size=1, max_size=4).map(
        lambda days: "FREQ=WEEKLY;BYDAY=" + ",".join(_WEEKDAYS[day] for day in sorted(days))
    ),
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(2, 9), st.sampled_from(_WEEKDAYS)
    ),
    st.builds(
        "FREQ=MONTHLY;BYDAY={}{}".format,
        st.sampled_from([-2, -1, 1, 2, 3, 4]),
        st.sampled_from(_WEEKDAYS),
    ),
    st.integers(1, 31).map("FREQ=MONTHLY;BYMONTHDAY={}".format),
    st.sampled_from(
        [
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "FREQ=MONTHLY;BYMONTHDAY=-5,-4,-3,-2,-1",
            "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2",
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8",
            "FREQ=YEARLY;BYMONTH=3",
        ]
    ),
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(rule=rules, clock=clocks, now=nows)
def test_a_recurring_time_is_read_back(rule: str, clock: str, now: datetime) -> None:
    timed = "" if rule.startswith(("FREQ=MINUTELY", "FREQ=HOURLY")) else clock
    _assert_read_back(TimeExpression("", (0, 0), "recurring", rule=rule + timed), now)
