"""One card of facts about the computer that goes along with a report, and the switch that keeps it back."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.icons import icon
from itdesk.ui.widgets.buttons import IconButton
from itdesk.ui.widgets.fact_lines import FactLine, FactLines
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.switch import Switch


class FactsCard(QWidget):
    """Icon, name, one line of value, switch; its single values when it is opened.

    Signals: `included_changed(key, is_included)`, `line_included(line's key, is_included)`,
    `opened(key)` when its single values are wanted.
    """

    included_changed = Signal(str, bool)
    line_included = Signal(object, bool)
    opened = Signal(str)

    def __init__(self, key: str, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._icon_name = icon_name
        self._value, self._is_bad = "", False
        self._icon = IconLabel(icon_name)
        self._name = PlainLabel(name, wraps=True)
        self._line = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._more = IconButton("chevron-right", self.tr("{name}: show everything").format(name=name))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more)
        self._switch = Switch(self.tr("Send: {name}").format(name=name))
        self._switch.setChecked(True)
        self._switch.toggled.connect(self._toggle)
        self._lines: FactLines | None = None
        self._assemble()

    @property
    def is_included(self) -> bool:
        """Whether the card goes along."""
        return self._switch.isChecked()

    @property
    def is_open(self) -> bool:
        """Whether its single values are shown."""
        return self._more.isChecked()

    @property
    def is_alarming(self) -> bool:
        """Whether the fact stands in red: something is probably broken."""
        return self._is_bad and self.is_included

    @property
    def value(self) -> str:
        """The card's line, also while it is kept back."""
        return self._value

    @property
    def lines(self) -> FactLines | None:
        """Its single values, once it was opened."""
        return self._lines

    def include(self, is_included: bool) -> None:  # noqa: FBT001 (reads like the switch)
        """Send the card or keep it back."""
        self._switch.setChecked(is_included)

    def open(self) -> None:
        """Show the single values."""
        self._more.setChecked(True)

    def show_value(self, value: str, *, is_bad: bool = False) -> None:
        """Show the card's one line; what is broken stands in red, and says so in words."""
        self._value, self._is_bad = value, is_bad
        self._show()

    def show_lines(self, lines: Iterable[FactLine]) -> None:
        """Show the single values, once the card is open."""
        if self._lines is not None:
            self._lines.show_lines(lines)

    @Slot(bool)
    def _toggle(self, is_included: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self._show()
        self.included_changed.emit(self.key, is_included)

    @Slot(bool)
    def _on_more(self, is_open: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self._more.setIcon(icon("chevron-down" if is_open else "chevron-right"))
        if self._lines is None:
            self._lines = FactLines()
            self._lines.line_included.connect(self.line_included)
            self._whole.addWidget(self._lines)
        self._lines.setVisible(is_open)
        if is_open:
            self.opened.emit(self.key)

    def _show(self) -> None:
        bad = self.is_alarming
        self._line.setText(self._value if self.is_included else self.tr("not sent"))
        self._line.set_tone("red" if bad else "secondary")
        self._icon.show_icon(self._icon_name, "red_text" if bad else "text_secondary")

    def _assemble(self) -> None:
        name = QHBoxLayout()
        name.setSpacing(scaled(4))
        name.addWidget(self._name, 1)
        name.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(name)
        lines.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, scaled(6), 0, scaled(6))
        self._whole.setSpacing(0)
        self._whole.addLayout(row)
