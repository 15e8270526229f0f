"""Makes backups of the central store, checks them, brings them back: for whoever runs the server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from itdesk.entrypoints.server import (
    BACKUPS_FOLDER,
    DATABASE_FILE,
    DONE,
    FILES_FOLDER,
    REFUSED,
    WORLD_FAILED,
    CannotStart,
    Unusable,
    checked_url,
    prepare_folder,
    tell,
    utc_now,
)
from itdesk.server.store.backups.checking import lost_files, opened_backup, wrong_in
from itdesk.server.store.backups.files import FOLDER
from itdesk.server.store.backups.making import BackupFailed, digest_of, digest_path, make_backup
from itdesk.server.store.backups.restoring import NotRestored, Restored, restore
from itdesk.server.store.folder_lock import FolderNotOurs, alone_in
from itdesk.server.store.store import Store, StoreNotToUse, StoreUnavailable, open_store


def backup(out: Path | None, data_dir: Path | None, database: str | None) -> int:
    """Make a backup in `out`, or in the store's own folder; return the exit code."""

    def made() -> str:
        folder = prepare_folder(data_dir)
        with _as_it_is(folder, database) as store:
            done = make_backup(store, folder / FILES_FOLDER, out or folder / BACKUPS_FOLDER, utc_now())
        lost = f" {done.lost} attached files were not on disk." if done.lost else ""
        return f"{done.path} is made and checked: {done.bytes:,} bytes, {done.files} attached files.{lost}"

    return _done(made, database)


def restore_backup(file: Path, data_dir: Path | None, database: str | None, *, replace: bool) -> int:
    """Bring a backup back; return the exit code. No server may run meanwhile."""

    def restored() -> str:
        folder = prepare_folder(data_dir)
        into = checked_url(database) if database else folder / DATABASE_FILE
        with nullcontext() if database else alone_in(folder):
            done = restore(file.absolute(), into, folder / FILES_FOLDER, replace=replace)
        lost = f" {done.lost} attached files are not in the backup." if done.lost else ""
        return f"Restored: {done.tickets} tickets, {done.people} people.{lost} {_still_over(done)}"

    return _done(restored, database)


def _still_over(done: Restored) -> str:
    if done.still_over is None:
        return (
            "No store was there that could tell who was shut out since the backup: look at that before you "
            "start the server."
        )
    return f"{done.still_over} people, sign-ins and keys that were ended since the backup stay ended."


def check(file: Path | None, data_dir: Path | None, database: str | None) -> int:
    """Say what is wrong with a backup, or with the store; return the exit code."""

    def checked() -> str:
        wrong = _wrong_in_backup(file) if file else _wrong_in_store(prepare_folder(data_dir), database)
        if wrong:
            raise Unusable(" ".join(wrong))
        return f"{file} is whole." if file else "The store is whole."

    return _done(checked, database)


def _wrong_in_backup(file: Path) -> list[str]:
    if not file.is_file():
        raise Unusable(f"There is no backup {file}.")
    digest = digest_path(file)
    if digest.exists() and digest.read_text("utf-8").split()[:1] != [digest_of(file)]:
        return [f"The file is not as it was made: its SHA-256 differs from {digest.name}."]
    with opened_backup(file) as store:
        return [*wrong_in(store), *_lost(store, file.parent / FOLDER)]


def _wrong_in_store(folder: Path, database: str | None) -> list[str]:
    with _as_it_is(folder, database) as store:
        store.check_schema()
        return [*wrong_in(store), *_lost(store, folder / FILES_FOLDER)]


def _lost(store: Store, folder: Path) -> list[str]:
    lost = lost_files(store, folder)
    return [f"{len(lost)} attached files are not in {folder}, the first is {lost[0]}."] if lost else []


@contextmanager
def _as_it_is(folder: Path, database: str | None) -> Iterator[Store]:
    """Open the store without migrating it. Raises CannotStart."""
    path = folder / DATABASE_FILE
    if not database and not path.exists():
        raise CannotStart(f"There is no store in {folder}. Choose another with --data-dir.")
    store = open_store(checked_url(database) if database else path)
    try:
        yield store
    finally:
        store.close()


def _done(deed: Callable[[], str], database: str | None) -> int:
    try:
        sentence = deed()
    except (NotRestored, Unusable) as error:
        return tell(error, REFUSED, database)
    except (BackupFailed, CannotStart, FolderNotOurs, StoreNotToUse, StoreUnavailable) as error:
        return tell(error, WORLD_FAILED, database)
    print(sentence)
    return DONE
