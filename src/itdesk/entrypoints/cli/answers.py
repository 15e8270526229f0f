"""What commands print: one JSON document, or a few plain lines."""

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from itdesk.domain.ids import PersonId
    from itdesk.domain.listing import TicketRow
    from itdesk.domain.people import Person
    from itdesk.services.reading import Moment, TicketPage

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def answer(document: object, text: str, *, as_json: bool) -> None:
    """Print `document` as JSON in UTF-8 when that was asked for, else `text` as far as the terminal can."""
    if not as_json:
        encoding = sys.stdout.encoding or "utf-8"
        click.echo(text.encode(encoding, "replace").decode(encoding))
        return
    import json

    click.echo(json.dumps(document, ensure_ascii=False, indent=2).encode())


def harmless(text: str) -> str:
    """Return `text` on one line with all that a terminal would obey made visible: it may be anybody's."""
    return "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in " ".join(text.split("\n")))


def time_text(moment: datetime | None) -> str | None:
    """Return a point in time as ISO 8601 in UTC, or nothing."""
    return moment.isoformat().replace("+00:00", "Z") if moment else None


def row_document(row: "TicketRow", queues: Mapping[str, str]) -> dict[str, Any]:
    """Return one ticket of a list."""
    return {
        "id": row.id,
        "number": row.reference if row.number is not None else None,
        "title": row.title,
        "status": row.status.value,
        "priority": f"P{row.priority.value}",
        "requester": row.requester_login,
        "assignee": row.assignee_login,
        "queue": queues.get(row.queue_id) if row.queue_id else None,
        "created_at": time_text(row.created_at),
        "updated_at": time_text(row.updated_at),
    }


def row_line(row: "TicketRow") -> str:
    """Return one ticket of a list as a line."""
    return f"{row.reference:>9}  {row.status.value:<9}  P{row.priority.value}  {harmless(row.title)}"


def moment_document(moment: "Moment", people: "Mapping[PersonId, Person]") -> dict[str, Any]:
    """Return one event of a ticket's history; people are given as logins."""
    from itdesk.domain.changes import kind_of
    from itdesk.entrypoints.cli.bodies import body_of

    event = moment.event
    return {
        "id": event.id,
        "kind": kind_of(event.payload),
        "actor": moment.actor.login if moment.actor else event.actor_id,
        "at": time_text(event.at),
        "audience": event.audience.value,
        "body": body_of(event.payload, people),
    }


def page_lines(page: "TicketPage", heading: str) -> str:
    """Return a ticket with its history as plain lines."""
    documents = [moment_document(moment, page.people) for moment in page.moments]
    return "\n".join([heading, *map(_moment_line, documents)])


def _moment_line(document: Mapping[str, Any]) -> str:
    line = f"  {document['at']}  {document['actor']}  {document['kind']}  {document['body']}"
    return harmless(line).rstrip()


def lines(texts: Sequence[str], empty: str) -> str:
    """Return the lines, or what to say when there is none."""
    return "\n".join(texts) if texts else empty
