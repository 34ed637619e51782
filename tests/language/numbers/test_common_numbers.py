"""Numbers as people type them every day."""

import pytest

from dakehu.language.numbers import find_numbers

CASES = [
    ("一百二十万", 1200000, "number", None),
    ("3.5万", 35000, "number", None),
    ("1,200.50元", 120050, "money", "CNY"),
    ("百分之八十", 0.8, "percent", None),
    ("三分之一", pytest.approx(1 / 3), "number", None),
    ("两三家", (2, 3), "range", "家"),
    ("壹仟", 1000, "number", None),
    ("40k", 40000, "number", None),
    ("第三", 3, "ordinal", None),
    ("三台", 3, "count", "台"),
    ("20 people", 20, "count", "people"),
    ("八五折", 0.85, "percent", None),
    ("十几", (11, 19), "range", None),
    ("三块五", 350, "money", "CNY"),
    ("300美元", 30000, "money", "USD"),
    ("13812345678", "13812345678", "phone", None),
]


@pytest.mark.parametrize(("text", "value", "kind", "unit"), CASES)
def test_a_common_number_has_one_reading(
    text: str, value: object, kind: str, unit: str | None
) -> None:
    (found,) = find_numbers(text)
    assert (found.text, found.value, found.kind, found.unit) == (text, value, kind, unit)


@pytest.mark.parametrize(
    "text", ["一起去", "万一", "2026年11月24日", "YJV22电缆", "四川", "三星集团"]
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert find_numbers(text) == []
