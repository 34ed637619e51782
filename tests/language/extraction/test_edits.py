"""Every correction of edits.yml is read as what it corrects, and nothing else is one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.handbook.codes import words
from dakehu.language.extraction import parse_edit

CASES = yaml.safe_load((Path(__file__).parent / "edits.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_a_correction_names_its_field_and_its_value(case: dict[str, Any]) -> None:
    found = parse_edit(case["say"], words("visit_field"))
    expected = [(*one, None) if len(one) == 2 else tuple(one) for one in case["edits"]]
    assert [(one.field, one.new_text, one.old_text) for one in found] == expected
