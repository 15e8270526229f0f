"""Commands that read tickets. They never touch the network."""

import json
from typing import Any

import click

from itdesk.domain.documents import in_language
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Question
from itdesk.domain.query.faults import BadQuery
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.terms import Query
from itdesk.domain.refusals import Code, refuse
from itdesk.entrypoints.cli.answers import (
    answer,
    as_json,
    lines,
    moment_document,
    page_lines,
    row_document,
    row_line,
)
from itdesk.entrypoints.client import open_client
from itdesk.services import reading
from itdesk.services.desk import Desk


def number_of(text: str) -> int:
    """Return the ticket number that a person typed: `1042` or `IT-1042`. Raises click.UsageError."""
    digits = text.strip().upper().removeprefix("IT-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 12:
        raise click.UsageError(f"“{text}” is not a ticket number; it looks like IT-1042 or 1042.")
    return int(digits)


def ticket_id_of(desk: Desk, text: str) -> TicketId:
    """Return the id of the ticket with this number. Raises Refused when this person sees no such ticket."""
    ticket_id = reading.ticket_id_of(desk, number_of(text))
    if ticket_id is None:
        raise refuse(Code.NOT_FOUND)
    return ticket_id


def query_of(desk: Desk, text: str) -> Query:
    """Return the query that a person typed. Raises click.UsageError, with where it cannot be read."""
    try:
        return parse(text, today=desk.now().astimezone().date())
    except BadQuery as error:
        raise click.UsageError(str(error)) from error


def facts_document(text: str | None) -> object:
    """Return the facts as JSON; as they came, a text, where they are none: any client may have sent them."""
    if not text:
        return None
    try:
        document: object = json.loads(text)
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return text
    return document


def queue_names(desk: Desk) -> dict[str, str]:
    """Return the queues' English names by id."""
    return {queue.id: in_language(queue.name, "en") for queue in reading.queues(desk)}


@click.command("tickets")
@click.option(
    "--query", default="", metavar="Q", help="What to search, in the query language: docs/search.md."
)
@click.option("--limit", default=50, type=click.IntRange(1, 10_000), show_default=True)
@as_json
@click.pass_obj
def tickets(data_dir: str | None, query: str, limit: int, as_json: bool) -> None:
    """List the tickets that I may see, last changed first."""
    desk = open_client(data_dir).desk()
    rows = reading.tickets(desk, Question(query=query_of(desk, query)), limit=limit)
    names = queue_names(desk)
    text = lines([row_line(row) for row in rows], "There is no ticket here.")
    answer([row_document(row, names) for row in rows], text, as_json=as_json)


@click.command("ticket")
@click.argument("number")
@as_json
@click.pass_obj
def ticket(data_dir: str | None, number: str, as_json: bool) -> None:
    """Show one ticket with its history."""
    desk = open_client(data_dir).desk()
    ticket_id = ticket_id_of(desk, number)
    page = reading.ticket_page(desk, ticket_id)
    if page is None:
        raise refuse(Code.NOT_FOUND)
    row = reading.ticket_rows(desk, (ticket_id,))[0]
    document: dict[str, Any] = row_document(row, queue_names(desk))
    document["timeline"] = [moment_document(moment, page.people) for moment in page.moments]
    document["facts"] = facts_document(page.facts)
    answer(document, page_lines(page, row_line(row)), as_json=as_json)
