"""The only widget that shows several lines which somebody else wrote.

Qt's rich text opens local and network files that are named in it, so foreign text is never parsed:
it is inserted character by character into an empty document, links are found by our own rule, and
whatever the document would load is refused.
"""

import re
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from itdesk.domain.mentions import found_mentions
from itdesk.ui.tokens import tokens_of

LINK = re.compile(r"(?:https://|mailto:|itdesk:)[^\s<>\"“”„]+", re.IGNORECASE)
TRAILING = ".,;:!?)]}'’"
SCHEMES = frozenset({"https", "mailto", "itdesk"})
LINE_HEIGHT_PERCENT = 120.0


class ForeignText(QTextBrowser):
    """Plain text that wraps, can be selected, and is exactly as high as its lines.

    Signals: `link_activated(QUrl)`, only for https, mailto and itdesk. Nothing is opened here.
    """

    link_activated = Signal(QUrl)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._called: tuple[str, ...] = ()
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("foreign", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._activate)
        self.set_text(text)

    def emphasise(self, called: tuple[str, ...]) -> None:
        """Let `@login` of these stand out in the texts that are set from now on."""
        self._called = called

    def set_text(self, text: str) -> None:
        """Show `text` as it is."""
        self._text = text
        self.clear()
        cursor = QTextCursor(self.document())
        lines = QTextBlockFormat()
        lines.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(lines)
        for piece, address in pieces(text):
            if address:
                cursor.insertText(piece, self._format(address))
            else:
                self._insert_words(cursor, piece)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if LINK.search(text) else Qt.FocusPolicy.ClickFocus)
        self._fit()

    def _insert_words(self, cursor: QTextCursor, words: str) -> None:
        end = 0
        for one in found_mentions(words, self._called):
            cursor.insertText(words[end : one.begin], self._format(""))
            cursor.insertText(words[one.begin : one.end], self._call_format())
            end = one.end
        cursor.insertText(words[end:], self._format(""))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Refuse: nothing that a text names is read."""
        return None

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height of the lines."""
        return QSize(self.fontMetrics().averageCharWidth() * 60, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest that can be read."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Colour the links anew when the theme changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and (self._called or LINK.search(self._text)):
            self.set_text(self._text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the pane around it."""
        event.ignore()

    @Slot(QUrl)
    def _activate(self, url: QUrl) -> None:
        if url.scheme().lower() in SCHEMES:
            self.link_activated.emit(url)

    def _format(self, address: str) -> QTextCharFormat:
        form = QTextCharFormat()
        if address:
            form.setAnchor(True)
            form.setAnchorHref(address)
            form.setFontUnderline(True)
            form.setForeground(tokens_of(self.palette()).color("accent_text"))
        return form

    def _call_format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setForeground(tokens_of(self.palette()).color("note_text"))
        return form

    def _fit(self) -> None:
        frame = self.height() - self.viewport().height() if self.isVisible() else 0
        height = ceil(self.document().size().height()) + frame
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


def pieces(text: str) -> list[tuple[str, str]]:
    """Cut `text` into pieces with the address each leads to, "" for most."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in LINK.finditer(text):
        address = match[0].rstrip(TRAILING)
        found += [(text[end : match.start()], ""), (address, address)]
        end = match.start() + len(address)
    return [*found, (text[end:], "")]
