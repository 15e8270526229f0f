"""How the server stands, for administrators: its program, its database, and when it was backed up last."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.services.server_state import ServerStanding
from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import clock_text, day_and_time, duration_text
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel

SIZE_PX = (560, 420)
NAMES_PX = 150
UNKNOWN = "–"


class ServerDialog(QDialog):
    """Asks as soon as it opens, and again when it is told to. `ask` raises WorldFailed.

    What the server said last stays to be read when it does not answer.
    """

    def __init__(
        self,
        runner: Runner,
        ask: Callable[[], ServerStanding],
        now: Callable[[], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ask = ask
        self._now = now
        self.setWindowTitle(self.tr("Server"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.resize(*(scaled(px) for px in SIZE_PX))
        self.title = PlainLabel(self.tr("How the server stands"), TextRole.SECTION)
        self.hint = PlainLabel("", TextRole.TEXT, tone="secondary", wraps=True)
        self.banner = Banner()
        self._lines = QGridLayout()
        self.address = self._line(self.tr("Address"))
        self.program = self._line(self.tr("Program"))
        self.database = self._line(self.tr("Database"))
        self.schema = self._line(self.tr("Schema"))
        self.backup = self._line(self.tr("Last good backup"))
        self.waiting = self._line(self.tr("Waiting changes"))
        self.failing = self._line(self.tr("Failing jobs"))
        self.refresh_button = Button(self.tr("Ask again"), icon_name="sync")
        self.refresh_button.clicked.connect(self.refresh)
        self.close_button = Button(self.tr("Close"), Kind.PRIMARY)
        self.close_button.clicked.connect(self.reject)
        self._assemble()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask the server, in the background; one question at a time."""
        self.refresh_button.setEnabled(False)
        self.hint.setText(self.tr("Asking the server…"))
        self._runner.run(self._ask, then=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, told: ServerStanding) -> None:
        now = self._now()
        self._answered(self.tr("Told by the server at {time}.").format(time=clock_text(now)))
        self._say(self.address, told.address)
        self._say(self.program, f"itdesk {told.version}")
        self._say(self.database, "SQLite" if told.is_sqlite else "PostgreSQL")
        self._say(self.schema, self._schema_words(told))
        self._say(self.backup, self._backup_words(told, now))
        self._say(self.waiting, str(told.waiting))
        self._say(self.failing, ", ".join(told.failing) or self.tr("none"))
        self._warn(told, now)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        """What stands here is from before."""
        self._answered(failure_sentence(error))
        self.banner.say(Tone.BAD, self.tr("The server does not tell how it stands"), failure_sentence(error))
        self.hint.setText(self.tr("Below is what it said before, if it did."))

    def _answered(self, words: str) -> None:
        self.refresh_button.setEnabled(True)
        self.hint.setText(words)

    def _warn(self, told: ServerStanding, now: datetime) -> None:
        if not told.is_schema_right:
            what = self.tr("The database belongs to another version of itdesk")
            self.banner.say(Tone.BAD, what, self.tr("Start the server of the version that used it last."))
        elif not told.has_fresh_backup(now):
            self.banner.say(Tone.CAREFUL, self._backup_missing(told), self._backup_advice(told))
        elif told.failing:
            what = self.tr("Some of what the server does by itself fails")
            self.banner.say(
                Tone.CAREFUL, what, self.tr("Run “itdesk server jobs” on the server: it says why.")
            )
        else:
            self.banner.dismiss()

    def _backup_missing(self, told: ServerStanding) -> str:
        if told.last_backup is None:
            return self.tr("There is no good backup yet")
        return self.tr("The last good backup is older than 36 hours")

    def _backup_advice(self, told: ServerStanding) -> str:
        if told.is_sqlite:
            return self.tr(
                "Run “itdesk server backup” on the server now, and “itdesk server jobs” to see"
                " why it makes none each night."
            )
        return self.tr("Run “itdesk server backup” on the server now, and from a timer every night.")

    def _schema_words(self, told: ServerStanding) -> str:
        if not told.schema:
            return UNKNOWN
        if told.is_schema_right:
            return self.tr("{number}, as this version wants it").format(number=told.schema)
        return self.tr("{number}, of another version").format(number=told.schema)

    def _backup_words(self, told: ServerStanding, now: datetime) -> str:
        if told.last_backup is None:
            return self.tr("never")
        return self.tr("{time}, {age} ago").format(
            time=day_and_time(told.last_backup, now), age=duration_text(now - told.last_backup)
        )

    def _line(self, name: str) -> PlainLabel:
        value = PlainLabel(UNKNOWN, wraps=True)
        value.setAccessibleName(f"{name}: {UNKNOWN}")
        value.setProperty("line", name)
        at, top = self._lines.rowCount(), Qt.AlignmentFlag.AlignTop
        self._lines.addWidget(PlainLabel(name, tone="secondary"), at, 0, top)
        self._lines.addWidget(value, at, 1, top)
        return value

    def _say(self, line: PlainLabel, words: str) -> None:
        line.setText(words)
        line.setAccessibleName(f"{line.property('line')}: {words}")

    def _assemble(self) -> None:
        self._lines.setHorizontalSpacing(scaled(16))
        self._lines.setVerticalSpacing(scaled(8))
        self._lines.setColumnMinimumWidth(0, scaled(NAMES_PX))
        self._lines.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.refresh_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.banner)
        column.addLayout(self._lines)
        column.addStretch(1)
        column.addLayout(buttons)
