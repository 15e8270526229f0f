"""Attached files: a row each in the database, the bytes in a folder under the file's id, never its name."""

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

from sqlalchemy import Connection, Row, select, update

from itdesk.domain.ids import FileId, PersonId, is_id
from itdesk.domain.people import Actor
from itdesk.server.store.arrivals import mark_complete
from itdesk.server.store.article_pictures import is_in_article
from itdesk.server.store.moment import Moment
from itdesk.server.store.news import News
from itdesk.server.store.sniffing import SNIFFED_BYTES, sniffed
from itdesk.server.store.store import Store
from itdesk.server.store.tables import files, repeated_files

CHUNK_BYTES = 256 * 1024


class FileProblem(Exception):
    """A file cannot be sent or fetched as asked. The text is a sentence for a person."""


class UnknownFile(FileProblem):
    """There is no such file for this person."""

    def __init__(self) -> None:
        super().__init__("There is no such file that you may see.")


class WrongOffset(FileProblem):
    """The bytes do not continue what is here; `offset` is where to go on."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"The upload goes on at byte {offset}.")
        self.offset = offset


class TooManyBytes(FileProblem):
    """More bytes came than the file was said to have."""

    def __init__(self, announced: int) -> None:
        super().__init__(f"The file was announced with {announced} bytes; more were sent.")


class ChecksumMismatch(FileProblem):
    """What arrived is not what was announced; it was dropped, and the upload begins anew."""

    def __init__(self) -> None:
        super().__init__("The file arrived damaged and was dropped. It has to be sent once more.")


class NotWhole(FileProblem):
    """Not all of the file has arrived yet."""

    def __init__(self, received: int, announced: int) -> None:
        super().__init__(f"Of this file {received} of {announced} bytes have arrived. Try again later.")


class FileLost(FileProblem):
    """The file had arrived whole, and its bytes are no longer on disk. Only a backup has them."""

    def __init__(self) -> None:
        super().__init__("The server has lost the bytes of this file; ask your IT to restore its files.")


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """What the store knows of a file. `received` of `bytes` are safely on disk."""

    id: FileId
    owner_id: PersonId
    name: str
    bytes: int
    sha256: str
    received: int
    is_complete: bool


class Files:
    """The files of one store. Every call may wait for disk and database: not for an event loop."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        now: Callable[[], datetime],
        on_commit: Callable[[News], None],
    ) -> None:
        self._store = store
        self._folder = folder
        self._now = now
        self._on_commit = on_commit
        self._receptions: dict[str, Reception] = {}
        self._lock = Lock()

    @property
    def folder(self) -> Path:
        """Where the bytes lie."""
        return self._folder

    def progress(self, id: str, owner_id: PersonId) -> StoredFile:
        """Return how much of an own file has arrived; whole bytes are verified on the way.

        Raises UnknownFile when it does not exist or is somebody else's.
        """
        file = self._own(id, owner_id)
        if not file.is_complete and file.received == file.bytes:
            self.finish(file)
            return self._own(id, owner_id)
        return file

    def receive(self, id: str, owner_id: PersonId, offset: int) -> "Reception":
        """Return the reception of an own file's bytes from `offset` on. An older one of the same file ends.

        Raises UnknownFile, or WrongOffset when the bytes would leave a gap or are here already.
        """
        with self._lock:
            older = self._receptions.pop(id, None)
            if older is not None:
                older.pause()
            file = self.progress(id, owner_id)
            if file.received != offset:
                raise WrongOffset(file.received)
            reception = Reception(self, file, self._path(file.id))
            self._receptions[id] = reception
            return reception

    def readable(self, id: str, reader: Actor) -> StoredFile:
        """Return a file that is whole and that the reader may see.

        Raises UnknownFile, NotWhole, or FileLost when the disk no longer holds what had arrived.
        """
        file = self._seen(id, reader)
        if not file.is_complete:
            raise NotWhole(file.received, file.bytes)
        if self._bytes_on_disk(file) != file.bytes:
            raise FileLost
        return file

    def chunks(self, file: StoredFile) -> Iterator[bytes]:
        """Yield the file's bytes."""
        with self._path(file.id).open("rb") as source:
            while chunk := source.read(CHUNK_BYTES):
                yield chunk

    def media_type(self, file: StoredFile) -> str:
        """Return what the file is by its own bytes. Nothing of it is decoded."""
        with self._path(file.id).open("rb") as source:
            return sniffed(source.read(SNIFFED_BYTES))

    def remember_received(self, file: StoredFile, received: int) -> None:
        """Write down how many bytes are safely on disk."""
        with self._store.writing() as connection:
            connection.execute(update(files).where(files.c.id == file.id).values(received=received))

    def finish(self, file: StoredFile) -> None:
        """Verify the bytes, mark the file complete and tell of it.

        Raises ChecksumMismatch; the bytes are dropped.
        """
        path = self._path(file.id)
        with path.open("rb") as source:
            fits = hashlib.file_digest(source, "sha256").hexdigest() == file.sha256.lower()
        if not fits:
            self.remember_received(file, 0)
            path.unlink()
            raise ChecksumMismatch
        with self._store.writing() as connection:
            news = mark_complete(connection, file.id, self._now())
        if news is not None:
            self._on_commit(news)

    def end(self, reception: "Reception") -> None:
        """Bring what came to disk; the reception is over."""
        reception.pause()
        with self._lock:
            if self._receptions.get(reception.file.id) is reception:
                del self._receptions[reception.file.id]

    def _own(self, id: str, owner_id: PersonId) -> StoredFile:
        with self._store.reading() as connection:
            row = _row(connection, id)
        if row is None or row.owner_id != owner_id:
            raise UnknownFile
        return self._as_on_disk(_file_from(row))

    def _seen(self, id: str, reader: Actor) -> StoredFile:
        with self._store.reading() as connection:
            row = _row(connection, id)
            if row is None:
                raise UnknownFile
            moment = Moment(connection)
            scope = moment.queues().scope(reader.id, reader.role)
            held = moment.tickets(scope, _places(connection, row))
            if any(row.audience in scope.audiences(one.ticket) for one in held.values()):
                return _file_from(row)
            if not is_in_article(connection, FileId(row.id), for_staff=scope.is_staff):
                raise UnknownFile
            return _file_from(row)

    def _as_on_disk(self, file: StoredFile) -> StoredFile:
        """What the row says counts, unless the disk holds less: a lost folder is filled anew."""
        if file.is_complete:
            return file
        return replace(file, received=min(file.received, self._bytes_on_disk(file)))

    def _bytes_on_disk(self, file: StoredFile) -> int:
        path = self._path(file.id)
        return path.stat().st_size if path.exists() else 0

    def _path(self, id: FileId) -> Path:
        """Spread over 256 folders by the id's end: it is random, the beginning is the time."""
        return self._folder / id[-2:] / id


class Reception:
    """The bytes of one upload on their way to the disk. It ends by `pause`, whichever thread calls it."""

    def __init__(self, files: Files, file: StoredFile, path: Path) -> None:
        self.file = file
        self.received = file.received
        self._files = files
        self._lock = Lock()
        self._target: BinaryIO | None = _open_at(path, file.received)

    def write(self, chunk: bytes) -> None:
        """Append bytes. Raises TooManyBytes, or WrongOffset when a newer upload took over."""
        with self._lock:
            if self._target is None:
                raise WrongOffset(self.received)
            if self.received + len(chunk) > self.file.bytes:
                raise TooManyBytes(self.file.bytes)
            self._target.write(chunk)
            self.received += len(chunk)

    def pause(self) -> None:
        """Bring what came safely to disk, then write down how much it is."""
        with self._lock:
            target, self._target = self._target, None
            if target is None:
                return
            with target:
                target.flush()
                os.fsync(target.fileno())
            self._files.remember_received(self.file, self.received)


def _open_at(path: Path, offset: int) -> BinaryIO:
    """Return the file open for writing at `offset`, cut there; what follows was never acknowledged."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b")
    target.truncate(offset)
    target.seek(offset)
    return target


def _row(connection: Connection, id: str) -> Row[Any] | None:
    return connection.execute(select(files).where(files.c.id == id)).first() if is_id(id) else None


def _places(connection: Connection, row: Row[Any]) -> list[str]:
    """Return the tickets in which a file stands."""
    question = select(repeated_files.c.ticket_id).where(repeated_files.c.file_id == row.id)
    return [row.ticket_id, *connection.scalars(question)]


def _file_from(row: Row[Any]) -> StoredFile:
    return StoredFile(
        id=FileId(row.id),
        owner_id=PersonId(row.owner_id),
        name=row.name,
        bytes=row.bytes,
        sha256=row.sha256,
        received=row.received,
        is_complete=row.complete_at is not None,
    )
