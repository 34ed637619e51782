"""Score weights: a sheet's weights of a month are one set, saved together or not at all."""

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette_admin import action, route
from starlette_admin.actions import ActionSelection
from starlette_admin.flash import flash

from dakehu.codes import Sheet
from dakehu.gateway.admin import fields
from dakehu.gateway.admin.pages import Page
from dakehu.gateway.admin.records import Shown, session_of
from dakehu.gateway.admin.words import choices, later, say
from dakehu.storage.tables import ScoreWeight

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
WHOLE = 100


class WeightRecords(Shown):
    """Every set that was ever in force."""

    mark = "fa-solid fa-scale-balanced"
    unique = "indicator"
    searchable_fields = ("sheet", "month", "indicator")
    sortable_fields = ("id", "month", "weight")
    actions = ("set",)
    fields = (
        fields.key(),
        fields.choice("sheet", "sheet"),
        fields.shown("month"),
        fields.choice("indicator", "indicator"),
        fields.shown("weight"),
    )

    @action(
        "set",
        later("said.weights_edit"),
        custom_response=True,
        allow_empty_selection=True,
        dedicated_button=True,
        icon_class="fa-solid fa-pen",
    )
    async def set_weights(self, request: Request, selection: ActionSelection) -> Response:
        """Lead to the form of a set."""
        return RedirectResponse(request.url_for("admin:weights"), 303)


class WeightsPage(Page):
    """The form of a set: it starts as the set that is in force then."""

    path = "/weights"
    route_name = "weights"
    menu_label = later("said.weights_edit")

    @route("", methods=["GET", "POST"], name="weights")
    async def index(self, request: Request) -> Response:
        """Show the set of a sheet and a month, or save it."""
        sheet, month, problem = self._asked(request)
        if request.method == "POST":
            form = await request.form()
            typed = {code: str(form.get(code, "")) for code, _label in _indicators(sheet)}
            problem = problem or _problem(typed)
            if problem is None:
                return _saved(request, sheet, month, typed)
        else:
            typed = _in_force(session_of(request), sheet, month)
        rows = [(code, label, typed.get(code, "")) for code, label in _indicators(sheet)]
        context = {"sheet": sheet, "month": month, "this_month": self._this_month(), "rows": rows}
        return self.show(request, "weights.html", problem, sheets=choices("sheet"), **context)

    def _this_month(self) -> str:
        return f"{self.gateway.settings.clock.now():%Y-%m}"

    def _asked(self, request: Request) -> tuple[Sheet, str, str | None]:
        """Return the sheet and month in the address, and what is wrong with the month."""
        sheet = Sheet.B if request.query_params.get("sheet") == Sheet.B else Sheet.A
        month = request.query_params.get("month", self._this_month())
        if _MONTH.fullmatch(month) and month >= self._this_month():
            return sheet, month, None
        return sheet, self._this_month(), say("said.weights_month")


def _indicators(sheet: Sheet) -> list[tuple[str, str]]:
    return choices(f"indicator_{sheet}")


def _problem(typed: dict[str, str]) -> str | None:
    try:
        weights = [float(value) for value in typed.values()]
    except ValueError:
        return say("said.weights_number")
    if not all(0 <= weight <= WHOLE for weight in weights):
        return say("said.weights_number")
    total = round(sum(weights), 6)
    if total == WHOLE:
        return None
    return say("said.weights_sum", sum=f"{total:g}", missing=f"{WHOLE - total:g}")


def _in_force(session: Session, sheet: Sheet, month: str) -> dict[str, Any]:
    """Return the set that holds in a month: of the latest month that has one."""
    rows = session.scalars(
        select(ScoreWeight)
        .where(ScoreWeight.sheet == sheet, ScoreWeight.month <= month)
        .order_by(ScoreWeight.month)
    ).all()
    latest = rows[-1].month if rows else month
    return {row.indicator: f"{row.weight:g}" for row in rows if row.month == latest}


def _saved(request: Request, sheet: Sheet, month: str, typed: dict[str, str]) -> Response:
    _save(session_of(request), sheet, month, typed)
    values = {"sheet": say(f"choices.sheet.{sheet}"), "month": month}
    flash(request, say("said.weights_saved", **values), "success")
    return RedirectResponse(request.url_for("admin:list", key="score_weight"), 303)


def _save(session: Session, sheet: Sheet, month: str, typed: dict[str, str]) -> None:
    known = {
        row.indicator: row
        for row in session.scalars(select(ScoreWeight).filter_by(sheet=sheet, month=month))
    }
    for indicator, value in typed.items():
        if row := known.get(indicator):
            row.weight = float(value)
        else:
            new = ScoreWeight(sheet=sheet, month=month, indicator=indicator, weight=float(value))
            session.add(new)
    session.flush()
