"""The command that tells what is due, and how a promised time is counted. It never touches the network."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from itdesk.domain.listing import Order, Question, View
from itdesk.entrypoints.cli.answers import answer, as_json, lines, row_document, row_line, time_text
from itdesk.entrypoints.cli.tickets import queue_names, ticket_id_of
from itdesk.entrypoints.client import open_client
from itdesk.services import reading

if TYPE_CHECKING:
    from itdesk.domain.listing import TicketRow
    from itdesk.domain.sla.ledger import Account, Line
    from itdesk.services.desk import Desk

NOTHING_PROMISED = "Nothing is promised for this ticket, or its whole history is not here."


@click.command("due")
@click.argument("number", required=False)
@click.option("--limit", default=50, type=click.IntRange(1, 10_000), show_default=True)
@as_json
@click.pass_obj
def due(data_dir: str | None, number: str | None, limit: int, as_json: bool) -> None:
    """List what is due, the soonest first; with NUMBER, how the time of one ticket is counted. For IT."""
    desk = open_client(data_dir).desk()
    if number is None:
        _list(desk, limit, as_json=as_json)
    else:
        _tell(desk, number, as_json=as_json)


def _list(desk: "Desk", limit: int, *, as_json: bool) -> None:
    found = reading.tickets(desk, Question(view=View.OPEN, order=Order.DUE_FIRST), limit=limit)
    rows, names = [row for row in found if row.due_at is not None], queue_names(desk)
    documents = [row_document(row, names) | _due(row) for row in rows]
    text = lines([f"{time_text(row.due_at)}  {row_line(row)}" for row in rows], "Nothing is due.")
    answer(documents, text, as_json=as_json)


def _due(row: "TicketRow") -> dict[str, Any]:
    return {"due_at": time_text(row.due_at), "target": row.due_target}


def _tell(desk: "Desk", number: str, *, as_json: bool) -> None:
    from itdesk.services.promised_times import promised_times

    accounts = promised_times(desk, ticket_id_of(desk, number))
    text = lines([line for one in accounts for line in _lines(one)], NOTHING_PROMISED)
    answer([_document(one) for one in accounts], text, as_json=as_json)


def _document(account: "Account") -> dict[str, Any]:
    return {
        "target": account.target.value,
        "due_at": time_text(account.due_at),
        "used_s": _seconds(account.used),
        "limit_s": None if account.limit is None else _seconds(account.limit),
        "ran_out_at": time_text(account.broken_at),
        "ended_at": time_text(account.ended_at),
        "lines": [_line_document(line) for line in account.lines],
    }


def _line_document(line: "Line") -> dict[str, Any]:
    return {
        "start": time_text(line.start),
        "end": time_text(line.end),
        "what": line.entered.value,
        "reason": line.reason.value if line.reason else None,
        "closed_days": [day.isoformat() for day in line.closed_days],
        "counted_s": _seconds(line.counted),
        "total_s": _seconds(line.total),
    }


def _lines(account: "Account") -> list[str]:
    limit = "" if account.limit is None else f" of {_clock(account.limit)}"
    due_at = f", due {time_text(account.due_at)}" if account.due_at else ""
    head = f"{account.target.value}: {_clock(account.used)}{limit} used{due_at}"
    return [head, *(f"  {_line(line)}" for line in account.lines)]


def _line(line: "Line") -> str:
    because = [line.reason.value] if line.reason else [day.isoformat() for day in line.closed_days]
    what = " ".join([line.entered.value, *because])
    return f"{time_text(line.start)} – {time_text(line.end)}  {_clock(line.total):>8}  {what}"


def _clock(length: timedelta) -> str:
    """Return open time as hours and minutes: `27:05`."""
    minutes = _seconds(length) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def _seconds(length: timedelta) -> int:
    return length // timedelta(seconds=1)
