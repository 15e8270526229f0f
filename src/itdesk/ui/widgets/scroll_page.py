"""A page that may be higher than its window: scrolled up and down, never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


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

    def height_for(self, width: int) -> int:
        """Return the height at which nothing must be scrolled, `width` pixels wide."""
        return (
            self.column.totalHeightForWidth(width)
            if self.column.hasHeightForWidth()
            else (self.column.totalSizeHint().height())
        )
