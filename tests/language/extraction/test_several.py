"""Reports of several.yml on several customers fall into one for each."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.language.extraction import split_reports
from dakehu.language.names import NameIndex

CASES = yaml.safe_load((Path(__file__).parent / "several.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_a_report_is_split_by_customers(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    expected = case.get("parts", [case["say"]])
    assert split_reports(case["say"], now, names.find) == expected
