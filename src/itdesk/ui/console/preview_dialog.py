"""A screenshot, as large as the window allows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.ids import FileId
from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import scaled
from itdesk.ui.picture import decoded
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, Kind

BOX = QSize(3840, 2160)


class PictureView(QWidget):
    """Shows one image, fitted, never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show an image."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = self.rect()
        area.setSize(size)
        area.moveCenter(self.rect().center())
        painter.drawImage(area, self._image)


class PreviewDialog(QDialog):
    """Fetches and shows one picture; `fetch` is called in the background."""

    def __init__(
        self, file_id: FileId, name: str, runner: Runner, fetch: Callable[[FileId], bytes], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(" ".join(name.split()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(parent.window().size() * 0.85)
        self.banner = Banner()
        self.view = PictureView()
        self.view.setAccessibleName(name)
        self.close_button = Button(self.tr("Close"), Kind.NORMAL)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(12))
        column.setSpacing(scaled(12))
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        runner.run(partial(large_picture, fetch, file_id), then=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, image: QImage | None) -> None:
        if image is None:
            self.banner.say(Tone.CAREFUL, self.tr("This file is no picture that can be shown here."))
        else:
            self.view.show_image(image)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.banner.say(Tone.BAD, self.tr("The picture could not be opened"), failure_sentence(error))


def large_picture(fetch: Callable[[FileId], bytes], file_id: FileId) -> QImage | None:
    """Fetch and decode one picture, off the GUI thread."""
    return decoded(fetch(file_id), BOX)
