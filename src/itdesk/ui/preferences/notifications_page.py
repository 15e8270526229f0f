"""When the program may tell something by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.background import Runner
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.ui.preferences.concern_rows import ConcernRows
from itdesk.ui.preferences.switch_row import SwitchRow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.settings import Settings

MARGIN = 28
FROM, UNTIL = "18:00", "07:00"
"""What quiet hours are when they are switched on."""
STEP_MIN = 30


class NotificationsPage(ScrollPage):
    """What is chosen is kept at once. Signals: `failed(Exception)`."""

    failed = Signal(object)

    def __init__(
        self, runner: Runner, calls: SettingsCalls, *, is_staff: bool = False, parent: QWidget | None = None
    ) -> None:
        """`is_staff`: also what concerns a technician is chosen."""
        super().__init__("base", scaled(MARGIN), parent)
        self._runner = runner
        self._calls = calls
        self.told_row = SwitchRow(
            self.tr("Tell me about answers"),
            self.tr("A short message when IT announces something, or answers on a ticket that is not open."),
        )
        self.quiet_row = SwitchRow(
            self.tr("Quiet hours"), self.tr("Nothing is told then; you hear of it afterwards, all at once.")
        )
        self.begins = TimeChoice(self.tr("Quiet from"))
        self.ends = TimeChoice(self.tr("Quiet until"))
        self.concern_rows = ConcernRows()
        self.concern_rows.chosen.connect(self._keep_concern)
        self.told_row.switched.connect(self._keep_told)
        self.quiet_row.switched.connect(self._switch_quiet)
        self.begins.chosen.connect(self._keep_begin)
        self.ends.chosen.connect(self._keep_end)
        self._assemble()
        self.concern_rows.setVisible(is_staff)

    def show_settings(self, settings: "Settings") -> None:
        """Show what holds now."""
        told_by = settings.decided_by("notifications")
        self.told_row.show_state(is_on=settings.notifications, decided_by=told_by)
        self.concern_rows.show_settings(settings)
        quiet_by = settings.decided_by("quiet_from") or settings.decided_by("quiet_until")
        is_on = bool(settings.quiet_from and settings.quiet_until)
        self.quiet_row.show_state(is_on=is_on, decided_by=quiet_by)
        self.begins.show_time(settings.quiet_from or FROM, is_enabled=is_on and quiet_by is None)
        self.ends.show_time(settings.quiet_until or UNTIL, is_enabled=is_on and quiet_by is None)

    @Slot(bool)
    def _keep_told(self, is_on: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.concern_rows.setEnabled(is_on)
        self._keep(("notifications", is_on))

    @Slot(str, bool)
    def _keep_concern(self, name: str, is_on: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self._keep((name, is_on))

    @Slot(bool)
    def _switch_quiet(self, is_on: bool) -> None:  # noqa: FBT001 (Qt's slot)
        for choice in (self.begins, self.ends):
            choice.setEnabled(is_on)
        begin, end = (self.begins.time, self.ends.time) if is_on else ("", "")
        self._keep(("quiet_from", begin), ("quiet_until", end))

    @Slot(str)
    def _keep_begin(self, time: str) -> None:
        self._keep(("quiet_from", time))

    @Slot(str)
    def _keep_end(self, time: str) -> None:
        self._keep(("quiet_until", time))

    def _keep(self, *values: "tuple[str, str | bool]") -> None:
        """Write them one after the other: each is a whole new file."""

        def write() -> None:
            for name, value in values:
                self._calls.write_setting(name, value)

        self._runner.run(write, failed=self._fail)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def _assemble(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(scaled(16))
        times.addWidget(self.begins)
        times.addWidget(self.ends)
        times.addStretch(1)
        self.column.setSpacing(scaled(16))
        self.column.addWidget(PlainLabel(self.tr("Notifications"), TextRole.SECTION))
        self.column.addWidget(self.told_row)
        self.column.addWidget(self.concern_rows)
        self.column.addWidget(self.quiet_row)
        self.column.addLayout(times)
        self.column.addStretch(1)


class TimeChoice(QWidget):
    """A time of day out of every half hour. Signals: `chosen("18:30")`."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        for minute in range(0, 24 * 60, STEP_MIN):
            self._offer(f"{minute // 60:02}:{minute % 60:02}")
        self.box.activated.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        label = PlainLabel(name, TextRole.META, tone="secondary")
        label.setBuddy(self.box)  # a screen reader calls a list by what is chosen, and by its label
        column.addWidget(label)
        column.addWidget(self.box)

    @property
    def time(self) -> str:
        """The time that is shown, like "18:30"."""
        return str(self.box.currentData())

    def show_time(self, time: str, *, is_enabled: bool) -> None:
        """Show a time, also one that is not offered, without saying that it was chosen."""
        if self.box.findData(time) < 0:
            self._offer(time)
        self.box.setCurrentIndex(self.box.findData(time))
        self.setEnabled(is_enabled)

    def _offer(self, time: str) -> None:
        shown = QLocale().toString(QTime.fromString(time, "HH:mm"), QLocale.FormatType.ShortFormat)
        self.box.addItem(shown, time)

    @Slot(int)
    def _tell(self, _index: int) -> None:
        self.chosen.emit(self.time)
