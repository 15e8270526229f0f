"""How this computer reaches the help desk's server: walked step by step at the moment of a report."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from itdesk.connection.connection import Connection
from itdesk.connection.outcome import Outcome
from itdesk.connection.trace import CAUSES, Step, trace
from itdesk.diagnostics.base import Field, Kind, Privacy, Probe

LIMIT_S = 9.0
"""Nobody waits so long: the facts are taken without it, and it comes later."""
DAY_S = 86_400
FIELDS = (
    Field(name="address", description="Server of the help desk", privacy=Privacy.MACHINE),
    Field(name="reached", description="The server answered", kind=Kind.TRUTH),
    Field(
        name="answered_in_ms",
        description="Answer time of the server",
        kind=Kind.NUMBER,
        passing=True,
        unit="ms",
        least=0,
    ),
    Field(name="failed_at", description="Why it was not reached", choices=CAUSES),
    Field(
        name="clock_ahead_s",
        description="Clock ahead of the server",
        kind=Kind.NUMBER,
        unit="s",
        least=-DAY_S,
        most=DAY_S,
    ),
    Field(
        name="steps",
        description="The way to the server",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Step", choices=("dns", "tcp", "proxy", "tls", "server")),
            Field(name="outcome", description="How it ended", choices=("passed", "failed", "skipped")),
            Field(name="ms", description="Time", kind=Kind.NUMBER, unit="ms", least=0, passing=True),
            Field(name="reason", description="What was found", privacy=Privacy.MACHINE),
        ),
    ),
)


def server_probe(connection: Connection | None) -> Probe:
    """Return the probe that walks to the server. Sends nothing about the computer.

    Without a connection it would say nothing.
    """
    return Probe(
        name="server",
        why="To see at which step the way to the help desk ends.",
        fields=FIELDS,
        measure=lambda: measure(connection) if connection is not None else {},
        limit_s=LIMIT_S,
    )


def measure(connection: Connection) -> Mapping[str, object]:
    """Return how the server was reached, or at which step it was not."""
    steps = tuple(trace(connection))
    last = steps[-1]
    told = {"address": connection.server, "steps": [_row(step) for step in steps]}
    if last.outcome is Outcome.FAILED or last.answer is None:
        return {**told, "reached": False, "failed_at": last.cause}
    clock = _clock(last.answer.headers.get("date", ""))
    return {**told, "reached": True, "answered_in_ms": last.ms, **clock}


def _row(step: Step) -> dict[str, object]:
    return {"name": step.name, "outcome": step.outcome, "ms": step.ms, "reason": step.reason}


def _clock(date: str) -> dict[str, object]:
    """Compare clocks by the answer's own date (RFC 9110 § 6.6.1), which has whole seconds."""
    try:
        told = parsedate_to_datetime(date)
        return {"clock_ahead_s": round((datetime.now(UTC) - told).total_seconds())}
    except (ValueError, TypeError):  # TypeError: a date without a zone
        return {}
