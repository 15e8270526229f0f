"""Moves the store of a folder into PostgreSQL, from the command line."""

from contextlib import closing
from pathlib import Path

from itdesk.entrypoints.server import (
    DATABASE_FILE,
    DONE,
    REFUSED,
    WORLD_FAILED,
    CannotStart,
    checked_url,
    prepare_folder,
    tell,
    utc_now,
)
from itdesk.server.store.folder_lock import FolderNotOurs, alone_in
from itdesk.server.store.moving import Moved, NotEmpty, NotTheSame, move
from itdesk.server.store.store import StoreNotToUse, StoreUnavailable, open_store


def run(url: str, data_dir: Path | None) -> int:
    """Move everything and say what was moved; return the exit code. What prevents it is one sentence."""
    try:
        folder = prepare_folder(data_dir)
        with alone_in(folder):
            moved = _moved(folder / DATABASE_FILE, checked_url(url))
    except (NotEmpty, NotTheSame) as error:
        return tell(error, REFUSED, url)
    except (CannotStart, FolderNotOurs, StoreNotToUse, StoreUnavailable) as error:
        return tell(error, WORLD_FAILED, url)
    print(_summary(moved, folder))
    return DONE


def _moved(file: Path, url: str) -> Moved:
    if not file.exists():
        raise CannotStart(f"There is no store in {file.parent}: {file.name} is missing. Give its --data-dir.")
    with closing(open_store(file)) as source, closing(open_store(url)) as target:
        source.migrate()
        target.migrate()
        return move(source, target, utc_now())


def _summary(moved: Moved, folder: Path) -> str:
    lines = [f"{name:<20} {count:>10}" for name, count in moved.rows.items() if count]
    return "\n".join(
        [
            *lines,
            f"All {sum(moved.rows.values())} rows were read back and are the same. Files stay in {folder}.",
            f"From now on: itdesk server run --data-dir {folder} --database postgresql://…",
        ]
    )
