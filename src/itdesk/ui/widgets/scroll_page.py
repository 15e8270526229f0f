"""A page that may be higher than its window: scrolled up and down, never sideways."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

FLOORS = 5
"""A part, its group, the page, the view, and once more where a scroll bar has taken some of the width."""


class ScrollPage(QScrollArea):
    """Holds one column of widgets on a surface of the house. The keyboard passes through to them."""

    def __init__(self, surface: str, margin: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = QWidget()
        page.setProperty("surface", surface)
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def settle(self) -> None:
        """Give new words their room now. Each floor of a layout asks the next by an event of its own:
        until the last has come, a line more would be painted into the height of before.
        """
        for _ in range(FLOORS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def height_for(self, width: int) -> int:
        """Return the height at which nothing must be scrolled, `width` pixels wide."""
        return (
            self.column.totalHeightForWidth(width)
            if self.column.hasHeightForWidth()
            else (self.column.totalSizeHint().height())
        )
