"""Noticing foreign writes: one question, and nothing is made by asking it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from itdesk.replica.watch import Watch


def write(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE IF NOT EXISTS notes (words TEXT)")
        connection.execute("INSERT INTO notes VALUES ('x')")


def test_what_others_write_is_news_once(tmp_path: Path) -> None:
    paths = tmp_path / "a b#c?.db", tmp_path / "other.db"
    for path in paths:
        write(path)
    watch = Watch(paths)
    assert not watch.has_news()
    for path in paths:
        write(path)
        assert [watch.has_news(), watch.has_news()] == [True, False]
    watch.close()


def test_a_file_that_was_removed_is_not_made_anew_empty(tmp_path: Path) -> None:
    paths = tmp_path / "here.db", tmp_path / "gone.db"
    write(paths[0])
    watch = Watch(paths)
    assert not watch.has_news()
    assert not paths[1].exists()
    write(paths[1])
    assert not watch.has_news()
    write(paths[1])
    assert watch.has_news()
    watch.close()
