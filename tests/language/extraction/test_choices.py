"""Every answer of choices.yml points at its option."""

from pathlib import Path

import pytest
import yaml

from dakehu.language.extraction import name_choice, parse_choice

CASES = yaml.safe_load((Path(__file__).parent / "choices.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("said", "index"), CASES)
def test_an_answer_points_at_its_option(said: str, index: int | None) -> None:
    assert parse_choice(said, 5) == index


def test_without_options_there_is_no_choice() -> None:
    assert parse_choice("1", 0) is None


def test_the_last_but_one_of_one_option_is_none() -> None:
    assert parse_choice("倒数第二个", 1) is None


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("机械那家", 1),
        ("就是机电的那家吧", 0),
        ("华东机械制造有限公司", 1),
        ("the Anbo one", 2),
        ("华东那家", None),
        ("有进展", None),
        ("的", None),
        ("", None),
    ],
)
def test_an_option_is_named_by_its_words(text: str, index: int | None) -> None:
    labels = ["华东机电设备有限公司", "华东机械制造有限公司", "Anbo Electric"]
    assert name_choice(text, labels) == index
