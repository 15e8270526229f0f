"""The doctor's look at the way to the server, and by its answer at this computer's clock."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from itdesk.connection.address import BadAddress
from itdesk.connection.connection import Connection
from itdesk.connection.outcome import Outcome
from itdesk.connection.trace import Step, trace
from itdesk.services.doctor import Case, Finding, Verdict

WARN_OFF, FAIL_OFF = timedelta(minutes=1), timedelta(minutes=5)
CODES = {"tls": "untrusted", "proxy": "proxy_fails"}
"""What failures are called where the cause has the name of the step."""
SKIPPED = {"dns": "literal", "tls": "no_tls"}


def way_and_clock(case: Case, server_url: str) -> Iterator[Finding]:
    """Yield the steps of the way, the last of them the first that fails, then the clock."""
    if not server_url:
        yield _way("server", Verdict.WARN, "no_address")
        return
    try:
        connection = case.connect(server_url)
    except BadAddress as error:
        yield _way("server", Verdict.FAIL, "bad_address", reason=str(error))
        return
    with connection:
        date = ""
        for step in trace(connection):
            date = step.answer.headers.get("date", "") if step.answer is not None else date
            yield way_step(step, connection)
    yield clock_step(date, case.now())


def way_step(step: Step, connection: Connection) -> Finding:
    """Return one step of the way."""
    values: dict[str, str | int] = {"server": connection.server, "reason": step.reason, "ms": step.ms}
    match step.outcome:
        case Outcome.FAILED:
            return _way(step.name, Verdict.FAIL, CODES.get(step.cause, step.cause), **values)
        case Outcome.SKIPPED if step.name == "proxy":
            return _way("proxy", Verdict.OK, "no_proxy" if step.reason == "no proxy" else "proxy_plain")
        case Outcome.SKIPPED if step.name in SKIPPED:
            return _way(step.name, Verdict.OK, SKIPPED[step.name])
    return _way(step.name, Verdict.OK, step.name, **values)


def clock_step(date: str, now: datetime) -> Finding:
    """Return how this computer's clock stands to the server's, by the `Date` of its answer."""
    told = _time_of(date)
    if told is None:
        return Finding(step="clock", verdict=Verdict.WARN, code="clock.unknown")
    off = now - told
    if abs(off) < WARN_OFF:
        seconds = round(abs(off).total_seconds())
        return Finding(step="clock", verdict=Verdict.OK, code="clock.right", values={"seconds": seconds})
    return Finding(
        step="clock",
        verdict=Verdict.FAIL if abs(off) >= FAIL_OFF else Verdict.WARN,
        code="clock.ahead" if off > timedelta() else "clock.behind",
        values={"minutes": round(abs(off).total_seconds() / 60)},
    )


def _time_of(date: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(date)
    except (ValueError, TypeError, OverflowError):
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _way(step: str, verdict: Verdict, what: str, **values: str | int) -> Finding:
    return Finding(step=step, verdict=verdict, code=f"way.{what}", values=values)
