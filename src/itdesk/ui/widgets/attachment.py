"""A file in a conversation, as a value and as a button."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton

from itdesk.domain.changes import FileAttached
from itdesk.services.reading import FileState
from itdesk.ui.fonts import scaled
from itdesk.ui.icons import icon
from itdesk.ui.times import bytes_text
from itdesk.ui.widgets.plain_label import plain_tooltip

LONGEST_NAME = 40
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
        words = " · ".join(filter(None, (file.name, file.size)))
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if file.thumbnail is None:
            self._show_name(file)
        else:
            self._show_picture(file.thumbnail)
        self.clicked.connect(self._open)

    def _show_name(self, file: AttachmentEntry) -> None:
        width = self.fontMetrics().averageCharWidth() * LONGEST_NAME
        name = self.fontMetrics().elidedText(file.name, Qt.TextElideMode.ElideMiddle, width)
        self.setText(" · ".join(filter(None, (name, file.size))).replace("&", "&&"))
        self.setIcon(icon("attach"))
        self.setIconSize(QSize(scaled(20), scaled(16)))

    def _show_picture(self, image: QImage) -> None:
        self.setProperty("kind", "picture")
        box = QSize(*(scaled(side) for side in THUMBNAIL))
        self.setIcon(QIcon(QPixmap.fromImage(image)))
        self.setIconSize(image.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._file.id)
