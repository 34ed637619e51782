"""Times as people type them every day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dakehu.language.times import find_both_ways, find_times

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
CASES = [
    ("昨天下午", "2026-11-23T12:00", "2026-11-23T18:00"),
    ("前天上午十点半", "2026-11-22T10:30", "2026-11-22T10:31"),
    ("上周五", "2026-11-20T00:00", "2026-11-21T00:00"),
    ("下周三", "2026-12-02T00:00", "2026-12-03T00:00"),
    ("周五前", "2026-11-24T11:00", "2026-11-27T00:00"),
    ("礼拜二", "2026-11-24T00:00", "2026-11-25T00:00"),
    ("星期天", "2026-11-29T00:00", "2026-11-30T00:00"),
    ("这周四下午3点", "2026-11-26T15:00", "2026-11-26T16:00"),
    ("明儿", "2026-11-25T00:00", "2026-11-26T00:00"),
    ("后天一早", "2026-11-26T06:00", "2026-11-26T09:00"),
    ("12/8", "2026-12-08T00:00", "2026-12-09T00:00"),
    ("12.8号", "2026-12-08T00:00", "2026-12-09T00:00"),
    ("2026-11-24", "2026-11-24T00:00", "2026-11-25T00:00"),
    ("11月24号下午两点", "2026-11-24T14:00", "2026-11-24T15:00"),
    ("三点一刻", "2026-11-24T15:15", "2026-11-24T15:16"),
    ("half past 3", "2026-11-24T15:30", "2026-11-24T15:31"),
    ("next Wednesday at 10", "2026-12-02T10:00", "2026-12-02T11:00"),
    ("by Friday", "2026-11-24T11:00", "2026-11-28T00:00"),
    ("before Friday", "2026-11-24T11:00", "2026-11-27T00:00"),
    ("the day after tomorrow", "2026-11-26T00:00", "2026-11-27T00:00"),
    ("in two weeks", "2026-12-08T00:00", "2026-12-09T00:00"),
    ("2 weeks ago", "2026-11-10T00:00", "2026-11-11T00:00"),
    ("8 December", "2026-12-08T00:00", "2026-12-09T00:00"),
    ("10am tomorrow", "2026-11-25T10:00", "2026-11-25T11:00"),
    ("mon 9:30", "2026-11-23T09:30", "2026-11-23T09:31"),
    ("半个小时后", "2026-11-24T11:30", "2026-11-24T11:31"),
    ("近三个月", "2026-08-25T00:00", "2026-11-25T00:00"),
]


@pytest.mark.parametrize(("text", "start", "end"), CASES)
def test_a_common_form_has_one_reading(text: str, start: str, end: str) -> None:
    (found,) = find_times(text, NOW)
    assert found.text == text
    assert found.start == datetime.fromisoformat(start).replace(tzinfo=NOW.tzinfo)
    assert found.end == datetime.fromisoformat(end).replace(tzinfo=NOW.tzinfo)


def test_both_ways_are_what_each_way_gives() -> None:
    text = "周三去的，12月8号下午两点再去，聊了半小时"
    assert find_both_ways(text, NOW) == (
        find_times(text, NOW, "past"),
        find_times(text, NOW, "future"),
    )
