"""Steps aside on a real X server as the report does, and prints the colour that was seen below our window."""

import sys

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from itdesk.ui.screen_capture import SteppingAside, pictures_of_screens

PATIENCE_MS = 20_000
OURS, BELOW = "#c02020", "#2060c0"


def shown(color: str) -> QWidget:
    """Show a window of one colour."""
    window = QWidget()
    window.setStyleSheet(f"background: {color};")
    window.setGeometry(QRect(100, 100, 400, 300))
    window.show()
    return window


def middle(images: tuple[QImage, ...]) -> list[str]:
    """Return the colour in the middle of our window, in each picture."""
    return [image.pixelColor(300, 250).name() for image in images]


def main() -> None:
    """Wait until our window is on the screen, step aside once, end."""
    app = QApplication(sys.argv)
    below, ours = shown(BELOW), shown(OURS)
    aside = SteppingAside(app)

    def taken(images: tuple[QImage, ...]) -> None:
        print(*middle(images), below.isVisible(), ours.isVisible(), flush=True)
        app.quit()

    def look() -> None:
        if middle(pictures_of_screens()) == [OURS]:
            waiting.stop()
            aside.take(ours)

    aside.taken.connect(taken)
    waiting = QTimer(app)
    waiting.timeout.connect(look)
    waiting.start(20)
    QTimer.singleShot(PATIENCE_MS, app, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
