"""The strip of thumbnails: every picture of the report, those that are left out faint."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.icons import paint_icon
from itdesk.ui.report.pictures_kept import Kept
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.picture_editor_steps import drawn, left_of
from itdesk.ui.widgets.plain_label import plain_tooltip

BOX = (56, 40)
IN_A_ROW = 4
FAINT = 0.3
BAR = 3


class Thumbnail(QPushButton):
    """One picture, small."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self._shown: Kept | None = None
        self.setProperty("kind", "picture")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIconSize(QSize(*(scaled(side) for side in BOX)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_kept(self, one: Kept, of: int) -> None:
        """Show a picture as it would be sent, or that it is not."""
        words = self.tr("Picture {number} of {all}") if one.is_sent else self.tr("Picture {number}: not sent")
        name = words.format(number=self.number + 1, all=of)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        if one is not self._shown:
            self._shown = one
            self.setIcon(QIcon(self._pixmap(one)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar below the one that is shown large."""
        super().paintEvent(event)
        if self.isChecked():
            bar = QRect(0, self.height() - scaled(BAR), self.width(), scaled(BAR))
            QPainter(self).fillRect(bar, tokens_of(self.palette()).color("accent_fill"))

    def _pixmap(self, one: Kept) -> QPixmap:
        ratio = self.devicePixelRatioF()
        box = (QSize(*(scaled(side) for side in BOX)).toSizeF() * ratio).toSize()
        pixmap = QPixmap(box)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(1 if one.is_sent else FAINT)
        small = small_copy(one, box)
        place = QRect(small.rect())
        place.moveCenter(pixmap.rect().center())
        painter.drawImage(place, small)
        if not one.is_sent:
            painter.setOpacity(1)
            side = min(box.width(), box.height()) // 2
            mark = QRect(0, 0, side, side)
            mark.moveCenter(pixmap.rect().center())
            paint_icon(painter, mark, "close", tokens_of(self.palette()).color("text_primary"))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


class PicturesStrip(QWidget):
    """Thumbnails in rows. Signals: chosen(int), counted from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbnails: list[Thumbnail] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(4))
        self._grid.setColumnStretch(IN_A_ROW, 1)
        self.setVisible(False)

    def show_pictures(self, pictures: Sequence[Kept], offered: Sequence[int], current: int) -> None:
        """Show the pictures with the numbers in `offered`; with a single one there is nothing to choose."""
        while len(self.thumbnails) < len(pictures) and len(offered) > 1:
            self._add()
        for number, thumbnail in enumerate(self.thumbnails[: len(pictures)]):
            thumbnail.show_kept(pictures[number], len(pictures))
            thumbnail.setChecked(number == current)
            thumbnail.setVisible(number in offered)
        self.setVisible(len(offered) > 1)

    def _add(self) -> None:
        number = len(self.thumbnails)
        thumbnail = Thumbnail(number)
        self._group.addButton(thumbnail)
        self._grid.addWidget(thumbnail, number // IN_A_ROW, number % IN_A_ROW)
        self.thumbnails.append(thumbnail)

    @Slot("QAbstractButton*")
    def _on_clicked(self, thumbnail: Thumbnail) -> None:
        self.chosen.emit(thumbnail.number)


def small_copy(one: Kept, box: QSize) -> QImage:
    """Return what is left of a picture, fitted into a small box."""
    image, left = one.picture.image, left_of(one.picture)
    ratio = min(1.0, max(box.width() / image.width(), box.height() / image.height()) * 2)
    size = (image.size().toSizeF() * ratio).toSize().expandedTo(QSize(1, 1))
    smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    smaller = image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
    )
    whole = drawn(smaller, image.size(), one.picture.steps)
    inside = QRect((left.topLeft().toPointF() * ratio).toPoint(), (left.size().toSizeF() * ratio).toSize())
    return whole.copy(inside.united(QRect(inside.topLeft(), QSize(1, 1)))).scaled(box, keep, smooth)
