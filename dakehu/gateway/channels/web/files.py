"""Files up and down, `/api/files`: each person's own."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse

from dakehu.files import FileProblem
from dakehu.gateway.channels.web.identity import SIGNED, Asking, TheGateway
from dakehu.gateway.channels.web.schemas import Upload
from dakehu.gateway.problems import Problem, documented

router = APIRouter(prefix="/api/files", tags=["files"], dependencies=SIGNED)

_BODY = {"requestBody": {"content": {"application/octet-stream": {}}, "required": True}}
_SHOWN = "image/"


@router.post("", status_code=201, responses=documented(400, 401, 413, 503), openapi_extra=_BODY)
async def upload(
    request: Request,
    name: Annotated[str, Query(min_length=1, max_length=200)],
    person: Asking,
    it: TheGateway,
) -> Upload:
    """Keep a file (the body, as it is), to be handed over with a message."""
    try:
        it.uploads.check_size(int(request.headers.get("Content-Length") or 1))
        file = await it.uploads.keep(person.staff_id, name, await request.body())
    except FileProblem as problem:
        status = 413 if problem.kind in ("too_large", "bomb") else 400
        raise Problem(status, f"file_{problem.kind}", **problem.values) from None
    return Upload(id=str(file.id), name=file.name, url=f"/api/files/{file.id}")


@router.get("/{file_id}", responses=documented(401, 404, 503), response_class=FileResponse)
async def download(file_id: int, person: Asking, it: TheGateway) -> FileResponse:
    """Give one of the person's files; a picture to be shown, all else to be saved."""
    file = await it.threads.run(it.files.find, file_id, person.staff_id)
    if file is None:
        raise Problem(404, "not_found")
    inline = file.media_type.startswith(_SHOWN)
    return FileResponse(
        file.path,
        media_type=file.media_type,
        filename=file.name,
        content_disposition_type="inline" if inline else "attachment",
    )
