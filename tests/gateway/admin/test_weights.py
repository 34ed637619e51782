"""Score weights: a whole set that sums to 100, or nothing."""

import pytest
from sqlalchemy import select

from dakehu.codes import Sheet
from dakehu.storage.tables import ScoreWeight

from .office import Office, text_of

A = {"visit": "40", "expansion": "20", "deal": "25", "daily_work": "15"}
NEXT = {"sheet": "A", "month": "2026-12"}


def kept(office: Office) -> dict[str, float]:
    with office.database.reading() as session:
        rows = session.scalars(select(ScoreWeight).filter_by(sheet=Sheet.A))
        return {f"{row.month} {row.indicator}": row.weight for row in rows}


async def test_a_set_that_sums_to_100_is_saved_and_written_down(office: Office) -> None:
    answer = await office.post("/weights", A, **NEXT)
    assert answer.status_code == 303, text_of(answer)
    assert kept(office)["2026-12 deal"] == 25
    changes = office.audit("score_weight.create")
    assert len(changes) == 4
    assert {change.staff_id for change in changes} == {office.staff_id}
    page = await office.page("/score_weight/list")
    assert "2026-12" in page
    assert "日常工作" in page
    assert 'value="40"' in await office.page("/weights", sheet="A", month="2027-03")


async def test_a_set_is_changed_as_a_whole(office: Office) -> None:
    await office.post("/weights", A, **NEXT)
    answer = await office.post("/weights", A | {"visit": "30", "deal": "35"}, **NEXT)
    assert answer.status_code == 303
    assert kept(office)["2026-12 visit"] == 30
    assert len(kept(office)) == 4
    changes = office.audit("score_weight.update")
    assert sorted(change.after["weight"] for change in changes) == [30, 35]


async def test_another_sum_is_refused_with_the_sum_and_what_was_typed_stays(
    office: Office,
) -> None:
    answer = await office.post("/weights", A | {"visit": "33.5"}, **NEXT)
    assert answer.status_code == 422
    page = text_of(answer)
    assert "合计现在是 93.5" in page
    assert "还差 6.5" in page
    assert 'value="33.5"' in page
    assert kept(office) == {}


@pytest.mark.parametrize("visit", ["", "viele", "-5", "nan", "inf", "140"])
async def test_what_is_no_weight_is_refused(office: Office, visit: str) -> None:
    answer = await office.post("/weights", A | {"visit": visit}, **NEXT)
    assert answer.status_code == 422
    assert "0 到 100" in text_of(answer)
    assert kept(office) == {}


@pytest.mark.parametrize("month", ["2026-10", "2026-13", "x", ""])
async def test_a_month_that_is_over_or_none_is_refused(office: Office, month: str) -> None:
    answer = await office.post("/weights", A, sheet="A", month=month)
    assert answer.status_code == 422
    assert "不能早于本月" in text_of(answer)
    assert kept(office) == {}


async def test_single_rows_cannot_be_changed_past_the_sum(office: Office) -> None:
    assert (await office.get("/score_weight/create")).status_code == 403
    await office.post("/weights", A, **NEXT)
    answer = await office.post("/score_weight/edit", {"weight": "99"}, pk=1)
    assert answer.status_code == 403
