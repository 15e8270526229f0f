"""`itdesk server import-holidays`: all days of a file or none, and clear words."""

from pathlib import Path

import pytest

from itdesk.domain.documents import Calendar
from itdesk.server.starter import seed_starters
from itdesk.server.store.documents import read_document
from itdesk.server.store.store import Store, open_store
from tests.e2e.server.test_accounts_commands import command
from tests.unit.server.test_holidays_file import day, ics


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with_store = _store(tmp_path)
    with_store.migrate()
    seed_starters(with_store)
    with_store.close()
    return tmp_path


def _store(folder: Path) -> Store:
    return open_store(folder / "itdesk.db")


def _closed(folder: Path) -> list[str]:
    store = _store(folder)
    found = read_document(store, Calendar, "office")
    store.close()
    assert found is not None
    return [closed.isoformat() for closed in found[0].closed_days]


def test_the_days_are_closed_once(folder: Path) -> None:
    file = folder / "holidays.ics"
    file.write_bytes(ics(day("20271231"), "DTEND;VALUE=DATE:20280102"))
    done = command(folder, "import-holidays", "office", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "“office” is closed on 2 more days, from 2027-12-31 to 2028-01-01.\n"
    assert _closed(folder) == ["2027-12-31", "2028-01-01"]
    again = command(folder, "import-holidays", "office", str(file))
    assert again.stdout == "“office” was closed on all these days already.\n"


@pytest.mark.parametrize(
    ("calendar", "content", "says"),
    [
        ("nowhere", ics(day("20271231")), "There is no calendar “nowhere”; there are: always, office."),
        ("office", b"<html>", "no iCalendar file"),
        ("office", ics("DTSTART:20271231T100000Z"), "has a time of day"),
        ("office", None, "cannot be read"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    folder: Path, calendar: str, content: bytes | None, says: str
) -> None:
    file = folder / "holidays.ics"
    if content is not None:
        file.write_bytes(content)
    done = command(folder, "import-holidays", calendar, str(file))
    assert (done.returncode, done.stdout) == (3, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert _closed(folder) == []
