"""How this computer reaches the help desk's server: asked for at the moment of a report."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from itdesk.connection.connection import Connection
from itdesk.connection.errors import ExchangeFailed, Unreachable
from itdesk.diagnostics.base import Field, Kind, Privacy, Probe

DEADLINE_S = 0.9
DAY_S = 86_400
FIELDS = (
    Field(name="address", description="Server of the help desk", privacy=Privacy.MACHINE),
    Field(name="reached", description="It answered", kind=Kind.TRUTH),
    Field(
        name="answered_in_ms",
        description="Time until its answer was here",
        kind=Kind.NUMBER,
        passing=True,
        unit="ms",
        least=0,
    ),
    Field(
        name="failed_at",
        description="First step that failed: name, refused, timeout, tls, proxy, broken, answer",
    ),
    Field(
        name="clock_ahead_s",
        description="How far this computer's clock is ahead of the server's",
        kind=Kind.NUMBER,
        unit="s",
        least=-DAY_S,
        most=DAY_S,
    ),
)


def reach_probe(connection: Connection) -> Probe:
    """Return the probe that asks the server whether it lives. Sends nothing about the computer."""
    return Probe(
        name="server",
        why="To see at which step the way to the help desk ends.",
        fields=FIELDS,
        measure=lambda: measure(connection),
    )


def measure(connection: Connection) -> Mapping[str, object]:
    """Return how the server was reached, or at which step it was not."""
    begun = time.monotonic()
    try:
        answer = connection.request("GET", "/healthz", deadline_s=DEADLINE_S)
    except ExchangeFailed as error:
        step = error.cause.value if isinstance(error, Unreachable) else "answer"
        return {"address": connection.server, "reached": False, "failed_at": step}
    return {
        "address": connection.server,
        "reached": True,
        "answered_in_ms": round((time.monotonic() - begun) * 1000),
        **_clock(answer.headers.get("date", "")),
    }


def _clock(date: str) -> dict[str, object]:
    """Compare clocks by the answer's own date (RFC 9110 § 6.6.1), which has whole seconds."""
    try:
        told = parsedate_to_datetime(date)
    except ValueError:
        return {}
    return {"clock_ahead_s": round((datetime.now(UTC) - told).total_seconds())}
