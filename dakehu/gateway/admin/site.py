"""The record browser, put together and mounted at `/admin`."""

import logging
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette_admin import CustomView, route
from starlette_admin.base import BaseAdmin
from starlette_admin.export import ExportConfig

from dakehu.gateway.admin.changes import Changes
from dakehu.gateway.admin.codes import CodePage
from dakehu.gateway.admin.conversation import ConversationPage
from dakehu.gateway.admin.customers import CustomerRecords
from dakehu.gateway.admin.gate import Gate
from dakehu.gateway.admin.headers import AdminHeaders
from dakehu.gateway.admin.lists import DishRecords, RouteRecords, VenueRecords
from dakehu.gateway.admin.messages import InboxRecords, OutboxRecords
from dakehu.gateway.admin.nonces import Nonces
from dakehu.gateway.admin.people import AccountRecords, StaffRecords, TeamRecords
from dakehu.gateway.admin.refusals import Refusals
from dakehu.gateway.admin.transaction import OneTransaction
from dakehu.gateway.admin.weights import WeightRecords, WeightsPage
from dakehu.gateway.admin.who import Who
from dakehu.gateway.admin.words import later, say
from dakehu.gateway.parts import Gateway
from dakehu.storage import tables

MOST_EXPORTED = 2_000  # rows; more would keep the gateway from answering people meanwhile

_RECORDS = (
    (StaffRecords, tables.Staff),
    (AccountRecords, tables.ChannelAccount),
    (TeamRecords, tables.Team),
    (CustomerRecords, tables.Customer),
    (RouteRecords, tables.TourRoute),
    (VenueRecords, tables.Venue),
    (DishRecords, tables.Dish),
    (WeightRecords, tables.ScoreWeight),
    (InboxRecords, tables.Inbox),
    (OutboxRecords, tables.Outbox),
    (Changes, tables.Audit),
)


class Start(CustomView):
    """The first page: the staff."""

    route_name = "index"
    add_to_menu = False

    @route("")
    async def index(self, request: Request) -> Response:
        """Lead to the staff."""
        return RedirectResponse(request.url_for("admin:list", key="staff"), 303)


def install(app: FastAPI, gateway: Gateway) -> None:
    """Serve the record browser."""
    # What the library logs as an error it raises too.
    logging.getLogger("starlette_admin").setLevel(logging.CRITICAL)
    admin = BaseAdmin(
        later("said.title"),
        templates_dir=str(Path(__file__).with_name("templates")),
        index_view=Start(),
        auth_provider=Who(gateway),
        secret_key=gateway.settings.secret,
        timezone_config=None,
        export_config=ExportConfig(max_rows=MOST_EXPORTED),
    )
    env = admin.templates.env
    env.add_extension(Nonces)
    env.auto_reload = False  # else a list asks a thousand times whether a file has changed
    env.globals["say"] = say
    gate = Middleware(Gate, gateway=gateway, refusals=Refusals(admin.templates))
    transaction = Middleware(OneTransaction, database=gateway.database)
    admin.middlewares = [gate, *admin.middlewares, transaction]
    for records, table in _RECORDS:
        admin.add_view(records(table, gateway))
    for page in (CodePage, ConversationPage, WeightsPage):
        admin.add_view(page(gateway))
    admin.mount_to(app)
    # A list holds a hundred links, and each is sought among the routes: ours go first.
    app.router.routes.insert(0, app.router.routes.pop())
    app.add_middleware(AdminHeaders)
