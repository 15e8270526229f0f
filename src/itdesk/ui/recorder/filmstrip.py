"""All pictures of a recording in a row, small: when, whether marked, whether left out."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.recorder.clock import minutes_text
from itdesk.ui.recorder.steps import RecordedStep

ICON = QSize(88, 50)
ROOM = QSize(124, 74)
SCROLL_BAR = 12
LEFT_OUT = 0.3
"""How much of a picture that is left out can still be seen; that it is, is also said in words."""


class Filmstrip(QListWidget):
    """Signals: `chosen(int)`, the place in the row; `left_out_wanted()` by Delete."""

    chosen = Signal(int)
    left_out_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbs: dict[int, QImage] = {}
        self._states: dict[int, tuple[bool, bool]] = {}
        self.setAccessibleName(self.tr("The recorded pictures"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFont(text_font(TextRole.META))
        self.setIconSize(QSize(scaled(ICON.width()), scaled(ICON.height())))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(scaled(ROOM.height() + SCROLL_BAR))
        self.currentRowChanged.connect(self._on_row)

    def show_steps(self, steps: Sequence[RecordedStep]) -> None:
        """Show these, in place of what was shown; the chosen place stays."""
        while self.count() < len(steps):
            item = QListWidgetItem(self)
            item.setSizeHint(QSize(scaled(ROOM.width()), scaled(ROOM.height())))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        for row, step in enumerate(steps):
            self._show(self.item(row), step)

    def show_thumb(self, steps: Sequence[RecordedStep], number: int, image: QImage) -> None:
        """Show the picture of a frame that has arrived."""
        self._thumbs[number] = image
        for row, step in enumerate(steps):
            if step.frame.number == number:
                self._show(self.item(row), step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete leaves the chosen picture out, or takes it along again."""
        if event.key() == Qt.Key.Key_Delete:
            self.left_out_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, item: QListWidgetItem, step: RecordedStep) -> None:
        """Show a step, unless just that is shown: sixty pictures at each stroke would be felt."""
        number = step.frame.number
        state = (step.is_kept, number in self._thumbs)
        if self._states.get(number) == state:
            return
        self._states[number] = state
        words = self._words(step)
        item.setText(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setIcon(self._icon(step))

    def _words(self, step: RecordedStep) -> str:
        time = minutes_text(step.frame.at_ms)
        if not step.is_kept:
            return self.tr("{time} · left out").format(time=time)
        if step.frame.is_marked:
            return self.tr("{time} · marked").format(time=time)
        return time

    def _icon(self, step: RecordedStep) -> QIcon:
        """Return the picture on a ground of one size, so that nothing moves when it comes."""
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.iconSize() * ratio)
        ground.fill(QColor(Qt.GlobalColor.transparent))
        image = self._thumbs.get(step.frame.number)
        if image is not None:
            smooth = Qt.TransformationMode.SmoothTransformation
            small = image.scaled(ground.size(), Qt.AspectRatioMode.KeepAspectRatio, smooth)
            painter = QPainter(ground)
            painter.setOpacity(1 if step.is_kept else LEFT_OUT)
            painter.drawImage(
                (ground.width() - small.width()) // 2, (ground.height() - small.height()) // 2, small
            )
            painter.end()
        ground.setDevicePixelRatio(ratio)
        return QIcon(ground)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
