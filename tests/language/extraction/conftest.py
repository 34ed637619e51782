"""The customers and the moment that the tables beside this file speak of."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from dakehu.language.names import NameIndex

HERE = Path(__file__).parent


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 24, 11, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="session")
def names() -> NameIndex[str]:
    known = yaml.safe_load((HERE / "customers.yml").read_text(encoding="utf-8"))
    return NameIndex(known.items())
