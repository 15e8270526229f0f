"""Who was not helped by an article reports with its name, whatever she had begun to write before."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from itdesk.entrypoints.desktop import Program, surroundings
from itdesk.services.drafts import draft
from itdesk.ui.background import Runner
from itdesk.ui.report.words import words_of
from itdesk.ui.windows import Windows
from itdesk.workstation.paths import data_folder
from itdesk.workstation.settings_files import read_settings
from tests.ui.gui_guard import in_background
from tests.ui.requester.helpdesk import QUEUE_ARTICLE, Helpdesk, a_year, close_helpdesk, open_helpdesk

PATIENCE_MS = 20_000
NAMED = f"“{QUEUE_ARTICLE.title['en']}” did not help:"
WRITTEN = "Drukarka miga"


@pytest.fixture
def helpdesk(tmp_path: Path, off_guard: Callable[[], AbstractContextManager[None]]) -> Iterator[Helpdesk]:
    """Joanna's desk."""
    with off_guard():
        helpdesk = open_helpdesk(tmp_path)
        a_year(helpdesk)
    yield helpdesk
    with off_guard():
        close_helpdesk(helpdesk)


@pytest.fixture
def windows(
    helpdesk: Helpdesk, tmp_path: Path, qtbot: QtBot, off_guard: Callable[[], AbstractContextManager[None]]
) -> Iterator[Windows]:
    """Her windows; whoever wants a report gets one."""
    runner, owner = Runner(), QObject()
    with off_guard():
        data = data_folder(str(tmp_path / "program")).create()
        settings = read_settings(data, environment={"ITDESK_CREDENTIAL_STORE": "memory"})
        around = surroundings(Program(data, settings))
    made = Windows(owner, runner, around)
    made.use_desk(helpdesk.desk, ())
    made.report_wanted.connect(lambda: made.show_report(None))
    yield made
    made.close_all()
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=PATIENCE_MS)
    assert runner.shutdown()


def report(windows: Windows, qtbot: QtBot) -> Any:
    made: Any = windows.window("report")
    qtbot.waitUntil(lambda: made.draft.is_read, timeout=PATIENCE_MS)
    return made


def want_report(windows: Windows, qtbot: QtBot) -> Any:
    """Say that the article did not help, and that people shall."""
    windows.show_knowledge(QUEUE_ARTICLE.id)
    knowledge: Any = windows.window("knowledge")
    qtbot.waitUntil(knowledge.article.text.isVisible, timeout=PATIENCE_MS)
    knowledge.article.helped.no_button.click()
    knowledge.article.helped.report_button.click()
    return report(windows, qtbot)


def lines(report: Any) -> list[str]:
    return [line.strip() for line in report.form.description.toPlainText().splitlines()]


def kept(helpdesk: Helpdesk) -> str:
    return in_background(lambda: words_of(draft(helpdesk.desk, "report")).description)


def begun(windows: Windows, helpdesk: Helpdesk, qtbot: QtBot) -> Any:
    windows.show_report(None)
    made = report(windows, qtbot)
    made.form.description.setPlainText(WRITTEN)
    qtbot.waitUntil(lambda: kept(helpdesk) == WRITTEN, timeout=PATIENCE_MS)
    return made


def test_an_empty_report_begins_with_the_article(windows: Windows, helpdesk: Helpdesk, qtbot: QtBot) -> None:
    assert lines(want_report(windows, qtbot)) == [NAMED]
    qtbot.waitUntil(lambda: NAMED in kept(helpdesk), timeout=PATIENCE_MS)


def test_a_draft_of_last_time_gets_the_article_below_it(
    windows: Windows, helpdesk: Helpdesk, qtbot: QtBot
) -> None:
    begun(windows, helpdesk, qtbot).close()
    made = want_report(windows, qtbot)
    assert lines(made) == [WRITTEN, NAMED]
    made.close()
    assert lines(want_report(windows, qtbot)) == [WRITTEN, NAMED], "named once, however often she asks"


def test_an_open_report_gets_it_too(windows: Windows, helpdesk: Helpdesk, qtbot: QtBot) -> None:
    made = begun(windows, helpdesk, qtbot)
    assert want_report(windows, qtbot) is made
    assert lines(made) == [WRITTEN, NAMED]
    assert made.form.description.textCursor().atEnd(), "she goes on behind it"
    assert lines(want_report(windows, qtbot)) == [WRITTEN, NAMED]


def test_a_receipt_makes_room_for_another_report(windows: Windows, helpdesk: Helpdesk, qtbot: QtBot) -> None:
    made = begun(windows, helpdesk, qtbot)
    made.submit()
    qtbot.waitUntil(lambda: made.is_sent, timeout=PATIENCE_MS)
    another = want_report(windows, qtbot)
    assert another is not made
    assert lines(another) == [NAMED]
