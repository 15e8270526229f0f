"""Writing by plain requests: asked for as a change like every other, with both sides of a conflict."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

from litestar import Request, Response
from msgspec import Meta

from itdesk.domain.changes import Change, Writing, subject_of
from itdesk.domain.ids import ChangeId, is_id, new_id
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, Refused
from itdesk.protocol.translation import change_message, refusal_from
from itdesk.server.http.doors import JSON, Doors
from itdesk.server.http.openapi import Parameter
from itdesk.server.http.problems import Both, Failed

CHANGE_ID = "change-id"
IF_MATCH = Parameter(
    name="If-Match",
    type=Annotated[str, Meta(pattern='^"[0-9]{1,9}"$')],
    meaning="The ETag of what was changed. Another one has come since: 412.",
    place="header",
)
IF_NONE_MATCH = Parameter(
    name="If-None-Match",
    type=Annotated[str, Meta(pattern=r"^\*$")],
    meaning="Only `*`, in place of If-Match: write it only if it is not there yet.",
    place="header",
)
CHANGE = Parameter(
    name="Change-Id",
    type=Annotated[str, Meta(pattern="^[0-9a-f]{32}$")],
    meaning="An id of your own for this request: sent again, it is done once and answered alike.",
    place="header",
)
PUTTING, DELETING = (IF_MATCH, IF_NONE_MATCH, CHANGE), (IF_MATCH, CHANGE)
TAG = re.compile(r'"([0-9]{1,9})"')
BUSY_FOR_S = 5

Held = Callable[[], tuple[int, bytes]]
"""Return what stands now: its version, 0 for none, and its JSON."""


def tagged(version: int, body: bytes) -> Response[bytes]:
    """Return an answer that carries its version as ETag."""
    return Response(body, media_type=JSON, headers={"ETag": f'"{version}"'})


def seen_version(request: Request[Any, Any, Any], *, may_be_new: bool) -> int:
    """Return the version that the request changes, 0 for none. Raises Failed (400, 428)."""
    wanted, none = request.headers.get("if-match"), request.headers.get("if-none-match")
    if may_be_new and wanted is None and none is not None and none.strip() == "*":
        return 0
    if wanted is None:
        raise Failed(428, "precondition_required", "Say which version you change: If-Match with its ETag.")
    found = TAG.fullmatch(wanted.strip())
    if found is None:
        raise Failed(400, "precondition_invalid", 'If-Match takes one ETag as it was given, such as "3".')
    return int(found[1])


def change_id_in(request: Request[Any, Any, Any]) -> ChangeId:
    """Return the request's own id, or a new one. Raises Failed (400)."""
    given = request.headers.get(CHANGE_ID)
    if given is not None and not is_id(given):
        raise Failed(400, "change_id_invalid", "Change-Id takes 32 lower-case hexadecimal digits.")
    return ChangeId(given or new_id())


def write(doors: Doors, actor: Actor, id: ChangeId, wish: Writing, *, yours: bytes, held: Held) -> None:
    """Have it judged and written. Raises Refused, or Failed: with both sides of a conflict, or 503."""
    change = Change(id=id, ticket_id=subject_of(wish), payload=wish, made_at=datetime.now(UTC))
    (result,) = doors.desk.submit(actor, [change_message(change)])
    if result.refusal is not None:
        refusal = refusal_from(result.refusal)
        if refusal.code is not Code.CONFLICT:
            raise Refused(refusal)
        version, theirs = held()
        sentence = refusal.sentence()
        raise Failed(412, refusal.code, sentence, both=Both(version=version, theirs=theirs, yours=yours))
    if result.receipt is None:
        sentence = "It could not be written just now. Nothing was changed; try again shortly."
        raise Failed(503, "busy", sentence, {"Retry-After": str(BUSY_FOR_S)})
