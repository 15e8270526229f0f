"""What this program is and how it stands, and a check of everything that it needs."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.background import Runner
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.ui.preferences.finding_row import FindingRow
from itdesk.ui.preferences.state_words import Group, as_text, groups_of
from itdesk.ui.preferences.value_lines import ValueLines
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.services.doctor import Finding
    from itdesk.services.program_state import ProgramState

MARGIN = 28
FILE_NAME = "itdesk-diagnostics.txt"


def utc_now() -> datetime:
    """Return the time by this computer's clock."""
    return datetime.now(UTC)


class DiagnosticsPage(ScrollPage):
    """Everything as it is now. Signals: `failed(Exception)`."""

    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        calls: SettingsCalls,
        *,
        now: Callable[[], datetime] = utc_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("base", scaled(MARGIN), parent)
        self._runner = runner
        self._calls = calls
        self._now = now
        self._groups: tuple[Group, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        self.check_button = Button(self.tr("Check everything"), icon_name="search")
        self.copy_button = Button(self.tr("Copy"))
        self.save_button = Button(self.tr("Save as a file"), icon_name="download")
        self.said = PlainLabel(
            self.tr("The check looks at files, keyring, network and clock, and sends nothing of yours."),
            TextRole.META,
            tone="secondary",
            wraps=True,
        )
        self._checked = QVBoxLayout()
        self._told = QVBoxLayout()
        self.check_button.clicked.connect(self.check)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self._ask_where)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(False)
        self._assemble()

    @property
    def text(self) -> str:
        """All that is shown, as plain text."""
        return as_text(self._groups, self._findings)

    def look(self) -> None:
        """Look anew how the program stands."""
        self._runner.run(self._calls.program_state, then=self._show_state, failed=self._fail)

    @Slot()
    def check(self) -> None:
        """Examine everything; it may take some seconds."""
        self.check_button.setEnabled(False)
        self.said.setText(self.tr("Checking. This takes up to twenty seconds."))
        self._runner.run(self._calls.doctor, then=self._show_findings, failed=self._on_not_checked)

    @Slot()
    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self.said.setText(self.tr("Copied. You can paste it into a message to IT."))

    @Slot(str)
    def save(self, path: str) -> None:
        """Write the text into a file."""
        call = partial(Path(path).write_text, self.text, "utf-8")
        self._runner.run(call, then=self._on_saved, failed=self._fail)

    @Slot()
    def _ask_where(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _show_state(self, state: "ProgramState") -> None:
        self._groups = groups_of(state, self._now())
        _empty(self._told)
        for group in self._groups:
            self._told.addWidget(ValueLines(group))
        for button in (self.copy_button, self.save_button):
            button.setEnabled(True)

    @Slot(object)
    def _show_findings(self, findings: "tuple[Finding, ...]") -> None:
        self._findings = findings
        _empty(self._checked)
        for finding in findings:
            self._checked.addWidget(FindingRow(finding))
        bad = sum(finding.verdict.value != "ok" for finding in findings)
        self.said.setText(
            self.tr("%n thing(s) to look at.", "", bad) if bad else self.tr("All of this is in order.")
        )
        self.check_button.setEnabled(True)

    @Slot(object)
    def _on_not_checked(self, error: Exception) -> None:
        self.said.setText("")
        self.check_button.setEnabled(True)
        self.failed.emit(error)

    @Slot(object)
    def _on_saved(self, _length: int) -> None:
        self.said.setText(self.tr("Saved."))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        for button in (self.copy_button, self.save_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for column in (self._checked, self._told):
            column.setSpacing(scaled(8))
        self._told.setSpacing(scaled(24))
        self.column.setSpacing(scaled(16))
        self.column.addWidget(PlainLabel(self.tr("Diagnostics"), TextRole.SECTION))
        self.column.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(buttons)
        self.column.addWidget(self.said)
        self.column.addLayout(self._checked)
        self.column.addLayout(self._told)
        self.column.addStretch(1)


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
