"""Which of the screens: a picture of each, small, to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel

BOX = (260, 160)
IN_A_ROW = 2


class ScreenChooser(QDialog):
    """Signals: chosen(QImage)."""

    chosen = Signal(object)

    def __init__(self, images: Sequence[QImage], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.setWindowTitle(self.tr("Which screen?"))
        self._images = tuple(images)
        self.screens = [self._screen(number, image) for number, image in enumerate(images)]
        cancel = Button(self.tr("Cancel"), Kind.QUIET)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        grid = QGridLayout()
        grid.setSpacing(scaled(8))
        for number, button in enumerate(self.screens):
            grid.addWidget(button, number // IN_A_ROW, number % IN_A_ROW)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(20),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(PlainLabel(self.tr("On which screen is the problem?"), TextRole.SECTION, wraps=True))
        column.addLayout(grid)
        column.addLayout(buttons)

    def _screen(self, number: int, image: QImage) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "picture")
        button.setAccessibleName(self.tr("Screen {number}").format(number=number + 1))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        box = QSize(*(scaled(side) for side in BOX))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = image.scaled((box.toSizeF() * self.devicePixelRatioF()).toSize(), keep, smooth)
        button.setIcon(QIcon(QPixmap.fromImage(small)))
        button.setIconSize(box)
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        number = next(number for number, one in enumerate(self.screens) if one is self.sender())
        self.accept()
        self.chosen.emit(self._images[number])
