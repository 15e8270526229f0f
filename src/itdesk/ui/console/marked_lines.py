"""Lines of a narrow column, each with an icon: what was found, what changed. Long ones are wrapped."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.console.unbroken import breakable
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel, plain_tooltip

LONGEST = 120


@dataclass(frozen=True, kw_only=True)
class MarkedLine:
    """One line. `icon` stands for the same as the colour of `tone`; `spoken` is what is said aloud."""

    text: str
    icon: str
    tone: str = ""
    spoken: str = ""

    @property
    def shown(self) -> str:
        """The text as it fits a narrow column."""
        short = self.text if len(self.text) <= LONGEST else f"{self.text[: LONGEST - 1].rstrip()}…"
        return breakable(short)


class MarkedLines(QWidget):
    """Shows lines; the labels are kept and told other words. Takes no room without lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[QWidget, IconLabel, PlainLabel]] = []
        self._shown: tuple[MarkedLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(6))
        self.setVisible(False)

    @property
    def lines(self) -> tuple[MarkedLine, ...]:
        """What is shown."""
        return self._shown

    def show_lines(self, lines: Iterable[MarkedLine]) -> None:
        """Show these lines."""
        self._shown = tuple(lines)
        while len(self._lines) < len(self._shown):
            self._add_line()
        for place, (row, icon, words) in enumerate(self._lines):
            row.setVisible(place < len(self._shown))
            if place < len(self._shown):
                _tell(self._shown[place], icon, words)
        self.setVisible(bool(self._shown))

    def _add_line(self) -> None:
        row, icon, words = QWidget(), IconLabel("clock", 16), PlainLabel("", TextRole.TEXT, wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(scaled(8))
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self._column.addWidget(row)
        self._lines.append((row, icon, words))


def _tell(line: MarkedLine, icon: IconLabel, words: PlainLabel) -> None:
    icon.show_icon(line.icon, f"{line.tone or 'text'}_{'text' if line.tone else 'tertiary'}")
    words.setText(line.shown)
    words.set_tone(line.tone)
    words.setAccessibleName(line.spoken or line.text)
    words.setToolTip(plain_tooltip(line.text) if len(line.text) > LONGEST else "")
