"""Exactly what is sent: the very text of the facts, and the pictures read back from their bytes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from itdesk.domain.redaction import Finding
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.private_words import marked
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.house_window import FRAME
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.screenshot_view import ScreenshotView
from itdesk.ui.widgets.scroll_page import ScrollPage

PICTURE_SHARE = 2


class ExactPreview(QDialog):
    """Read only; what looks private is marked. Closes by Esc, by its button, by its frame."""

    def __init__(
        self,
        facts: str | None,
        images: Sequence[QImage] = (),
        findings: Sequence[Finding] = (),
        files: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.facts_text = facts
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.setWindowTitle(self.tr("Exactly what we send"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(20),) * 4)
        column.setSpacing(scaled(12))
        what = self.tr("Beside your own words, this and nothing else:")
        column.addWidget(PlainLabel(what, TextRole.BODY, wraps=True))
        if images:
            column.addWidget(self._pictures(images), PICTURE_SHARE)
        if files:
            names = self.tr("Files: {names}").format(names=", ".join(files))
            column.addWidget(PlainLabel(names, TextRole.TEXT, wraps=True))

        # A list of programs has thousands of lines: this field lays out only those in sight.
        self.text = QPlainTextEdit(facts or self.tr("No facts about this computer."))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The facts, as they are sent"))
        self.text.setExtraSelections([marked(self.text, facts or "", one) for one in findings])
        column.addWidget(self.text, 3)

        close = Button(self.tr("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addLayout(buttons)
        room = self.screen().availableSize() - QSize(FRAME, FRAME)
        self.resize(QSize(scaled(640), scaled(620)).boundedTo(room))

    def _pictures(self, images: Sequence[QImage]) -> QWidget:
        """Return the pictures one below the other, each as wide as there is room."""
        page = ScrollPage("base")
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setAccessibleName(self.tr("The pictures, as they are sent"))
        page.column.setSpacing(scaled(12))
        for number, image in enumerate(images, start=1):
            view = ScreenshotView()
            view.show_image(image)
            view.setAccessibleName(
                self.tr("Picture {number} of {all}").format(number=number, all=len(images))
            )
            page.column.addWidget(view)
        page.column.addStretch(1)
        return page
