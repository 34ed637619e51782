"""What somebody can say, for a page on which nothing was said yet: `/api/welcome`."""

from fastapi import APIRouter

from dakehu.gateway import wording
from dakehu.gateway.channels.web.identity import SIGNED, Asking
from dakehu.gateway.channels.web.schemas import Welcome
from dakehu.gateway.problems import documented

router = APIRouter(prefix="/api/welcome", tags=["session"], dependencies=SIGNED)


@router.get("", responses=documented(401, 503))
async def welcome(person: Asking) -> Welcome:
    """Give examples of what the person's role can say, in their language."""
    return Welcome(examples=wording.examples(person.role, person.language))
