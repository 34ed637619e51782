"""The index grows, keeps what it knows, and stays fast among many names."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from dakehu.language.names import NameIndex

BRANDS = [
    a + b
    for a, b in product("瑞恒嘉宏鼎盛泰永信诚凯润昌德隆康", "丰源达远通利成兴荣华祥宁博创峰岳")
    if a != b
]
TRADES = ["机电设备", "电缆", "物流", "化工", "新能源", "食品", "建设", "医药", "电子科技", "纺织"]
PLACES = ["上海", "南京", "苏州", "广州", "北京", "武汉", "成都", "西安"]


def many() -> list[tuple[str, list[str]]]:
    names = (f"{p}{b}{t}有限公司" for p, b, t in product(PLACES, BRANDS, TRADES))
    return [(name, [name, name[2:-4]]) for name in names]


def test_a_name_added_later_is_found_at_once() -> None:
    index = NameIndex([(1, ["恒通物流有限公司"])])
    assert index.find("昨天去了新港集团") == []
    index.add(2, ["新港集团有限公司"])
    assert [match.id for match in index.find("昨天去了新港集团")] == [2]


def test_a_form_added_to_a_known_customer_is_an_alias() -> None:
    index = NameIndex([(1, ["宁波港务有限公司"])])
    index.add(1, ["甬港"])
    (found,) = index.find("给甬港打电话")
    assert (found.id, found.how, found.form) == (1, "alias", "甬港")


def test_a_customer_may_have_no_form_worth_looking_for() -> None:
    assert NameIndex([(1, ["", " ", "A"])]).find("A 级客户") == []


def test_two_customers_in_a_sentence_are_both_found() -> None:
    index = NameIndex([(1, ["北辰重工"]), (2, ["宏达电缆"])])
    found = index.find("上午去北辰重工，下午去宏达电缆")
    assert [(match.id, match.span) for match in found] == [(1, (3, 7)), (2, (11, 15))]


def test_a_name_is_found_among_many() -> None:
    entries = many()
    assert len(entries) > 19_000
    said = "昨天下午去瑞丰电缆拜访了王总，聊了报价，他很满意，要我们周五前出方案，下周三再去"
    found = NameIndex(entries).find(said)
    assert "瑞丰电缆" in {said[slice(*match.span)] for match in found}


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    for match in INDEX.find(text):
        assert 0 <= match.span[0] < match.span[1] <= len(text)


INDEX = NameIndex([(1, ["江苏华东机电设备有限公司", "Anbo Electric"]), (2, ["恒通", "希望"])])
