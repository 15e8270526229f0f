"""An icon that stands by itself and does nothing."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.icons import DEFAULT_ROLE, paint_icon
from itdesk.ui.tokens import tokens_of


class IconLabel(QWidget):
    """Shows one icon, `size` pixels at 100 %, in the colour of a token."""

    def __init__(
        self, name: str, size: int = 20, role: str = DEFAULT_ROLE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str = DEFAULT_ROLE) -> None:
        """Show another icon or another colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at the text size in use."""
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        role = self._role if self.isEnabled() else "text_disabled"
        paint_icon(QPainter(self), self.rect(), self._name, tokens_of(self.palette()).color(role))
