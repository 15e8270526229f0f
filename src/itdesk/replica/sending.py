"""What the exchange asks of the outbox: what to send next, and what became of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection

from itdesk.domain.ids import ChangeId, FileId
from itdesk.domain.refusals import Code, Refusal
from itdesk.protocol.messages import Receipt
from itdesk.replica.instants import to_number
from itdesk.replica.outbox import Outbox, dependents, rows_as_entries
from itdesk.replica.outbox_entry import ENTRY_COLUMNS, Entry, KeptFile, State, entry_from
from itdesk.replica.ticket_rows import in_list

KEPT_DAYS = 30
KEPT_BYTES = 500 * 1024 * 1024
IS_HELD = "(not_before IS NOT NULL AND not_before > ? AND made_at <= ?)"
"""Whether a change is to go later, at the time given twice: a clock that was set back holds nothing back."""


@dataclass(frozen=True)
class Verdict:
    """What the server said about one change: a receipt, or a refusal."""

    receipt: Receipt | None = None
    refusal: Refusal | None = None


def next_batch(
    outbox: Outbox,
    now: datetime,
    *,
    limit: int,
    max_bytes: int,
    without: Collection[ChangeId] = (),
    only_fresh: bool = False,
) -> tuple[Entry, ...]:
    """Return changes that may be sent together now, in the order in which they are to be judged.

    Changes of one ticket keep their order; none goes before those that it waits for, or before its time.
    What has failed before comes last and in ever smaller company, so that one poisonous change delays nobody;
    `only_fresh` leaves it out, `without` leaves out these.
    """
    with outbox.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sequence, id, ticket_id, after, attempts, length(payload) AS bytes,"  # noqa: S608
            f" {IS_HELD} AS is_early FROM changes WHERE state = 'queued' ORDER BY sequence",
            (to_number(now), to_number(now)),
        ).all()
        queued = {row.id for row in rows}
        ready: list[tuple[int, int, int]] = []
        held_tickets: set[str] = set()
        attempts_of: dict[str, int] = {}
        going: set[str] = set()
        for row in rows:
            waits_for = set(msgspec.json.decode(row.after, type=list[str])) & queued
            is_left_out = row.id in without or (only_fresh and row.attempts)
            if row.is_early or is_left_out or row.ticket_id in held_tickets or waits_for - going:
                held_tickets.add(row.ticket_id)
                continue
            going.add(row.id)
            # A later change of the same ticket comes no earlier than the ones before it.
            attempts = max(row.attempts, attempts_of.get(row.ticket_id, 0))
            attempts_of[row.ticket_id] = attempts
            ready.append((attempts, row.sequence, row.bytes))
        return _entries(connection, _bounded(sorted(ready), limit, max_bytes))


def _bounded(ready: Iterable[tuple[int, int, int]], limit: int, max_bytes: int) -> list[int]:
    taken: list[int] = []
    total = 0
    for attempts, sequence, size in ready:
        total += size
        if len(taken) >= max(limit >> 2 * attempts, 1) or (taken and total > max_bytes):
            break
        taken.append(sequence)
    return taken


def _entries(connection: Connection, sequences: Sequence[int]) -> tuple[Entry, ...]:
    rows = connection.exec_driver_sql(
        f"SELECT {ENTRY_COLUMNS} FROM changes WHERE sequence IN (SELECT value FROM json_each(?))",  # noqa: S608
        (msgspec.json.encode(sequences).decode(),),
    )
    by_sequence = {row.sequence: entry_from(row) for row in rows}
    return tuple(by_sequence[sequence] for sequence in sequences if sequence in by_sequence)


def mark_sent(outbox: Outbox, ids: Collection[ChangeId]) -> frozenset[ChangeId]:
    """Note, before they are sent, that the server may know these; return those still there to be sent."""
    with outbox.writing(is_news=False) as connection:
        rows = connection.exec_driver_sql(
            "UPDATE changes SET attempts = attempts + 1"
            " WHERE state = 'queued' AND id IN (SELECT value FROM json_each(?)) RETURNING id",
            (in_list(ids),),
        )
        return frozenset(row.id for row in rows.all())


def unmark_sent(outbox: Outbox, ids: Collection[ChangeId]) -> None:
    """Note that the server was not reached with these: they may still be taken back."""
    with outbox.writing(is_news=False) as connection:
        connection.exec_driver_sql(
            "UPDATE changes SET attempts = max(attempts - 1, 0) WHERE id IN (SELECT value FROM json_each(?))",
            (in_list(ids),),
        )


def settle(outbox: Outbox, verdicts: Mapping[ChangeId, Verdict], now: datetime) -> None:
    """Note what became of changes, in one commit. What waits for a refused one is refused with it."""
    if not verdicts:
        return
    with outbox.writing() as connection:
        for id, verdict in verdicts.items():
            if verdict.receipt is not None:
                _accept(connection, id, verdict.receipt, now)
            elif verdict.refusal is not None:
                _refuse(connection, id, verdict.refusal, now)


def _accept(connection: Connection, id: ChangeId, receipt: Receipt, now: datetime) -> None:
    connection.exec_driver_sql(
        "UPDATE changes SET state = 'accepted', number = ?, position = ?, receipt = ?, refusal = NULL,"
        " settled_at = ?, attempts = 0, is_covered = 0 WHERE id = ?",
        (receipt.number, receipt.position, msgspec.json.encode(receipt), to_number(now), id),
    )


def _refuse(connection: Connection, id: ChangeId, refusal: Refusal, now: datetime) -> None:
    waiting = dependents(connection, id)
    for one, why in [(id, refusal), *((one, Refusal(code=Code.DEPENDS_ON_REFUSED)) for one in waiting)]:
        connection.exec_driver_sql(
            "UPDATE changes SET state = 'refused', refusal = ?, settled_at = ?"
            " WHERE id = ? AND state = 'queued'",
            (msgspec.json.encode(why), to_number(now), one),
        )


def cover(outbox: Outbox, position: int) -> None:
    """Note that the replica has read beyond what was accepted up to this position."""
    with outbox.reading() as connection:
        is_new = connection.exec_driver_sql(
            "SELECT 1 FROM changes WHERE state = 'accepted' AND NOT is_covered AND position <= ?",
            (position,),
        ).scalar()
    if not is_new:
        return
    with outbox.writing(is_news=False) as connection:
        connection.exec_driver_sql(
            "UPDATE changes SET is_covered = 1 WHERE state = 'accepted' AND NOT is_covered AND position <= ?",
            (position,),
        )


def uncover(outbox: Outbox) -> None:
    """Note that the server's history is another: everything accepted is to be asked for again."""
    with outbox.writing() as connection:
        connection.exec_driver_sql("UPDATE changes SET is_covered = 0 WHERE state = 'accepted'")


def retained(outbox: Outbox, beyond: int, limit: int) -> tuple[list[ChangeId], int]:
    """Return ids of accepted changes after sequence `beyond`, and the last one's sequence (0: none left)."""
    with outbox.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, sequence FROM changes WHERE state = 'accepted' AND sequence > ?"
            " ORDER BY sequence LIMIT ?",
            (beyond, limit),
        ).all()
    return [row.id for row in rows], rows[-1].sequence if rows else 0


def offer_again(outbox: Outbox, ids: Sequence[ChangeId]) -> None:
    """Queue accepted changes that the store has lost, with their receipts; their files go again as well."""
    if not ids:
        return
    with outbox.writing() as connection:
        wanted = (in_list(ids),)
        connection.exec_driver_sql(
            "UPDATE changes SET state = 'queued', position = NULL, attempts = 1, is_covered = 0,"
            " not_before = NULL"
            " WHERE state = 'accepted' AND id IN (SELECT value FROM json_each(?))",
            wanted,
        )
        connection.exec_driver_sql(
            "UPDATE files SET sent_bytes = 0, is_complete = 0"
            " WHERE content IS NOT NULL AND change_id IN (SELECT value FROM json_each(?))",
            wanted,
        )


def files_to_send(outbox: Outbox) -> tuple[KeptFile, ...]:
    """Return files whose ticket is accepted and whose bytes are not all there yet, oldest first."""
    with outbox.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT files.id, change_id, name, bytes, sha256, sent_bytes FROM files"
            " JOIN changes ON changes.id = change_id"
            " WHERE state = 'accepted' AND NOT is_complete AND content IS NOT NULL ORDER BY sequence"
        ).all()
    return tuple(
        KeptFile(
            id=row.id,
            change_id=row.change_id,
            name=row.name,
            bytes=row.bytes,
            sha256=row.sha256,
            sent_bytes=row.sent_bytes,
        )
        for row in rows
    )


def note_progress(outbox: Outbox, file_id: FileId, sent_bytes: int, *, is_complete: bool) -> None:
    """Note how much of a file the server has."""
    with outbox.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE files SET sent_bytes = ?, is_complete = ? WHERE id = ?",
            (sent_bytes, is_complete, file_id),
        )


def prune(outbox: Outbox, now: datetime) -> None:
    """Forget accepted changes after 30 days, and the oldest finished files beyond 500 MB."""
    with outbox.writing(is_news=False) as connection:
        connection.exec_driver_sql(
            "DELETE FROM changes WHERE state = 'accepted' AND settled_at < ?"
            " AND NOT EXISTS (SELECT 1 FROM files WHERE change_id = changes.id AND NOT is_complete)",
            (to_number(now - timedelta(days=KEPT_DAYS)),),
        )
        connection.exec_driver_sql(
            "UPDATE files SET content = NULL WHERE is_complete AND id IN ("
            " SELECT id FROM (SELECT files.id AS id, sum(bytes) OVER (ORDER BY sequence DESC) AS total"
            " FROM files JOIN changes ON changes.id = change_id WHERE is_complete AND content IS NOT NULL)"
            " WHERE total > ?)",
            (KEPT_BYTES,),
        )


def next_moment(outbox: Outbox, now: datetime) -> datetime | None:
    """Return the next time at which a change that is being held back may be sent."""
    with outbox.reading() as connection:
        rows = connection.exec_driver_sql(
            f"SELECT {ENTRY_COLUMNS} FROM changes WHERE state = 'queued' AND {IS_HELD}"  # noqa: S608
            " ORDER BY not_before LIMIT 1",
            (to_number(now), to_number(now)),
        )
        held = rows_as_entries(rows)
    return held[0].change.not_before if held else None


def queued_count(outbox: Outbox) -> int:
    """Return how many changes wait to be sent."""
    return outbox.count(State.QUEUED)
