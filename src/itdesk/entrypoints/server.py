"""Runs the central ticket store: as a program, or inside another one."""

import ctypes
import logging
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from platformdirs import user_data_path

from itdesk.domain.people import Role
from itdesk.domain.refusals import Refused
from itdesk.entrypoints.facing import Asked, facing_of, renewed_on_hangup
from itdesk.entrypoints.watching import CannotWatch, Watching
from itdesk.server import limits
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.codes import Codes, made_for_set_up
from itdesk.server.accounts.enrolments import Enrolments
from itdesk.server.accounts.errors import AccountError
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.accounts.sessions import Sessions
from itdesk.server.http.app import make_app
from itdesk.server.http.door_guard import guarded
from itdesk.server.http.doors import Doors
from itdesk.server.http.gate import Gate
from itdesk.server.http.live import LiveStreams
from itdesk.server.http.metrics import Metrics
from itdesk.server.http.observing import observed
from itdesk.server.http.requests import with_request_ids
from itdesk.server.http.serving import CannotListen, HttpServer, listen, url_of
from itdesk.server.http.workers import Workers
from itdesk.server.jobs.declared import declared_jobs
from itdesk.server.jobs.runner import JobRunner
from itdesk.server.network.errors import NetworkProblem
from itdesk.server.network.facing import ALONE, Facing
from itdesk.server.privacy.erasure import Erasure
from itdesk.server.privacy.openings import Openings
from itdesk.server.starter import seed_starters
from itdesk.server.store.documents import DocumentConflict
from itdesk.server.store.files import Files
from itdesk.server.store.folder_lock import FolderNotOurs, alone_in
from itdesk.server.store.store import Store, StoreNotToUse, StoreUnavailable, open_store
from itdesk.server.tickets.desk import TicketDesk

logger = logging.getLogger(__name__)

DONE, WORLD_FAILED, REFUSED = 0, 1, 3
DATABASE_FILE = "itdesk.db"
FILES_FOLDER = "files"
BACKUPS_FOLDER = "backups"
HIDDEN = "•••"
MALLOC_ARENA_MAX, MALLOC_MMAP_THRESHOLD = -8, -3  # of glibc's malloc.h
SYSTEM_DATA = Path("/var/lib/itdesk")


class CannotStart(Exception):
    """The world failed before the server could serve. The text is a sentence for a person."""


NOT_STARTED = (
    CannotStart,
    CannotListen,
    CannotWatch,
    FolderNotOurs,
    NetworkProblem,
    StoreNotToUse,
    StoreUnavailable,
)


class Unusable(Exception):
    """What somebody asked for cannot be done. The text is a sentence for a person."""


def run(
    data_dir: Path | None,
    database: str | None,
    host: str,
    port: int,
    asked: Asked | None = None,
    *,
    backups: bool = True,
    watching: Watching | None = None,
) -> int:
    """Serve until SIGTERM or SIGINT; return the exit code. With `backups` an SQLite store backs itself up.

    `asked`: how the network sees the server.

    The first line of standard output says where. What prevents a start is one sentence on standard error.
    """
    watching = watching or Watching()
    _give_memory_back()
    try:
        facing = facing_of(asked or Asked(), utc_now())
        metrics_token = watching.metrics_token()
        folder = prepare_folder(data_dir)
        with (
            watching.log_written(),
            nullcontext() if database else alone_in(folder),  # PostgreSQL may have several servers
            opened(folder, database) as store,
            listen(host, port, facing.check_bound) as owned,
            serving(
                store,
                folder / FILES_FOLDER,
                owned,
                on_ready=partial(_say_where, store),
                facing=facing,
                backups=folder / BACKUPS_FOLDER if backups and not database else None,
                metrics_token=metrics_token,
            ) as server,
            _signals_call(server.stop),
            renewed_on_hangup(asked, facing, utc_now),
        ):
            server.serve_until_stopped()
    except NOT_STARTED as error:
        return tell(error, WORLD_FAILED, database)
    return DONE


def add_user(
    *, login: str, name: str, role: Role, password: str, data_dir: Path | None, database: str | None
) -> int:
    """Add a person who may sign in; return the exit code. What prevents it is one sentence."""

    def add(accounts: Accounts) -> str:
        person = accounts.add_user(login, name=name, role=role, password=password)
        return f"{person.login} may sign in as {person.role}."

    return _with_accounts(add, data_dir, database)


def set_password(*, login: str, password: str, data_dir: Path | None, database: str | None) -> int:
    """Give a person a new password; return the exit code. What prevents it is one sentence."""

    def change(accounts: Accounts) -> str:
        person = accounts.set_password(login, password)
        return f"{person.login} has a new password and has to sign in again everywhere."

    return _with_accounts(change, data_dir, database)


def disable(*, login: str, data_dir: Path | None, database: str | None) -> int:
    """Shut a person out; return the exit code. What prevents it is one sentence."""

    def shut_out(accounts: Accounts) -> str:
        return f"{accounts.disable(login).login} cannot sign in any more."

    return _with_accounts(shut_out, data_dir, database)


class ServerThread:
    """A server inside this process, over a store that is already migrated."""

    def __init__(self, store: Store, *, files: Path, host: str = "127.0.0.1", port: int = 0) -> None:
        self._store = store
        self._files = files
        self._owned = listen(host, port)
        self._serves = Event()
        self._server: HttpServer | None = None
        self._failure: BaseException | None = None
        self._thread = Thread(target=self._run, name="itdesk-server", daemon=True)
        self.url = url_of(self._owned)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> str:
        """Serve in a thread of its own; return the address once it answers."""
        self._thread.start()
        self._serves.wait()
        if self._server is None or not self._server.started:
            raise CannotStart("The embedded server ended before it served.") from self._failure
        return self.url

    def stop(self) -> None:
        """Finish what is under way and end the thread. The store stays open."""
        if self._server is not None:
            self._server.stop()
        self._thread.join()

    def _run(self) -> None:
        try:
            with (
                self._owned,
                serving(
                    self._store, self._files, self._owned, on_ready=lambda _: self._serves.set()
                ) as server,
            ):
                self._server = server
                server.serve_until_stopped()
        except (Exception, SystemExit) as failure:  # told to whoever waits in start, or logged
            self._failure = failure
            logger.exception("The embedded server failed.")
        finally:
            self._serves.set()


@contextmanager
def serving(
    store: Store,
    files: Path,
    owned: socket.socket,
    *,
    on_ready: Callable[[str], None],
    backups: Path | None = None,
    facing: Facing = ALONE,
    metrics_token: str = "",
) -> Iterator[HttpServer]:
    """Build everything that serves `store`; at the end, what was accepted is on disk and threads are over."""
    passwords = Passwords()
    accounts = Accounts(store, now=utc_now, passwords=passwords)
    desk = TicketDesk(store, now=utc_now)
    workers = Workers("itdesk-request", threads=limits.THREADS, waiting=limits.WAITING)
    hashing = Workers("itdesk-sign-in", threads=limits.HASHING_THREADS, waiting=limits.HASHING_WAITING)
    live = LiveStreams(read_head=desk.head, valid_among=accounts.valid_among, workers=workers)
    doors = Doors(
        store=store,
        desk=desk,
        erasure=Erasure(store, desk, files),
        openings=Openings(store, now=utc_now),
        accounts=accounts,
        enrolments=Enrolments(store, now=utc_now),
        sessions=Sessions(store, now=utc_now),
        codes=Codes(store, now=utc_now, passwords=passwords),
        files=Files(store, files, now=utc_now, on_commit=live.notify),
        live=live,
        workers=workers,
        hashing=hashing,
        base_url=facing.base_url,
        gate=Gate(),
        metrics=Metrics(),
        metrics_token=metrics_token,
    )
    desk.on_commit(live.notify)
    jobs = JobRunner(store, declared_jobs(store, desk, files, backups), now=utc_now)
    desk.start()
    doors.erasure.catch_up()  # a database from a backup may not know who was erased since
    jobs.start()
    doors.openings.start()
    try:
        app = observed(guarded(doors.gate.around(make_app(doors)), facing), doors.metrics)
        yield HttpServer(
            with_request_ids(app),
            owned,
            on_ready=lambda: on_ready(url_of(owned, facing.scheme)),
            on_stop=live.close,
            tls=facing.tls,
        )
    finally:
        workers.close()
        hashing.close()
        jobs.stop()
        doors.openings.stop()
        desk.stop()


@contextmanager
def opened(folder: Path, database: str | None) -> Iterator[Store]:
    """Open and migrate the store; a new one is given what it starts with.

    Raises CannotStart, StoreNotToUse, StoreUnavailable.
    """
    store = open_store(checked_url(database) if database else folder / DATABASE_FILE)
    try:
        store.migrate()
        seed_starters(store)
        yield store
    finally:
        store.close()


def prepare_folder(data_dir: Path | None) -> Path:
    """Return the folder of the store, made when it was missing. Raises CannotStart."""
    folder = (data_dir or default_folder()).absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise CannotStart(
            f"The folder {folder} cannot be written: {error.strerror}. Choose another with --data-dir."
        ) from error


def default_folder() -> Path:
    """Return /var/lib/itdesk for root, else a folder of the person's own."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return SYSTEM_DATA
    return user_data_path("itdesk", appauthor=False) / "server"


def utc_now() -> datetime:
    """Return the time by this computer's clock."""
    return datetime.now(UTC)


def _with_accounts(deed: Callable[[Accounts], str], data_dir: Path | None, database: str | None) -> int:
    """Do something to the accounts and print the sentence that tells it; return the exit code."""
    return with_store(
        lambda store: deed(Accounts(store, now=utc_now, passwords=Passwords())), data_dir, database
    )


def with_store(deed: Callable[[Store], str], data_dir: Path | None, database: str | None) -> int:
    """Do something to the store and print what it returns; return the exit code.

    What prevents it is one sentence on standard error: a refusal of ours, or a failure of the world.
    """
    try:
        with opened(prepare_folder(data_dir), database) as store:
            done = deed(store)
    except (AccountError, DocumentConflict, Refused, Unusable) as error:
        return tell(error, REFUSED, database)
    except (CannotStart, StoreNotToUse, StoreUnavailable) as error:
        return tell(error, WORLD_FAILED, database)
    print(done)
    return DONE


def checked_url(database: str) -> str:
    """Return the address of a PostgreSQL database. Raises CannotStart for anything else."""
    try:
        parts = urlsplit(database)
        _ = parts.port
    except ValueError as error:
        # the error's own words would repeat the beginning of a password that has a # or / in it
        raise CannotStart(
            "The address of the database cannot be read. It looks like postgresql://USER:PASSWORD@HOST:5432/NAME;"
            " in a password write %23 for #, %2F for / and %40 for @."
        ) from error
    if parts.scheme not in ("postgresql", "postgres"):
        raise CannotStart("The database must be given as postgresql://USER:PASSWORD@HOST/NAME.")
    return database


def _say_where(store: Store, url: str) -> None:
    """Print where; as long as there is no admin, also a new code with which one is made."""
    print(f"listening on {url}", flush=True)
    made = made_for_set_up(store, utc_now())
    if made is not None:
        print(f"There is no admin yet. Set-up code: {made.code}", flush=True)
        print("Give it once within 24 hours in itdesk's sign-in window: “I have a code”.", flush=True)


def tell(error: Exception, code: int, database: str | None) -> int:
    """Print the sentence on one line, without the database's password; return `code`."""
    sentence = " ".join(str(error).split())
    with suppress(ValueError):
        password = urlsplit(database or "").password
        if password:
            sentence = sentence.replace(password, HIDDEN).replace(unquote(password), HIDDEN)
    print(sentence, file=sys.stderr)
    return code


def _give_memory_back() -> None:
    """Ask glibc for few arenas, and to return what a password check used.

    Under load it keeps the process at two thirds of its memory (docs/server.md). No glibc: no effect.
    """
    with suppress(OSError, AttributeError, TypeError):
        set_option = ctypes.CDLL(None).mallopt
        set_option(MALLOC_ARENA_MAX, 2)
        set_option(MALLOC_MMAP_THRESHOLD, 1024 * 1024)


@contextmanager
def _signals_call(stop: Callable[[], None]) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the server cleanly, as long as it runs."""
    before = {number: signal.signal(number, lambda *_: stop()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
