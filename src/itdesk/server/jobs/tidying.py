"""Throws away what nobody needs any more, each after its time."""

from datetime import datetime, timedelta
from pathlib import Path

from itdesk.server.accounts.tokens import idle_since
from itdesk.server.store.orphans import delete_orphans
from itdesk.server.store.retention import forget_attempts, forget_refusals, forget_tokens
from itdesk.server.store.store import Store

ROWS_AT_ONCE = 500
FILES_AT_ONCE = 100
KEEP_ENDED_TOKENS = timedelta(days=30)
KEEP_REFUSALS = timedelta(days=30)
KEEP_ATTEMPTS = timedelta(hours=1)
KEEP_ORPHANS = timedelta(days=7)
"""Whoever restores a database from a backup has so long to see that the files fit."""


def forget_rows(store: Store, now: datetime) -> int:
    """Delete ended tokens, old refusals and counts of wrong passwords; return how many rows.

    Raises StoreUnavailable.
    """
    forget_attempts(store, now - KEEP_ATTEMPTS)
    ended_before = now - KEEP_ENDED_TOKENS
    ended = forget_tokens(store, ended_before, idle_since(ended_before), ROWS_AT_ONCE)
    return ended + forget_refusals(store, now - KEEP_REFUSALS, ROWS_AT_ONCE - ended)


def delete_files(store: Store, folder: Path, now: datetime) -> int:
    """Delete bytes that belong to nothing; return how many files. Raises StoreUnavailable, or OSError."""
    return delete_orphans(store, folder, now - KEEP_ORPHANS, FILES_AT_ONCE)
