"""One file of a ticket in the side panel: its picture, name, how much of it has come, "Save as"."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from itdesk.domain.ids import FileId
from itdesk.domain.ticket import Attachment
from itdesk.services.reading import FileState
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import bytes_text
from itdesk.ui.widgets.buttons import IconButton
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

PICTURE = (216, 140)


class AttachmentRow(QWidget):
    """Shows one file. Signals: `opened(FileId)` (its picture, please), `save_wanted(FileId)`."""

    opened = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, file: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: FileId = file.id
        self.picture = QPushButton()
        self.picture.setProperty("kind", "picture")
        self.picture.setAccessibleName(self.tr("Show {name}").format(name=file.name))
        self.picture.setCursor(Qt.CursorShape.PointingHandCursor)
        self.picture.clicked.connect(self._open)
        self.picture.setVisible(False)
        self.name = PlainLabel(file.name, TextRole.TEXT, elides=True)
        self.state = PlainLabel("", TextRole.META, tone="secondary", elides=True)
        self.save_button = IconButton("download", self.tr("Save {name} as…").format(name=file.name))
        self.save_button.clicked.connect(self._save)
        self._assemble("screenshot" if file.is_screenshot else "attach")

    def show_state(self, file: Attachment, state: FileState | None) -> None:
        """Say how large it is, and how much of it has come."""
        is_whole = state is None or state.sent_bytes >= state.bytes
        if is_whole or state is None:
            self.state.setText(bytes_text(file.bytes))
        else:
            self.state.setText(
                self.tr("{sent} of {whole} on the server").format(
                    sent=bytes_text(state.sent_bytes), whole=bytes_text(state.bytes)
                )
            )
        self.save_button.setEnabled(is_whole or (state is not None and state.is_here))

    def show_picture(self, image: QImage | None) -> None:
        """Show the small picture, if there is one."""
        if image is not None and self.picture.isHidden():
            box = QSize(*(scaled(side) for side in PICTURE))
            self.picture.setIcon(QIcon(QPixmap.fromImage(image)))
            self.picture.setIconSize(image.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
            self.picture.setVisible(True)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._id)

    @Slot()
    def _save(self) -> None:
        self.save_wanted.emit(self._id)

    def _assemble(self, icon_name: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(scaled(10))
        row.addWidget(IconLabel(icon_name, 20))
        row.addLayout(words, 1)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
