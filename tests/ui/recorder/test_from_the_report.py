"""From the report's button to a file of the report, through the windows of the running desktop."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Role
from itdesk.entrypoints.desktop import Program, surroundings
from itdesk.services.desk import Account, Desk, close_desk, desk_of, write_account
from itdesk.ui.background import Runner
from itdesk.ui.recorder.recorder import StepsRecorder
from itdesk.ui.recorder.scratch import FOLDER
from itdesk.ui.report.record_row import RecordRow
from itdesk.ui.screen_capture import Hindrance
from itdesk.ui.windows import Windows
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.settings_files import read_settings
from tests.ui.gui_guard import in_background
from tests.ui.walk import assert_named

PATIENCE_MS = 20_000
ACCOUNT = Account(
    server_url="http://127.0.0.1:1",
    person_id=PersonId("0a" * 16),
    login="joanna",
    name="Joanna Wiśniewska",
    role=Role.EMPLOYEE,
)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A data folder in which a crash has left a picture."""
    made = DataFolder(tmp_path).create()
    write_account(made, ACCOUNT)
    (made.root / FOLDER).mkdir()
    (made.root / FOLDER / "000001").write_bytes(b"a picture")
    return made


@pytest.fixture
def desk(data: DataFolder) -> Iterator[Desk]:
    opened = desk_of(data, ACCOUNT)
    yield opened
    close_desk(opened)


@pytest.fixture
def windows(
    data: DataFolder,
    desk: Desk,
    runner: Runner,
    qtbot: QtBot,
    off_guard: Callable[[], AbstractContextManager[None]],
) -> Iterator[Windows]:
    """The windows of one desktop, a report shown."""
    with off_guard():
        settings = read_settings(data, environment={"ITDESK_CREDENTIAL_STORE": "memory"})
        around = surroundings(Program(data, settings))
    owner = QObject()
    made = Windows(owner, runner, around)
    made.use_desk(desk, ())
    made.show_report(None)
    yield made
    made.close_all()
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=PATIENCE_MS)


def recorder_of(windows: Windows) -> StepsRecorder:
    report: Any = windows.window("report")
    report.along.screenshot.recording.button.click()
    [recorder] = windows.findChildren(StepsRecorder)
    return recorder


def test_the_steps_are_a_file_of_the_report(windows: Windows, qtbot: QtBot) -> None:
    report: Any = windows.window("report")
    ended: list[object] = []
    windows.last_closed.connect(lambda: ended.append("the program would end"))
    recorder = recorder_of(windows)
    assert not report.isVisible()
    with qtbot.waitSignal(recorder.recording.told, timeout=PATIENCE_MS):
        recorder.recording.look()
    qtbot.mouseClick(recorder.bar.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: recorder.review is not None, timeout=PATIENCE_MS)
    assert recorder.review is not None
    with qtbot.waitSignal(recorder.over, timeout=PATIENCE_MS):
        recorder.review.add_button.click()
    assert report.isVisible()
    assert [file.name for file in report.along.screenshot.attached()] == ["steps.pdf"]
    assert not ended
    qtbot.waitUntil(lambda: not windows.findChildren(StepsRecorder), timeout=PATIENCE_MS)


def test_what_a_crash_left_is_gone_when_the_desktop_starts(
    windows: Windows, data: DataFolder, qtbot: QtBot
) -> None:
    assert windows.window("report") is not None
    qtbot.waitUntil(lambda: not in_background((data.root / FOLDER).exists), timeout=PATIENCE_MS)


def test_signing_out_ends_a_recording(
    windows: Windows, runner: Runner, qtbot: QtBot, data: DataFolder
) -> None:
    recorder = recorder_of(windows)
    with qtbot.waitSignal(recorder.recording.told, timeout=PATIENCE_MS):
        recorder.recording.look()
    with qtbot.waitSignal(recorder.over, timeout=PATIENCE_MS):
        windows.use_desk(None)
    assert not in_background((data.root / FOLDER).exists)


def test_where_the_company_forbids_it_the_reason_is_said(qtbot: QtBot, language: str) -> None:
    row = RecordRow(may_record=False)
    qtbot.addWidget(row)
    row.show()
    assert not row.button.isVisible()
    assert row.reason.isVisible()
    assert row.reason.text()
    assert language in {"en", "pl"}


def test_where_the_desktop_forbids_it_nothing_is_recorded(qtbot: QtBot) -> None:
    row = RecordRow(may_record=True, ask=lambda: Hindrance.WAYLAND)
    qtbot.addWidget(row)
    row.show()
    assert_named(row)
    with qtbot.waitSignal(row.hindered), qtbot.assertNotEmitted(row.record_wanted):
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
