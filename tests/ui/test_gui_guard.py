"""The guard over the GUI thread catches each thing that it is there for."""

import contextlib
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from PySide6.QtGui import QImage, QImageReader, QPixmap
from sqlalchemy import create_engine, text

from tests.ui.gui_guard import ForbiddenOnGuiThread, GuiGuard


def read_a_file(folder: Path) -> object:
    return (folder / "facts.json").read_text("utf-8")


def write_a_file(folder: Path) -> object:
    return (folder / "new.txt").write_text("x", "utf-8")


def open_sqlite(folder: Path) -> object:
    return sqlite3.connect(folder / "outbox.sqlite")


def connect(_folder: Path) -> object:
    with socket.socket() as plug:
        return plug.connect_ex(("127.0.0.1", 9))


def look_up(_folder: Path) -> object:
    return socket.getaddrinfo("localhost", 80)


def start_a_process(_folder: Path) -> object:
    return subprocess.run([sys.executable, "-c", ""], check=True)


def ask_the_keyring(_folder: Path) -> object:
    return keyring.get_password("itdesk", "joanna")


def save_an_image(folder: Path) -> object:
    return QImage(4, 4, QImage.Format.Format_RGB32).save(str(folder / "screen.png"))


def load_an_image(folder: Path) -> object:
    return QImage().load(str(folder / "screen.png"))


def decode_an_image(_folder: Path) -> object:
    return QImage().loadFromData(b"nothing")


def read_by_a_reader(folder: Path) -> object:
    return QImageReader(str(folder / "screen.png")).read()


def save_a_pixmap(folder: Path) -> object:
    return QPixmap(4, 4).save(str(folder / "screen.png"))


DEEDS = [
    read_a_file,
    write_a_file,
    open_sqlite,
    connect,
    look_up,
    start_a_process,
    ask_the_keyring,
    save_an_image,
    load_an_image,
    decode_an_image,
    read_by_a_reader,
    save_a_pixmap,
]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_the_guard_catches(deed: Callable[[Path], object], guard: GuiGuard, tmp_path: Path) -> None:
    with pytest.raises(ForbiddenOnGuiThread):
        deed(tmp_path)
    assert len(guard.violations) == 1
    guard.violations.clear()


def test_the_guard_catches_sql_on_an_open_connection(guard: GuiGuard, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'replica.sqlite'}")
    with guard.off():
        connection = engine.connect()
    with pytest.raises(ForbiddenOnGuiThread):
        connection.execute(text("SELECT 1"))
    with guard.off():
        connection.close()
        engine.dispose()
    guard.violations.clear()


def test_other_threads_may(
    in_background: Callable[[Callable[[], object]], object], guard: GuiGuard, tmp_path: Path
) -> None:
    assert in_background(lambda: write_a_file(tmp_path)) == 1
    assert in_background(lambda: save_an_image(tmp_path)) is True
    assert not guard.violations


@pytest.mark.xfail(
    raises=pytest.fail.Exception, strict=True, reason="the guard fails this test: that is the proof"
)
def test_a_swallowed_violation_fails_the_test_all_the_same(tmp_path: Path) -> None:
    with contextlib.suppress(ForbiddenOnGuiThread):
        write_a_file(tmp_path)
