"""A label that shows its text as it is, whoever wrote it: never as rich text."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from itdesk.ui.fonts import TextRole
from itdesk.ui.stylesheet import property_of


def plain_tooltip(text: str) -> str:
    """Return `text` so that a tooltip, which guesses at rich text, shows it as it is."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


class PlainLabel(QLabel):
    """Text in a role of the type scale and a tone (`secondary`, `red`, … or none).

    It keeps its full width, wraps, or is elided with the whole text as tooltip.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.TEXT,
        *,
        tone: str = "",
        wraps: bool = False,
        elides: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elides = elides
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("role", property_of(role))
        self.setProperty("tone", tone)
        if elides:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @property
    def elides(self) -> bool:
        """Whether the label is meant to be shortened where there is no room."""
        return self._elides

    @property
    def is_elided(self) -> bool:
        """Whether some of the text is not visible now."""
        if self.wordWrap():
            return self.heightForWidth(self.width()) > self.height() + 1
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        self._dress("tone", tone)

    def set_role(self, role: TextRole) -> None:
        """Change the size and the weight."""
        self._dress("role", property_of(role))

    def _dress(self, name: str, value: str) -> None:
        if value != self.property(name):
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        self.setAccessibleName(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """Return no width for a label that may be elided."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elides else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text by tooltip only while it does not fit."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, elided where it must be."""
        if not (self._elides and self.is_elided):
            super().paintEvent(event)
            return
        rect = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, self.alignment() | Qt.TextFlag.TextSingleLine, text)

    def _explain(self) -> None:
        if self._elides:
            self.setToolTip(plain_tooltip(self.text()) if self.is_elided else "")
