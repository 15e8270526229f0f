"""Pictures of painted rows: what is scrolled past again is copied instead of being painted anew."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

KEPT = 120
"""A few screens full of rows."""


class RowPictures:
    """The rows that were painted last, by all that their look depends on."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        look: Hashable,
        ground: QColor,
        paint: Callable[[QPainter], None],
    ) -> None:
        """Draw the row in `rect`; `paint` paints it where no picture of this look is kept.

        The picture stands on `ground`, so that letters are smoothed as they are on the window itself.
        """
        ratio = painter.device().devicePixelRatioF()
        key = (look, rect.width(), rect.height(), ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = _picture(rect, ratio, ground, paint)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), picture)


def _picture(rect: QRect, ratio: float, ground: QColor, paint: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(rect.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = QPainter(picture)
    painter.translate(QPoint() - rect.topLeft())
    paint(painter)
    painter.end()
    return picture
