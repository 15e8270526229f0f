"""What the disk did to us, in a sentence for a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Error as SqliteError

from sqlalchemy.exc import DBAPIError

SENTENCES = {
    "SQLITE_FULL": "The disk is full. Nothing was changed; free some space and do it again.",
    "SQLITE_IOERR_SHMSIZE": "The disk is full. Nothing was changed; free some space and do it again.",
    "SQLITE_IOERR": "The disk failed. Nothing was changed; do it again, and tell your IT if it repeats.",
    "SQLITE_READONLY": "The file {path} may not be written. Ask your IT for the right to write to it.",
    "SQLITE_CANTOPEN": "The file {path} cannot be opened. Check that its folder exists and may be written.",
    "SQLITE_PERM": "The file {path} may not be written. Ask your IT for the right to write to it.",
    "SQLITE_BUSY": "Another program holds the file {path}. Close it, or try again in a moment.",
    "SQLITE_LOCKED": "Another program holds the file {path}. Close it, or try again in a moment.",
    "SQLITE_CORRUPT": "The file {path} is damaged. Start itdesk again: it sets the damaged file aside.",
    "SQLITE_NOTADB": "The file {path} is damaged. Start itdesk again: it sets the damaged file aside.",
}
DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


class WorldFailed(Exception):
    """The world did not let us: disk, network, server. The text says what it means and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Within the block, what the disk does to `path` becomes WorldFailed; our own mistakes stay."""
    try:
        yield
    except DBAPIError as error:
        _tell(error.orig, path, error)
        raise
    except SqliteError as error:
        _tell(error, path, error)
        raise
    except OSError as error:
        raise WorldFailed(f"The file {path} cannot be used: {error.strerror or error}.") from error


def is_damage(error: BaseException | None) -> bool:
    """Tell whether a driver's error means that the file's content is broken."""
    return _name(error).startswith(DAMAGE)


def damage_mark(path: Path) -> Path:
    """Return the file whose being there says that `path` was found damaged while in use."""
    return path.with_name(f"{path.name}.damaged")


def _tell(fault: BaseException | None, path: Path, error: Exception) -> None:
    if is_damage(fault):
        damage_mark(path).touch(0o600)
    for name, sentence in SENTENCES.items():
        if _name(fault).startswith(name):
            raise WorldFailed(sentence.format(path=path)) from error


def _name(error: BaseException | None) -> str:
    return str(getattr(error, "sqlite_errorname", ""))
