"""The rule that the GUI thread touches no disk, SQL, network, keyring, process or image file, made to bite.

A hook hears what Python opens and starts; an engine event hears SQL; the codecs of Qt's images, which
Python cannot hear, are wrapped. While a ui test runs, each of them raises on the GUI thread, and is
remembered, so that the test fails even where the error was swallowed.
"""

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import keyring
import keyring.core
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from sqlalchemy import Engine, event

FORBIDDEN_EVENTS = frozenset(
    {
        "open",
        "sqlite3.connect",
        "socket.connect",
        "socket.getaddrinfo",
        "subprocess.Popen",
        "os.system",
        "os.posix_spawn",
    }
)
CODECS: tuple[tuple[type, tuple[str, ...]], ...] = (
    (QImage, ("save", "load", "loadFromData")),
    (QPixmap, ("save", "load", "loadFromData")),
    (QImageReader, ("read",)),
    (QImageWriter, ("write",)),
)
KEYRING_CALLS = ("get_password", "set_password", "delete_password", "get_credential", "get_keyring")
HARMLESS_SUFFIXES = (".py", ".pyc", ".so", ".pth")
HARMLESS_FOLDERS = (".hypothesis", ".pytest_cache", "/dev/null", "/dev/urandom", "/proc/self/", "fonts")
PATIENCE_S = 100
"""A little less than a test may take: a busy computer is no failure."""

Answer = TypeVar("Answer")


class ForbiddenOnGuiThread(RuntimeError):
    """Something slow was done where nothing slow may be done."""


class GuiGuard:
    """Watches one thread while it is `on`."""

    def __init__(self) -> None:
        self.thread = threading.main_thread().ident
        self.is_on = False
        self.violations: list[str] = []

    def judge(self, what: str) -> None:
        """Raise if `what` happens on the watched thread while the guard is on."""
        if self.is_on and threading.get_ident() == self.thread:
            self.violations.append(what)
            raise ForbiddenOnGuiThread(what)

    @contextmanager
    def off(self) -> Iterator[None]:
        """Let a test itself do what the program may not."""
        was_on, self.is_on = self.is_on, False
        try:
            yield
        finally:
            self.is_on = was_on

    def hear(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Judge one audit event of Python."""
        if self.is_on and name in FORBIDDEN_EVENTS and not _is_harmless(name, arguments):
            self.judge(f"{name} {arguments[:1]!r}")

    def watch(self) -> None:
        """Begin to hear. A hook can never be taken away, so there is one guard a process."""
        sys.addaudithook(self.hear)
        event.listen(Engine, "before_cursor_execute", self._hear_sql)
        for call in KEYRING_CALLS:
            guarded = self._wrap(f"keyring.{call}", getattr(keyring, call))
            setattr(keyring, call, guarded)
            setattr(keyring.core, call, guarded)
        for codec, names in CODECS:
            for name in names:
                setattr(codec, name, self._wrap_method(f"{codec.__name__}.{name}", getattr(codec, name)))

    def _hear_sql(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        self.judge(f"SQL {statement[:60]!r}")

    def _wrap(self, what: str, call: Callable[..., Answer]) -> Callable[..., Answer]:
        def guarded(*arguments: Any, **options: Any) -> Answer:
            self.judge(what)
            return call(*arguments, **options)

        return guarded

    def _wrap_method(self, what: str, method: Callable[..., Answer]) -> Callable[..., Answer]:
        def guarded(owner: object, *arguments: Any, **options: Any) -> Answer:
            self.judge(what)
            return method(owner, *arguments, **options)

        return guarded


def _is_harmless(name: str, arguments: tuple[Any, ...]) -> bool:
    """Whether Python only loads its own modules, or pytest and Hypothesis write their notes."""
    if name != "open":
        return False
    path = arguments[0]
    if isinstance(path, int) or path is None:
        return True
    text = Path(path.decode() if isinstance(path, bytes) else str(path)).as_posix()
    return (
        text.startswith((sys.prefix, sys.base_prefix))
        or text.endswith(HARMLESS_SUFFIXES)
        or any(part in text for part in HARMLESS_FOLDERS)
    )


def in_background(call: Callable[[], Answer]) -> Answer:
    """Run `call` on another thread and return its answer: how a test looks into a file or a store."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(call).result(timeout=PATIENCE_S)
