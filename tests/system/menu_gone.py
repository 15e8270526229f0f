"""Chooses from a menu on a real X server; prints the colour that was seen at its place, and after how long.

With `at-once` the picture is taken without waiting: then the menu, or what it left, is in it.
"""

import sys

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from itdesk.ui.clear_view import ClearView
from itdesk.ui.screen_capture import picture_of_screen

PATIENCE_MS = 20_000
MENU, BELOW = "#c02020", "#2060c0"
PLACE = QPoint(200, 200)


def seen(image: QImage | None, place: QPoint) -> str:
    """Return the colour at a place of the screen."""
    return image.pixelColor(place).name() if image is not None else "nothing"


def main() -> None:
    """Open the menu, wait until it is on the screen, choose, look, end."""
    app = QApplication(sys.argv)
    below = QWidget()
    below.setStyleSheet(f"background: {BELOW};")
    below.setGeometry(QRect(100, 100, 600, 400))
    below.show()
    menu = QMenu()
    menu.setStyleSheet(f"background: {MENU}; color: {MENU};")
    action = menu.addAction("Report a problem, in quite a few words")
    view, chosen = ClearView(menu, app), QElapsedTimer()

    def look() -> None:
        waited_ms = chosen.elapsed()
        print(seen(picture_of_screen(), middle), below.isVisible(), menu.isVisible(), waited_ms, flush=True)
        app.quit()

    def choose() -> None:
        if seen(picture_of_screen(), middle) == MENU:
            waiting.stop()
            QTest.keyClick(menu, Qt.Key.Key_Down)
            chosen.start()
            QTest.keyClick(menu, Qt.Key.Key_Return)

    if "at-once" in sys.argv:
        action.triggered.connect(look)
    else:
        view.clear.connect(look)
        action.triggered.connect(view.doubt)
        action.triggered.connect(view.wait)
    menu.popup(PLACE)
    middle = PLACE + QPoint(menu.sizeHint().width() - 4, menu.sizeHint().height() // 2)
    waiting = QTimer(app)
    waiting.timeout.connect(choose)
    waiting.start(20)
    QTimer.singleShot(PATIENCE_MS, app, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
