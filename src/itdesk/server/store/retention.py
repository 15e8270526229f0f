"""Rows that nobody needs any more. What was accepted stays for ever, and so does every accepted id."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Table, delete, or_, select

from itdesk.server.store import sign_in_attempts
from itdesk.server.store.store import Store
from itdesk.server.store.tables import changes, tokens


def forget_tokens(store: Store, ended_before: datetime, unused_since: datetime, most: int) -> int:
    """Delete tokens that ended before this, or were last used before that; return how many.

    Raises StoreUnavailable.
    """
    over = or_(tokens.c.revoked_at < ended_before, tokens.c.last_used_at < unused_since)
    ended = select(tokens.c.digest).where(over).limit(most)
    with store.reading() as connection:
        found = connection.scalars(ended).all()
    return _delete(store, tokens, tokens.c.digest, found)


def forget_refusals(store: Store, judged_before: datetime, most: int) -> int:
    """Delete what was written down of changes refused before this; return how many. Raises StoreUnavailable.

    Such a change was never done. Should somebody ask for it once more after so long, it is judged anew.
    """
    old = changes.c.state == "refused", changes.c.at < judged_before
    with store.reading() as connection:  # it reads them all, so it must not hold up who writes
        found = connection.scalars(select(changes.c.id).where(*old).limit(most)).all()
    return _delete(store, changes, changes.c.id, found)


def forget_attempts(store: Store, counted_before: datetime) -> None:
    """Delete counts of wrong passwords of which the last was before this. Raises StoreUnavailable."""
    with store.writing() as connection:
        sign_in_attempts.forget_before(connection, counted_before)


def _delete(store: Store, table: Table, key: Column[str], found: Sequence[str]) -> int:
    if not found:
        return 0
    with store.writing() as connection:
        return connection.execute(delete(table).where(key.in_(found))).rowcount
