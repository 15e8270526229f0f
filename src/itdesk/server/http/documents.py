"""Documents as plain JSON, for programs that integrate with the help desk: the same judgement."""

from typing import Annotated, Any, Generic, TypeVar

import msgspec
from litestar import Request, Response, delete, get, put
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.changes import DocumentDeleted, DocumentWritten
from itdesk.domain.documents import DOCUMENT_KINDS, FOR_EVERYONE, Document, kind_of_document
from itdesk.domain.ids import ChangeId, is_document_id
from itdesk.domain.people import Actor, Role
from itdesk.domain.policy import WRITERS
from itdesk.domain.refusals import Code, refuse
from itdesk.protocol.parsing import BadMessage
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.parameters import MOST_AT_ONCE, USUAL_AT_ONCE, Limit, check_names, whole_number
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import not_found
from itdesk.server.http.writing import DELETING, PUTTING, change_id_in, seen_version, tagged, write
from itdesk.server.store.moment import HeldDocument, Moment, open_moment

SomeDocument = TypeVar("SomeDocument")
Ask = Request[Any, Any, Any]

AFTER = Annotated[str, Meta(pattern="^[0-9a-z_-]{1,32}$", max_length=32)]
LIST_PARAMETERS = (
    Parameter(name="limit", type=Limit, meaning="How many at most."),
    Parameter(name="after", type=AFTER, meaning="Only those whose ids come after this one."),
)


class VersionedDocument(Struct, Generic[SomeDocument], frozen=True, kw_only=True):
    """A document with its version."""

    version: int
    body: SomeDocument


class DocumentPage(Struct, Generic[SomeDocument], frozen=True, kw_only=True):
    """Documents in the order of their ids. `next`: give it as `after` to go on; null at the end."""

    documents: list[VersionedDocument[SomeDocument]]
    next: str | None


def document_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for every kind of document."""
    kinds = sorted(DOCUMENT_KINDS)
    return [route for kind in kinds for route in (*_reading(doors, kind), *_writing(doors, kind))]


def _reading(doors: Doors, kind: str) -> list[HTTPRouteHandler]:
    shape = DOCUMENT_KINDS[kind]

    @get(
        f"/v1/documents/{kind}",
        opt=described(
            f"List documents: {kind}",
            answers=DocumentPage[shape],  # type: ignore[valid-type]
            problems=(422,),
            parameters=LIST_PARAMETERS,
            without_sign_in=kind in FOR_EVERYONE,
            name=f"list_{kind}",
            callers=Callers.SIGNED_IN,
            refers={"after": Referent.FEED_PLACE},
        ),
    )
    async def list_documents(request: Ask) -> Response[bytes]:
        check_names(request, LIST_PARAMETERS)
        limit = whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        after = request.query_params.get("after", "")
        actor = await doors.actor_of(request)
        return answer(await doors.workers.run(_page, doors, actor, kind, after, limit))

    @get(
        f"/v1/documents/{kind}/{{id:str}}",
        opt=described(
            f"Read a document: {kind}",
            answers=shape,
            problems=(404,),
            name=f"read_{kind}",
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.SEEN_DOCUMENT},
            without_sign_in=kind in FOR_EVERYONE,
        ),
    )
    async def read(request: Ask) -> Response[bytes]:
        actor = await doors.actor_of(request)
        return await doors.workers.run(_read, doors, actor, kind, _id_in(request))

    return [list_documents, read]


async def _writer(doors: Doors, request: Ask) -> Actor:
    """Return who asks. Raises Refused for who writes no document of any kind; the rules judge the rest."""
    actor = await doors.actor_of(request)
    if not actor.role.is_staff:
        raise refuse(Code.NOT_ALLOWED)
    return actor


def _writing(doors: Doors, kind: str) -> list[HTTPRouteHandler]:
    shape, one = DOCUMENT_KINDS[kind], f"/v1/documents/{kind}/{{id:str}}"
    writer = WRITERS.get(kind, Role.ADMIN)

    @put(
        one,
        status_code=200,
        opt=described(
            f"Write a document: {kind}",
            asks=shape,
            answers=shape,
            problems=(403, 404, 412, 428),
            parameters=PUTTING,
            lowest_role=writer,
            name=f"write_{kind}",
            callers=Callers.STAFF,
            refers={"id": Referent.WRITTEN_DOCUMENT, "Change-Id": Referent.OWN_CHANGE},
        ),
    )
    async def put_document(request: Ask) -> Response[bytes]:
        actor = await _writer(doors, request)
        seen, change_id = seen_version(request, may_be_new=True), change_id_in(request)
        body = await read_json_body(request)
        document = _parsed(body, kind, _id_in(request))
        wish = DocumentWritten(document=document, seen_version=seen, is_exact=True)
        return await doors.workers.run(_write, doors, actor, change_id, wish)

    @delete(
        one,
        status_code=204,
        opt=described(
            f"Delete a document: {kind}",
            problems=(403, 404, 409, 412, 428),
            parameters=DELETING,
            lowest_role=writer,
            name=f"delete_{kind}",
            callers=Callers.STAFF,
            refers={"id": Referent.WRITTEN_DOCUMENT, "Change-Id": Referent.OWN_CHANGE},
        ),
    )
    async def delete_document(request: Ask) -> None:
        actor = await _writer(doors, request)
        seen, change_id = seen_version(request, may_be_new=False), change_id_in(request)
        wish = DocumentDeleted(kind=kind, id=_id_in(request), seen_version=seen, is_exact=True)
        await doors.workers.run(_delete, doors, actor, change_id, wish)

    return [put_document, delete_document]


def _id_in(request: Ask) -> str:
    id = str(request.path_params["id"])
    if not is_document_id(id):
        raise not_found()
    return id


def _parsed(body: bytes, kind: str, id: str) -> Document:
    document = parse_body(body, DOCUMENT_KINDS[kind])
    if document.id != id:
        raise BadMessage("bad_shape", "The document's id is another one than in the address.")
    return document


def _page(doors: Doors, actor: Actor, kind: str, after: str, limit: int) -> DocumentPage[msgspec.Raw]:
    if after and not is_document_id(after):
        raise BadMessage("bad_shape", "“after” takes an id: 1 to 32 of the signs a–z, 0–9, _ and -.")
    with open_moment(doors.store) as moment:
        scope = moment.queues().scope(actor.id, actor.role)
        found = moment.documents_of(scope, kind, after, limit)
    return DocumentPage(
        documents=[VersionedDocument(version=one.version, body=_raw(one, actor)) for one in found],
        next=found[-1].id if len(found) == limit else None,
    )


def _raw(held: HeldDocument, actor: Actor) -> msgspec.Raw:
    return msgspec.Raw(held.body_for(is_staff=actor.role.is_staff))


def _read(doors: Doors, actor: Actor, kind: str, id: str) -> Response[bytes]:
    with open_moment(doors.store) as moment:
        held = _seen(moment, actor, kind, id)
    if held is None:
        raise not_found()
    return tagged(held.version, held.body_for(is_staff=actor.role.is_staff))


def _seen(moment: Moment, actor: Actor, kind: str, id: str) -> HeldDocument | None:
    """Return the document if the actor keeps it."""
    held = next(iter(moment.documents({(kind, id)})), None)
    is_kept = held is not None and held.is_kept_by(actor.id, is_staff=actor.role.is_staff)
    return held if is_kept else None


def _write(doors: Doors, actor: Actor, change_id: ChangeId, wish: DocumentWritten) -> Response[bytes]:
    kind, id = kind_of_document(wish.document), wish.document.id
    yours = msgspec.json.encode(wish.document)
    write(doors, actor, change_id, wish, yours=yours, held=lambda: _stands(doors, actor, kind, id))
    return _read(doors, actor, kind, id)


def _delete(doors: Doors, actor: Actor, change_id: ChangeId, wish: DocumentDeleted) -> None:
    write(
        doors,
        actor,
        change_id,
        wish,
        yours=b"",
        held=lambda: _stands(doors, actor, wish.kind, wish.id),
    )


def _stands(doors: Doors, actor: Actor, kind: str, id: str) -> tuple[int, bytes]:
    with open_moment(doors.store) as moment:
        held = _seen(moment, actor, kind, id)
    return (held.version, held.body.encode()) if held is not None else (0, b"")
