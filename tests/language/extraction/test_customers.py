"""Every sentence of customers_told.yml gives the facts that it tells, and no others."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from dakehu.language.extraction import extract_customer
from dakehu.language.names import NameIndex

TABLE = Path(__file__).parent / "customers_told.yml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["say"])[:40])
def test_a_sentence_gives_the_facts_that_it_tells(
    case: dict[str, Any], names: NameIndex[str]
) -> None:
    find = names.find if "customers" in case else None
    found = extract_customer(case["say"], find)
    told = {f.name: value for f in fields(found) if (value := getattr(found, f.name))}
    got = {
        name: [match.id for match in value] if name == "customers" else value.value
        for name, value in told.items()
    }
    assert got == {key: value for key, value in case.items() if key != "say"}
