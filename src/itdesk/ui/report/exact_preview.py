"""Exactly what is sent: the very text of the facts, and the screenshot read back from its bytes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.foreign_text import ForeignText
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.screenshot_view import ScreenshotView
from itdesk.ui.widgets.scroll_page import ScrollPage


class ExactPreview(QDialog):
    """Read only. Closes by Esc, by its button, by its frame."""

    def __init__(self, facts: str | None, image: QImage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts_text = facts
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.setWindowTitle(self.tr("Exactly what we send"))
        page = ScrollPage("base")
        page.column.setSpacing(scaled(12))
        what = self.tr("Beside your own words, this and nothing else:")
        page.column.addWidget(PlainLabel(what, TextRole.BODY, wraps=True))
        if image is not None:
            view = ScreenshotView()
            view.show_image(image)
            page.column.addWidget(view)
        page.column.addWidget(ForeignText(facts or self.tr("No facts about this computer.")))
        page.column.addStretch(1)

        close = Button(self.tr("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)

        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(20),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(page, 1)
        column.addLayout(buttons)
        self.resize(scaled(640), scaled(520))
