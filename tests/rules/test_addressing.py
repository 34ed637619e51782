"""How one speaks to a person at a customer."""

import pytest

from dakehu.customer.addressing import address


@pytest.mark.parametrize(
    ("name", "title", "language", "said"),
    [
        ("王建国", "总经理", "zh", "王总"),
        ("李娜", "采购经理", "zh", "李经理"),
        ("欧阳明", "副总经理", "zh", "欧阳总"),
        ("张伟", "工程师", "zh", "张工"),
        ("王建国", None, "zh", "王建国"),
        ("王建国", "总经理", "en", "Wang Jianguo"),
        ("欧阳明", None, "en", "Ouyang Ming"),
        ("Tom Miller", "buyer", "en", "Tom Miller"),
    ],
)
def test_a_person_is_addressed(name: str, title: str | None, language: str, said: str) -> None:
    assert address(name, title, language) == said
