"""Every id that a route's request may carry: of what its caller does not see, it is one that does not exist.

The walk is made from what the running server's OpenAPI document declares: a new route,
or a new id of a route, is walked as well.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from itdesk.domain.changes import CommentAdded, DocumentWritten, MovedToQueue, subject_of
from itdesk.domain.documents import Device, Queue, View
from itdesk.domain.ids import DeviceId, PersonId, QueueId, ViewId, new_id
from itdesk.entrypoints.server import DATABASE_FILE
from itdesk.server.http.policies import Referent
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import ServerProcess, Visitor, change, report, sync_body
from tests.e2e.server.test_uploads import attached

WORDS = {"en": "Words", "pl": "Słowa"}
LOOKED_UP_NOWHERE = {Referent.FEED_PLACE, Referent.CLIENT}
WALKED_ELSEWHERE = {Referent.BY_KIND}
"""`tests/contract/test_ids_walk.py`, on both databases."""
FOR_THOSE_WHO_SEE_ALL = {Referent.ANY_PERSON}
MADE_BY_THEIR_AUTHOR = {"Change-Id", "changes.id"}
"""That such an id is taken cannot be hidden; nothing else is told of it."""
PASSED_OVER = LOOKED_UP_NOWHERE | WALKED_ELSEWHERE | FOR_THOSE_WHO_SEE_ALL
KEPT = ("tickets", "events", "feed", "readers", "files", "documents", "people")


@dataclass(frozen=True)
class Hidden:
    """What is there and not for the walker: the ids by what they stand for, and ticket numbers."""

    ids: dict[Referent, str]
    number: str


@dataclass(frozen=True)
class Place:
    """One id of one route."""

    method: str
    path: str
    name: str
    referent: Referent

    def __str__(self) -> str:
        return f"{self.method} {self.path}: {self.name}"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("walk")
    add_people(folder)
    return folder


@pytest.fixture(scope="module")
def server(data_dir: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(data_dir)
    yield process
    assert process.stop() == 0


@pytest.fixture
def hidden(stranger: Visitor) -> Hidden:
    """A ticket of the personnel department with a file, somebody's own view, and a device."""
    piotr, adam = (stranger.sign_in(login, PASSWORD) for login in ("piotr", "adam"))
    opened, file = report("Somebody is to be dismissed"), attached()
    result = piotr.sync(opened, replace(change(file, opened.ticket_id), after=(opened.id,))).results[0]
    assert result.receipt is not None
    me = PersonId(adam.sync().me)
    queue = Queue(id=QueueId(new_id()), name=WORDS, restricted=True)
    view = View(id=ViewId(new_id()), name=WORDS, search="is:open", owner_id=me)
    device = Device(id=DeviceId(new_id()), name="KRK-LT-0042")
    wishes = [DocumentWritten(document=one) for one in (queue, view, device)]
    written = adam.sync(*(change(wish, subject_of(wish)) for wish in wishes))
    moved = adam.sync(change(MovedToQueue(to=queue.id), opened.ticket_id, seen=9))
    assert {one.state for one in (*written.results, *moved.results)} == {"accepted"}
    session = adam.ask("GET", f"/v1/people/{me}/sessions").json["sessions"][0]["id"]
    ids = {
        Referent.SEEN_TICKET: opened.ticket_id,
        Referent.FILE_OF_SEEN_TICKET: file.file_id,
        Referent.OWN_UPLOAD: file.file_id,
        Referent.SEEN_DOCUMENT: view.id,
        Referent.WRITTEN_DOCUMENT: view.id,
        Referent.KNOWN_PERSON: me,
        Referent.OWN_OR_ADMINISTERED: me,
        Referent.OWN_SESSION: session,
        Referent.OWN_CHANGE: opened.id,
    }
    return Hidden(ids, str(result.receipt.number))


def places(stranger: Visitor) -> Iterator[Place]:
    paths = stranger.ask("GET", "/v1/openapi.json").json["paths"]
    for path, methods in paths.items():
        for method, told in methods.items():
            for name, referent in told["x-refers"].items():
                if referent not in PASSED_OVER and name not in MADE_BY_THEIR_AUTHOR:
                    yield Place(method.upper(), path, name, Referent(referent))


@pytest.mark.parametrize("login", ["anna", "tomek", "lea"])
def test_what_one_does_not_see_is_what_does_not_exist(
    stranger: Visitor, hidden: Hidden, data_dir: Path, login: str
) -> None:
    visitor = stranger.sign_in(login, PASSWORD)
    me = visitor.sync().me
    before = contents(data_dir)
    walked, told = 0, []
    for place in places(stranger):
        if place.referent is Referent.KNOWN_PERSON and login != "anna":
            continue  # IT knows everybody
        is_number = place.name in ("number", "ticket")
        there = hidden.number if is_number else hidden.ids[place.referent]
        missing = "999999999" if is_number else new_id()
        one, other = asked(visitor, me, place, there), asked(visitor, me, place, missing)
        walked += 1
        if one != other:
            told.append(f"{place} by {login}: {one} beside {other}")
    assert told == []
    assert contents(data_dir) == before
    assert walked > 30


def asked(visitor: Visitor, me: str, place: Place, id: str) -> tuple[int, str]:
    """Return the answer to a request that names `id` there, without the id."""
    path = place.path.replace(f"{{{place.name}}}", id).replace("{id}", me)
    answer = visitor.ask(place.method, path, *_request(place, id, me))
    if place.path == "/v1/sync":
        said = answer.json
        kept = {name: said.get(name) for name in ("results", "lacking")}
        entries = [one for one in said.get("entries", []) if id in str(one)]
        return answer.status, re.sub(r"[0-9a-f]{32}", "ID", f"{kept} {entries}")
    text = answer.body.decode(errors="replace")
    return answer.status, re.sub(r"[0-9a-f]{32}", "ID", text)


def _request(place: Place, id: str, me: str) -> tuple[Any, dict[str, str]]:
    """Return a body and headers of the form that the route asks for."""
    if place.path == "/v1/sync":
        return _exchange(place.name, id), {}
    if place.path.startswith("/v1/documents/"):
        body = {"id": id, "name": WORDS, "search": "is:open", "owner_id": me}
        return body if place.method == "PUT" else None, {"If-Match": '"1"'}
    if place.path.startswith("/v1/files/") and place.method == "PUT":
        return b"abc", {"Content-Type": "application/octet-stream", "Upload-Offset": "0"}
    return None if "{" in place.path else {place.name: id}, {}


def _exchange(name: str, id: str) -> bytes:
    wish = change(CommentAdded(body="Hello?"), id if name == "changes.ticket_id" else None)
    if name == "changes.after":
        wish = replace(report(), after=(id,))  # type: ignore[arg-type]
    body = sync_body(*([wish] if name.startswith("changes.") else []))
    extra = f', "{name}": ["{id}"]' + "}" if name in ("want", "retained") else "}"
    return body[:-1] + extra.encode()


def contents(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the store holds beside who is signed in and what became of changes."""
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=str) for name in KEPT}
