"""The demo department as rows in memory; making it once is enough for all who read it.

- `rows`: the rows of every table, by the table's name, of a department with 40 customers and 3,000
  visits, made as of 24 November 2026.
"""

from collections import defaultdict
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dakehu.storage.demo import Size
from dakehu.storage.demo.generate import generate

SIZE = Size(customers=40, visits=3_000, months=14)
TODAY = date(2026, 11, 24)
ZONE = ZoneInfo("Asia/Shanghai")

Rows = dict[str, list[dict[str, Any]]]


def make(size: Size) -> Rows:
    rows: Rows = defaultdict(list)
    for table, batch in generate(size, TODAY, ZONE):
        rows[table.__tablename__] += batch
    return rows


@pytest.fixture(scope="session")
def rows() -> Rows:
    return make(SIZE)
