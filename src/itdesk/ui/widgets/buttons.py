"""Buttons: what kind of doing they offer is told by their look."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.icons import icon
from itdesk.ui.widgets.plain_label import plain_tooltip

GAP = 4
"""What the icon keeps free before the words, beside the four pixels of the style."""


class Kind(StrEnum):
    """The kinds. One primary button a window."""

    PRIMARY = "primary"
    NORMAL = "normal"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"
    NOTE = "note"


ICON_ROLES = {
    Kind.PRIMARY: "text_on_accent",
    Kind.NORMAL: "text_primary",
    Kind.QUIET: "text_secondary",
    Kind.LINK: "accent_text",
    Kind.DANGER: "text_on_accent",
    Kind.NOTE: "note_on_fill",
}


class Button(QPushButton):
    """A button with words, of one kind, perhaps with an icon; `is_big` in employee windows."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.NORMAL,
        icon_name: str = "",
        *,
        is_big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("big", is_big)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(scaled(20 + GAP), scaled(20)))
        self.be(kind)

    def be(self, kind: Kind) -> None:
        """Become a button of `kind`."""
        self.setProperty("kind", kind.value)
        if self._icon_name:
            self.setIcon(icon(self._icon_name, ICON_ROLES[kind]))
        self.style().unpolish(self)
        self.style().polish(self)

    def show_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.be(Kind(self.property("kind")))

    def minimumSizeHint(self) -> QSize:
        """Return the whole width: words of a button are never cut."""
        return self.sizeHint()


class IconButton(QToolButton):
    """A button that is only an icon; its name is its tooltip and what a screen reader says."""

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name))
        self.setIconSize(QSize(scaled(20), scaled(20)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
