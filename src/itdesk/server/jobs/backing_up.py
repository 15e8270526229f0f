"""Backs the store up every night, and keeps seven nights."""

from datetime import datetime
from pathlib import Path

from itdesk.server.store.backups.files import forget_files
from itdesk.server.store.backups.making import backups_in, digest_path, make_backup
from itdesk.server.store.store import Store

BACKUPS_KEPT = 7


def back_up(store: Store, files: Path, folder: Path, now: datetime) -> int:
    """Make a backup, then delete those beyond the newest seven; return 1. Raises BackupFailed."""
    make_backup(store, files, folder, now)
    kept, old = backups_in(folder)[:BACKUPS_KEPT], backups_in(folder)[BACKUPS_KEPT:]
    for path in old:
        digest_path(path).unlink(missing_ok=True)
        path.unlink()
    forget_files(folder, kept)
    return 1
