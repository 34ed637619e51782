"""The gateway's web application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from dakehu.files import LARGEST
from dakehu.gateway import operations, page, problems
from dakehu.gateway.admin import site as admin
from dakehu.gateway.body_limit import BodyLimit
from dakehu.gateway.channels.web import (
    events,
    files,
    messages,
    schemas,
    session,
    welcome,
)
from dakehu.gateway.parts import Gateway


def create_app(gateway: Gateway) -> FastAPI:
    """Return the application that serves a gateway, and starts and stops it."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await gateway.start()
        yield
        await gateway.stop()

    app = FastAPI(
        title="Dakehu",
        description="Talk to the key-account assistant.",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.gateway = gateway
    for part in (session, welcome, messages, events, files, operations):
        app.include_router(part.router)
    for channel in gateway.channels.values():
        if channel.router:
            app.include_router(channel.router)
    app.add_middleware(BodyLimit, most=schemas.LONGEST_BODY, files=LARGEST)
    page.install(app, gateway.settings.widget_origins)
    admin.install(app, gateway)
    problems.install(app)
    return app
