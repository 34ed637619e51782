"""Every message of additions.yml that adds to a field says which and what."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.handbook.codes import words
from dakehu.language.extraction import Addition, parse_addition

CASES = yaml.safe_load((Path(__file__).parent / "additions.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_an_addition_names_its_field_and_its_words(case: dict[str, Any]) -> None:
    expected = Addition(*case["adds"]) if "adds" in case else None
    assert parse_addition(case["say"], words("visit_field")) == expected
