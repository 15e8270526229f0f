"""Rows that were painted are copied, as long as they would look the same."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from itdesk.ui.widgets.row_pictures import KEPT, RowPictures

pytestmark = pytest.mark.usefixtures("dressed_app")


class Rows:
    """Draws rows and counts how often one was painted."""

    def __init__(self) -> None:
        self.pictures = RowPictures()
        self.painted: list[object] = []

    def draw(self, look: object, rect: QRect, color: QColor) -> QImage:
        """Draw a row of one colour, over white; return what is seen."""
        seen = QImage(QSize(200, 200), QImage.Format.Format_RGB32)
        seen.fill(Qt.GlobalColor.white)
        painter = QPainter(seen)
        self.pictures.draw(painter, rect, look, QColor("white"), self._paints(look, rect, color))
        painter.end()
        return seen

    def _paints(self, look: object, rect: QRect, color: QColor) -> Callable[[QPainter], None]:
        def paint(painter: QPainter) -> None:
            self.painted.append(look)
            painter.fillRect(rect.adjusted(0, 0, -50, 0), color)

        return paint


@pytest.fixture
def rows(dressed_app: QApplication) -> Rows:
    return Rows()


def test_the_same_look_is_painted_once_and_seen_wherever_it_lies(rows: Rows) -> None:
    red = QColor("red")
    for top in (0, 56, 112):
        seen = rows.draw("a", QRect(10, top, 100, 56), red)
        assert seen.pixelColor(12, top + 3) == red
        assert seen.pixelColor(100, top + 3) == QColor("white")
    assert rows.painted == ["a"]


def test_another_look_or_size_is_painted_anew(rows: Rows) -> None:
    rows.draw("a", QRect(0, 0, 100, 56), QColor("red"))
    assert rows.draw("b", QRect(0, 0, 100, 56), QColor("blue")).pixelColor(3, 3) == QColor("blue")
    rows.draw("a", QRect(0, 0, 120, 56), QColor("red"))
    assert rows.painted == ["a", "b", "a"]


def test_only_so_many_are_kept(rows: Rows) -> None:
    for look in range(KEPT + 1):
        rows.draw(look, QRect(0, 0, 10, 10), QColor("red"))
    rows.draw(0, QRect(0, 0, 10, 10), QColor("red"))
    rows.draw(KEPT, QRect(0, 0, 10, 10), QColor("red"))
    assert rows.painted == [*range(KEPT + 1), 0]
