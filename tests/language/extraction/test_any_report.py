"""Whatever is typed, nothing fails, and every fact's words are where it says."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dakehu.language.extraction import (
    Told,
    extract_banquet,
    extract_plan,
    extract_tour,
    extract_visit,
)
from dakehu.language.names import NameIndex

_WORDS = """
    昨天 下周三 下午2点到4点 周五前 2月30日 去 拜访 王总 沈总监 mr li 瑞丰 安博 北辰 聊了 报价 电话
    微信 电化 近展 满意 4分 没见到 不在 听说 如果 签约 成交 300吨 50万 8个人 我方3人 人均300
    预算2万 两桌 参观 电解车间 英文讲解 翻译 大巴 伴手礼 不吃辣 清真 在香格里拉 总经理级别作陪
    next friday with visited met about by ， 。 然后 : 目的是 客户： plus 3 others 2 tables per head
    not no
"""
texts = st.lists(st.sampled_from(_WORDS.split()), max_size=12).map("".join) | st.text(max_size=40)


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=texts)
def test_words_are_where_they_are_said_to_be(
    text: str, now: datetime, names: NameIndex[str]
) -> None:
    for extract in (extract_visit, extract_plan, extract_tour, extract_banquet):
        found: Any = extract(text, now, names.find)
        for told in (getattr(found, field.name) for field in fields(found)):
            for one in told if isinstance(told, tuple) else (told,):
                if isinstance(one, Told):
                    start, end = one.span
                    assert 0 <= start < end <= len(text)
