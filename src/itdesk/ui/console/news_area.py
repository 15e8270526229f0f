"""Room for messages above a conversation: as high as they are, lower where there is no room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from itdesk.ui.fonts import scaled

LEAST_PX = 64


class NewsArea(QScrollArea):
    """Holds banners and cards in `column`; takes no room while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._inside.setProperty("surface", "transparent")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(scaled(20), scaled(12), scaled(20), 0)
        self.column.setSpacing(scaled(8))
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._inside.installEventFilter(self)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        said = self._inside.findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return all(frame.isHidden() for frame in said)

    def sizeHint(self) -> QSize:
        """Return the height of what is said."""
        if self.is_empty:
            return QSize(0, 0)
        width = max(self.width(), scaled(200))
        height = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else -1
        return QSize(width, height if height > 0 else self._inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a line or two; the rest can be scrolled to."""
        return QSize(0, min(scaled(LEAST_PX), self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is said."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
