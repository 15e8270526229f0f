"""The screenshot that goes along: its thumbnail, and the tools that black out or remove it."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.sending import Picture
from itdesk.ui.times import clock_text
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.screenshot_view import ScreenshotView

MOST_PX = 420
"""Where the facts have the window for themselves, a screenshot as wide would hide them."""


class ScreenshotPanel(QWidget):
    """Shows what is sent of the screen. Signals: changed, when something else would be sent."""

    changed = Signal()

    def __init__(self, image: QImage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sent = image is not None
        self.setMaximumWidth(scaled(MOST_PX))
        self.view = ScreenshotView()
        if image is not None:
            self.view.show_image(image)
        self.view.changed.connect(self.changed)

        # Tools
        taken = self.tr("Screen, {time}").format(time=clock_text(datetime.now().astimezone()))
        self._taken = PlainLabel(taken, TextRole.META, tone="secondary", elides=True)
        self._black_out = IconButton("blackout", self.tr("Black out: drag over what nobody should see"))
        self._black_out.setCheckable(True)
        self._black_out.toggled.connect(self._on_black_out)
        self._undo = IconButton("undo", self.tr("Take back the last black-out"))
        self._undo.clicked.connect(self.view.undo)
        self._remove = IconButton("close", self.tr("Do not send the screenshot"))
        self._remove.clicked.connect(self.leave_out)
        self._restore = Button(self.tr("Send the screenshot after all"), Kind.LINK)
        self._restore.clicked.connect(self.send_after_all)

        self._assemble()
        self._show_state()

    def picture(self) -> Picture | None:
        """Return what is sent, if anything."""
        if not self._is_sent or self.view.image.isNull():
            return None
        return Picture(image=self.view.image, blacked_out=self.view.blacked_out)

    def _assemble(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(scaled(2))
        tools.addWidget(self._taken, 1)
        for button in (self._black_out, self._undo, self._remove):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.view)
        column.addLayout(tools)
        column.addWidget(self._restore)

    def _show_state(self) -> None:
        has_image = not self.view.image.isNull()
        self.setVisible(has_image)
        for widget in (self.view, self._taken, self._black_out, self._undo, self._remove):
            widget.setVisible(self._is_sent)
        self._restore.setVisible(has_image and not self._is_sent)

    @Slot(bool)
    def _on_black_out(self, is_drawing: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.view.draw(is_drawing)

    @Slot()
    def leave_out(self) -> None:
        """Do not send the screenshot."""
        self._is_sent = False
        self._show_state()
        self.changed.emit()

    @Slot()
    def send_after_all(self) -> None:
        """Send it again."""
        self._is_sent = True
        self._show_state()
        self.changed.emit()
