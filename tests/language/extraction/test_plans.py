"""Every sentence of the tables gives what it tells, and nothing that it does not."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.language.extraction import extract_plan
from dakehu.language.names import NameIndex
from tests.language.extraction.told import expected, told

FILES = ("plans.yml", "hurried_plans.yml")
HERE = Path(__file__).parent
CASES = [
    case for name in FILES for case in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["say"])[:40])
def test_a_plan_gives_what_it_tells(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    assert told(extract_plan(case["say"], now, names.find)) == expected(case)
