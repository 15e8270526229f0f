"""Asks the portal for a screenshot as the report does, and prints what came of it.

`portal_asker.py [cancel]`: with `cancel` the question is taken back as soon as it was asked.
"""

import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection

from itdesk.ui.screen_portal import PortalScreenshot, portal_picture

PATIENCE_MS = 20_000


def main() -> None:
    """Ask once, print one line, end."""
    app = QCoreApplication(sys.argv)
    portal = PortalScreenshot(QDBusConnection.sessionBus(), app)

    def end(words: str) -> None:
        print(words, flush=True)
        app.quit()

    def taken(path: str) -> None:
        image = portal_picture(path)
        end("unreadable" if image is None else f"taken {image.width()}x{image.height()}")

    portal.taken.connect(taken)
    portal.refused.connect(lambda: end("refused"))
    portal.missing.connect(lambda: end("missing"))
    QTimer.singleShot(PATIENCE_MS, app, lambda: end("nothing"))
    QTimer.singleShot(0, app, portal.ask)
    if "cancel" in sys.argv:
        QTimer.singleShot(0, app, portal.cancel)
    app.exec()


if __name__ == "__main__":
    main()
