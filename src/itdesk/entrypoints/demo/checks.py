"""Whether the story really happened: asked of both replicas, and of the server over HTTP."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from itdesk.connection.errors import ExchangeFailed
from itdesk.domain.audience import Audience
from itdesk.domain.ticket import Attachment
from itdesk.entrypoints.demo.script import Script
from itdesk.entrypoints.demo.stage import Desktop, Stage
from itdesk.entrypoints.demo.story import SCORE, Lived
from itdesk.services import reading
from itdesk.services.reading import TicketPage

OUTSIDE = 60
"""How far beyond the black rectangle, in pixels, the picture must still be one."""


@dataclass(frozen=True)
class Check:
    """One thing that must be true."""

    what: str
    holds: bool


def check_story(stage: Stage, lived: Lived, script: Script) -> list[Check]:
    """Look at everything, off the GUI thread. Raises ExchangeFailed, WorldFailed."""
    return [*_replicas(stage, lived, script), *_server(stage, lived, script), *_screenshot(stage, lived)]


def _replicas(stage: Stage, lived: Lived, script: Script) -> Iterator[Check]:
    pages = {desktop.account.login: _page(desktop, lived) for desktop in stage.desktops}
    joanna, marek = (pages[desktop.account.login] for desktop in stage.desktops)
    for name, page in pages.items():
        ticket = page.ticket
        yield Check(
            f"{name}: IT-{lived.number}, closed", (ticket.number, ticket.status) == (lived.number, "closed")
        )
        yield Check(f"{name}: rated {SCORE}", ticket.rating is not None and ticket.rating.score == SCORE)
        yield Check(f"{name}: reply, answer, solution", {script.reply, script.answer} <= _bodies(page))
        yield Check(f"{name}: solved with a note", ticket.standing.note == script.resolution)
    yield Check("the note is on Marek's computer", script.note in _bodies(marek))
    yield Check("the note is not on Joanna's computer", script.note not in _bodies(joanna))
    yield Check("Marek has the facts that Joanna saw", marek.facts == lived.facts)


def _page(desktop: Desktop, lived: Lived) -> TicketPage:
    page = reading.ticket_page(desktop.desk, lived.ticket_id)
    if page is None:
        raise LookupError(f"{desktop.account.login} does not have ticket IT-{lived.number}")
    return page


def _bodies(page: TicketPage) -> set[str]:
    return {getattr(moment.event.payload, "body", "") for moment in page.moments}


def _server(stage: Stage, lived: Lived, script: Script) -> Iterator[Check]:
    joanna, marek = (_asked(desktop, f"/v1/tickets/{lived.number}") for desktop in stage.desktops)
    for answer in (joanna, marek):
        told = json.loads(answer)
        yield Check("the server says closed", told["ticket"]["status"] == "closed")
        yield Check("the server names Marek", told["ticket"]["assignee"] == stage.technician.account.login)
        yield Check("the server has the rating", "Rated" in {entry["kind"] for entry in told["timeline"]})
    yield Check("the server gives the note to Marek", script.note in _said(marek))
    yield Check("the server does not give the note to Joanna", script.note not in _said(joanna))
    audiences = {entry["audience"] for entry in json.loads(joanna)["timeline"]}
    yield Check("the server gives Joanna nothing of IT's own", Audience.STAFF.value not in audiences)


def _said(answer: bytes) -> set[str]:
    timeline: list[dict[str, Any]] = json.loads(answer)["timeline"]
    return {entry["payload"].get("body", "") for entry in timeline}


def _asked(desktop: Desktop, path: str, expect: str | None = "application/json") -> bytes:
    with desktop.program.client().connection_of(desktop.account) as connection:
        return connection.request("GET", path, expect=expect).body


def _screenshot(stage: Stage, lived: Lived) -> Iterator[Check]:
    for desktop in stage.desktops:
        files = [file for file in _page(desktop, lived).ticket.attachments if file.is_screenshot]
        yield Check(f"{desktop.account.login}: one screenshot", len(files) == 1)
        for file in files:
            yield from _picture(desktop, file, lived)


def _picture(desktop: Desktop, file: Attachment, lived: Lived) -> Iterator[Check]:
    name = desktop.account.login
    try:
        content = _asked(desktop, f"/v1/files/{file.id}", expect=None)
    except ExchangeFailed as error:
        yield Check(f"{name}: the screenshot can be fetched ({error})", holds=False)
        return
    image = QImage.fromData(content)
    yield Check(f"{name}: the screenshot's SHA-256", sha256(content).hexdigest() == file.sha256)
    for rect in lived.blacked_out:
        yield Check(f"{name}: what was blacked out is black", _is_black(image, rect))
        around = rect.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE).intersected(image.rect())
        yield Check(f"{name}: the rest is a picture", not _is_black(image, around))


def _is_black(image: QImage, rect: QRect) -> bool:
    black = QColor("black").rgb()
    columns = range(rect.left(), rect.right() + 1)
    rows = range(rect.top(), rect.bottom() + 1)
    return not image.isNull() and all(image.pixel(x, y) == black for y in rows for x in columns)
