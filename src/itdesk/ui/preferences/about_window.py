"""What this program is, its version, its licence."""

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.tray_icon import TrayState, tray_icon
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.version import VERSION


class AboutWindow(HouseWindow):
    """Few words, and a button that copies the versions for whoever asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("About itdesk"))
        self._versions = self.tr("Version {version} · Qt {qt} · PySide {pyside}").format(
            version=VERSION, qt=qVersion(), pyside=pyside_version
        )
        picture = QLabel()
        picture.setPixmap(tray_icon(TrayState.FINE).pixmap(scaled(48), scaled(48)))
        copy = Button(self.tr("Copy the versions"))
        copy.clicked.connect(self._copy)
        words = QVBoxLayout()
        words.setSpacing(scaled(8))
        for text, role, tone in (
            ("itdesk", TextRole.WINDOW_TITLE, ""),
            (self.tr("Help from your own IT, in a few seconds."), TextRole.BODY, ""),
            (self._versions, TextRole.TEXT, "secondary"),
            (
                self.tr("Free software under the Apache License 2.0. Qt and PySide under the LGPL 3."),
                TextRole.TEXT,
                "secondary",
            ),
        ):
            words.addWidget(PlainLabel(text, role, tone=tone, wraps=True))
        words.addSpacing(scaled(8))
        words.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scaled(28),) * 4)
        row.setSpacing(scaled(20))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.resize(scaled(460), scaled(260))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need in this language: their fonts are known only now."""
        super().showEvent(event)
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"itdesk: {self._versions}")
