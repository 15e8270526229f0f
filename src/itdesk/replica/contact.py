"""How the last exchange with the server went, as every process on this computer sees it."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from itdesk.replica.outbox import Outbox

NOTE = "contact"


@dataclass(frozen=True, kw_only=True)
class Contact:
    """The last exchange. `problem` is a sentence; empty when it worked."""

    worked: bool = False
    last_sync: datetime | None = None
    """When an exchange last worked."""
    problem: str = ""
    kind: str = ""
    """Of the failure, with its `detail`, so that it can be told in another language than English."""
    detail: str = ""
    sign_in_needed: bool = False


def contact(outbox: Outbox) -> Contact:
    """Return how the last exchange went."""
    found = outbox.note(NOTE)
    return msgspec.json.decode(found, type=Contact) if found else Contact()


def note_worked(outbox: Outbox, now: datetime) -> None:
    """Note that an exchange worked."""
    _write(outbox, Contact(worked=True, last_sync=now))


def note_failed(
    outbox: Outbox, problem: str, *, kind: str, detail: str, sign_in_needed: bool = False
) -> None:
    """Note why an exchange did not work."""
    last = contact(outbox).last_sync
    _write(
        outbox,
        Contact(last_sync=last, problem=problem, kind=kind, detail=detail, sign_in_needed=sign_in_needed),
    )


def _write(outbox: Outbox, now: Contact) -> None:
    before = contact(outbox)
    looks_alike = (before.worked, before.problem, before.sign_in_needed) == (
        now.worked,
        now.problem,
        now.sign_in_needed,
    )
    outbox.take_note(NOTE, msgspec.json.encode(now).decode(), is_news=not looks_alike)
