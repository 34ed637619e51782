"""Words typed by their sound are put right, and nothing else is touched."""

from pathlib import Path

import pytest
import yaml

from dakehu.language.extraction.heard import heard

CASES = yaml.safe_load((Path(__file__).parent / "heard.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("typed", "meant"), CASES)
def test_a_slip_of_the_ear_is_put_right(typed: str, meant: str | None) -> None:
    assert heard(typed, ()) == (meant or typed)


def test_a_name_is_left_as_it_is() -> None:
    assert heard("微心科技", [(0, 4)]) == "微心科技"
