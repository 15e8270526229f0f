"""How the promised times of one ticket are counted: interval by interval, and why. For staff."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from itdesk.domain.people import Actor
from itdesk.domain.sla.ledger import Account, Entered, Line
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed, not_found
from itdesk.server.http.tickets import number_in
from itdesk.server.store.moment import open_moment
from itdesk.server.tickets.due_times import accounts

FOR_STAFF = "What is promised, and how it is counted, is for IT."


class CountedInterval(Struct, frozen=True, kw_only=True):
    """One interval. Only a running one adds to `total_s`, by `counted_s`: open time, in seconds."""

    start: datetime
    end: datetime
    what: Entered
    reason: PendingReason | None
    closed_days: list[date]
    counted_s: int
    total_s: int


class PromisedTime(Struct, frozen=True, kw_only=True):
    """One promised time, in seconds of open time; `limit_s` is null where nothing is promised now."""

    target: Target
    used_s: int
    limit_s: int | None
    due_at: datetime | None
    ran_out_at: datetime | None
    ended_at: datetime | None
    lines: list[CountedInterval]


class PromisedTimes(Struct, frozen=True, kw_only=True):
    """Every promised time of a ticket: those that have ended, then the others."""

    promised: list[PromisedTime]


def promised_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the route that tells how a ticket's time is counted."""

    @get(
        "/v1/tickets/{number:str}/due",
        opt=described(
            "Read how the promised times of a ticket are counted",
            answers=PromisedTimes,
            problems=(403, 404),
            callers=Callers.STAFF,
            refers={"number": Referent.SEEN_TICKET},
        ),
    )
    async def read_promised(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await doors.actor_of(request)
        if not actor.role.is_staff:
            raise Failed(403, "not_allowed", FOR_STAFF)
        number = number_in(str(request.path_params["number"]))
        return answer(await doors.workers.run(_promised, doors, actor, number))

    return [read_promised]


def _promised(doors: Doors, actor: Actor, number: int) -> PromisedTimes:
    with open_moment(doors.store) as moment:
        scope = moment.queues().scope(actor.id, actor.role)
        held = moment.tickets_numbered(scope, [number]).get(number)
        if held is None:
            raise not_found()
        told = accounts(moment, held.ticket.id, datetime.now(UTC))
    return PromisedTimes(promised=[_time(one) for one in told])


def _time(account: Account) -> PromisedTime:
    return PromisedTime(
        target=account.target,
        used_s=_seconds(account.used),
        limit_s=None if account.limit is None else _seconds(account.limit),
        due_at=account.due_at,
        ran_out_at=account.broken_at,
        ended_at=account.ended_at,
        lines=[_interval(line) for line in account.lines],
    )


def _interval(line: Line) -> CountedInterval:
    return CountedInterval(
        start=line.start,
        end=line.end,
        what=line.entered,
        reason=line.reason,
        closed_days=list(line.closed_days),
        counted_s=_seconds(line.counted),
        total_s=_seconds(line.total),
    )


def _seconds(length: timedelta) -> int:
    return length // timedelta(seconds=1)
