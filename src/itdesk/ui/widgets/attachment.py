"""A file in a conversation, as a value and as a button."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton

from itdesk.domain.changes import FileAttached
from itdesk.services.reading import FileState
from itdesk.ui.fonts import scaled
from itdesk.ui.icons import icon
from itdesk.ui.times import bytes_text
from itdesk.ui.widgets.honest_name import honest_name
from itdesk.ui.widgets.plain_label import plain_tooltip

LONGEST_NAME = 44
THUMBNAIL = (240, 135)
NARROWEST = 96
"""However narrow a conversation is, this much of a file is shown, at 100 %."""


@dataclass(frozen=True, kw_only=True)
class AttachmentEntry:
    """A file in an entry; the window gives the decoded thumbnail of a picture."""

    id: str
    name: str
    size: str = ""
    thumbnail: QImage | None = None


def attachment_entry(
    file: FileAttached, state: FileState | None, thumbnail: QImage | None
) -> AttachmentEntry:
    """Return a file as a conversation shows it: with how much of it is sent while it is on its way."""
    size = bytes_text(file.bytes)
    if state is not None and state.sent_bytes < state.bytes:
        words = QCoreApplication.translate("Attachment", "{sent} of {whole} sent")
        size = words.format(sent=bytes_text(state.sent_bytes), whole=size)
    return AttachmentEntry(id=file.file_id, name=file.name, size=size, thumbnail=thumbnail)


class AttachmentButton(QPushButton):
    """A file: its picture where there is one, else its name. Signals: `opened(attachment id)`."""

    opened = Signal(str)

    def __init__(self, file: AttachmentEntry) -> None:
        super().__init__()
        self._file = file
        self._is_picture = file.thumbnail is not None
        self._shape = QSize()
        self._whole = 0
        self._name = honest_name(file.name)
        words = " · ".join(filter(None, (self._name, file.size)))
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if file.thumbnail is None:
            self._show_name()
        else:
            self._show_picture(file.thumbnail)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        """Return the room for the whole picture, or for a name of the usual length."""
        return super().sizeHint() + QSize(self._missing(), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the room without which nothing could be seen."""
        return QSize(scaled(NARROWEST), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture, or the name, into the width that there is."""
        super().resizeEvent(event)
        self._fit(self.width() - (self.sizeHint().width() - self._whole))

    def _missing(self) -> int:
        """Return how many pixels narrower the picture or the words are now than they would be."""
        shown = self.iconSize().width() if self._is_picture else self._advance(self.text())
        return self._whole - shown

    def _fit(self, width: int) -> None:
        if self._is_picture:
            full = self._picture_size()
            room = QSize(max(1, min(width, full.width())), full.height())
            self.setIconSize(full.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
            self.setFixedHeight(super().sizeHint().height())
        else:
            self.setText(self._words(width))

    def _show_name(self) -> None:
        self.setIcon(icon("attach"))
        self.setIconSize(QSize(scaled(20), scaled(16)))
        self.setText(self._words(self.fontMetrics().averageCharWidth() * LONGEST_NAME))
        self._whole = self._advance(self.text())

    def _words(self, width: int) -> str:
        """Return the name, elided in its middle, and the size."""
        size = f" · {self._file.size}" if self._file.size else ""
        metrics = self.fontMetrics()
        room = width - metrics.horizontalAdvance(size)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        return f"{name}{size}".replace("&", "&&")

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text.replace("&&", "&"))

    def _show_picture(self, image: QImage) -> None:
        self.setProperty("kind", "picture")
        self._shape = image.size()
        self.setIcon(QIcon(QPixmap.fromImage(image)))
        self.setIconSize(self._picture_size())
        self._whole = self._picture_size().width()

    def _picture_size(self) -> QSize:
        box = QSize(*(scaled(side) for side in THUMBNAIL))
        return self._shape.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._file.id)
