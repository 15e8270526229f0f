"""One fact about the computer that goes along with a report, and the switch that keeps it back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.switch import Switch


class FactsCard(QWidget):
    """Icon, name, one line of value, switch. Signals: `included_changed(key, is_included)`."""

    included_changed = Signal(str, bool)

    def __init__(self, key: str, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._icon_name = icon_name
        self._value, self._is_bad = "", False
        self._icon = IconLabel(icon_name)
        self._name = PlainLabel(name, wraps=True)
        self._line = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._switch = Switch(self.tr("Send: {name}").format(name=name))
        self._switch.setChecked(True)
        self._switch.toggled.connect(self._toggle)
        self._assemble()

    @property
    def is_included(self) -> bool:
        """Whether the fact goes along."""
        return self._switch.isChecked()

    @property
    def is_alarming(self) -> bool:
        """Whether the fact stands in red: something is probably broken."""
        return self._is_bad and self.is_included

    def include(self, is_included: bool) -> None:  # noqa: FBT001 (reads like the switch)
        """Send the fact or keep it back."""
        self._switch.setChecked(is_included)

    def show_value(self, value: str, *, is_bad: bool = False) -> None:
        """Show the fact in one line; what is broken stands in red, and says so in words."""
        self._value, self._is_bad = value, is_bad
        self._show()

    @Slot(bool)
    def _toggle(self, is_included: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self._show()
        self.included_changed.emit(self.key, is_included)

    def _show(self) -> None:
        bad = self.is_alarming
        self._line.setText(self._value if self.is_included else self.tr("not sent"))
        self._line.set_tone("red" if bad else "secondary")
        self._icon.show_icon(self._icon_name, "red_text" if bad else "text_secondary")

    def _assemble(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._name)
        lines.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, scaled(6), 0, scaled(6))
        row.setSpacing(scaled(12))
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
