"""Every job of the server, declared once. A new one is a line here."""

from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path

from itdesk.server.counting import count_people, measure_first_answer
from itdesk.server.jobs.assigning import assign_waiting
from itdesk.server.jobs.backing_up import back_up
from itdesk.server.jobs.handing import hand_over_rest
from itdesk.server.jobs.job import Job, daily, every
from itdesk.server.jobs.promised_times import TICKETS_AT_ONCE as DUE_AT_ONCE
from itdesk.server.jobs.promised_times import recount_due, tell_due
from itdesk.server.jobs.tidying import FILES_AT_ONCE, ROWS_AT_ONCE, delete_files, forget_rows
from itdesk.server.jobs.waking import TICKETS_AT_ONCE, wake_tickets
from itdesk.server.privacy.erasure import Erasure
from itdesk.server.privacy.forgetting import TICKETS_AT_ONCE as CONTENTS_AT_ONCE
from itdesk.server.privacy.forgetting import forget_contents
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk

COUNT_EVERY = timedelta(seconds=20)
"""In an outage hundreds say within minutes that they have it: computers are told of some of the counts."""
WAKE_EVERY = timedelta(minutes=1)
ASSIGN_EVERY = timedelta(minutes=1)
HAND_OVER_EVERY = timedelta(minutes=1)
TELL_DUE_EVERY = timedelta(seconds=30)
RECOUNT_EVERY = timedelta(seconds=20)
ERASE_EVERY = timedelta(seconds=20)
AT_NIGHT = time(2, 30)
BACKUP_AT = time(1, 30)


def declared_jobs(
    store: Store, desk: TicketDesk, files: Path, backups: Path | None = None
) -> tuple[Job, ...]:
    """Return the jobs over a store, its desk and its folder of files; `backups` is where it is backed up."""

    def count(_: datetime) -> int:
        return count_people(store)

    nightly = [] if backups is None else [_backing_up(store, files, backups)]
    return (
        *nightly,
        Job(
            name="wake-tickets",
            next_run=every(WAKE_EVERY),
            work=partial(wake_tickets, store, desk),
            most=TICKETS_AT_ONCE,
        ),
        Job(name="assign-tickets", next_run=every(ASSIGN_EVERY), work=partial(assign_waiting, store, desk)),
        Job(
            name="recount-due-times",
            next_run=every(RECOUNT_EVERY),
            work=partial(recount_due, store, KnownPromises()),
            most=DUE_AT_ONCE,
        ),
        Job(
            name="tell-due-times",
            next_run=every(TELL_DUE_EVERY),
            work=partial(tell_due, store, desk),
            most=DUE_AT_ONCE,
        ),
        Job(
            name="forget-contents",
            next_run=daily(AT_NIGHT),
            work=partial(forget_contents, store, desk, files),
            most=CONTENTS_AT_ONCE,
        ),
        Job(name="erase-people", next_run=every(ERASE_EVERY), work=Erasure(store, desk, files).work, most=1),
        Job(
            name="hand-over-tickets",
            next_run=every(HAND_OVER_EVERY),
            work=partial(hand_over_rest, store, desk),
        ),
        Job(name="count-people", next_run=every(COUNT_EVERY), work=count),
        Job(name="measure-first-answer", next_run=daily(AT_NIGHT), work=partial(measure_first_answer, store)),
        Job(
            name="forget-rows", next_run=daily(AT_NIGHT), work=partial(forget_rows, store), most=ROWS_AT_ONCE
        ),
        Job(
            name="delete-files",
            next_run=daily(AT_NIGHT),
            work=partial(delete_files, store, files),
            most=FILES_AT_ONCE,
        ),
    )


def _backing_up(store: Store, files: Path, folder: Path) -> Job:
    return Job(name="back-up", next_run=daily(BACKUP_AT), work=partial(back_up, store, files, folder))
