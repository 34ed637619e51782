"""Every sentence of banquets.yml gives what it tells, and nothing that it does not."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.language.extraction import extract_banquet
from dakehu.language.names import NameIndex
from tests.language.extraction.told import expected, told

CASES = yaml.safe_load((Path(__file__).parent / "banquets.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"][:40])
def test_an_application_gives_what_it_tells(
    case: dict[str, Any], now: datetime, names: NameIndex[str]
) -> None:
    assert told(extract_banquet(case["say"], now, names.find)) == expected(case)
