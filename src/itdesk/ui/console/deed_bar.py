"""The row of buttons over a conversation: as many as there is room for, the rest in a menu."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from itdesk.ui.console.deeds import Deed, look_of
from itdesk.ui.fonts import scaled
from itdesk.ui.icons import icon
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.plain_label import plain_tooltip

FRAMED = (Deed.TAKE, Deed.RESOLVE, Deed.CONTINUE, Deed.REOPEN)
"""These have a line around them; the others are quiet."""
GAP_PX = 4
NOTHING: Mapping[Deed, str] = MappingProxyType({})


class DeedButton(Button):
    """One deed. Signals: `wanted(Deed)`."""

    wanted = Signal(object)

    def __init__(self, deed: Deed, parent: QWidget) -> None:
        look = look_of(deed)
        super().__init__(look.text, Kind.NORMAL if deed in FRAMED else Kind.QUIET, look.icon, parent=parent)
        self.deed = deed
        self.setToolTip(plain_tooltip(look.hint))
        self.clicked.connect(self._want)

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self.deed)


class DeedBar(QWidget):
    """Offers what is allowed. Signals: `wanted(Deed)`."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {deed: DeedButton(deed, self) for deed in Deed}
        self._offered: tuple[Deed, ...] = ()
        self._hidden: tuple[Deed, ...] = ()
        self._refused: Mapping[Deed, str] = {}
        self.more_button = IconButton("more", self.tr("More for this ticket"), self)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._want_action)
        self.more_button.setMenu(self._menu)
        for button in self._buttons.values():
            button.wanted.connect(self._want)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.offer(())

    @property
    def offered(self) -> tuple[Deed, ...]:
        """What is offered, in sight or in the menu."""
        return self._offered

    @property
    def refused(self) -> Mapping[Deed, str]:
        """What stands grey in the menu, with the reason."""
        return self._refused

    def offer(self, deeds: tuple[Deed, ...], refused: Mapping[Deed, str] = NOTHING) -> None:
        """Offer these deeds; those that are refused stand grey in the menu, each with its reason."""
        self._offered, self._refused = deeds, refused
        self._place()

    def button(self, deed: Deed) -> Button:
        """Return the button of a deed, whether in sight or not."""
        return self._buttons[deed]

    def sizeHint(self) -> QSize:
        """Return the height of one button."""
        height = max(self.more_button.sizeHint().height(), self._buttons[Deed.TAKE].sizeHint().height())
        return QSize(scaled(300), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        shown = self._fitting()
        self._hidden = self._offered[len(shown) :]
        for deed, button in self._buttons.items():
            button.setVisible(deed in shown)
        left = 0
        for deed in shown:
            left = self._put(self._buttons[deed], left)
        self.more_button.setVisible(bool(self._hidden or self._refused))
        self._put(self.more_button, left)

    def _put(self, widget: QWidget, left: int) -> int:
        hint = widget.sizeHint()
        widget.setGeometry(QRect(left, (self.height() - hint.height()) // 2, hint.width(), hint.height()))
        return left + hint.width() + scaled(GAP_PX)

    def _fitting(self) -> tuple[Deed, ...]:
        widths = [self._buttons[deed].sizeHint().width() + scaled(GAP_PX) for deed in self._offered]
        if not self._refused and sum(widths) <= self.width() + scaled(GAP_PX):
            return self._offered
        room = self.width() - self.more_button.sizeHint().width()
        count = 0
        while count < len(widths) and sum(widths[: count + 1]) <= room:
            count += 1
        return self._offered[:count]

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        for deed in self._hidden:
            look = look_of(deed)
            action = self._menu.addAction(icon(look.icon), look.text)
            action.setData(deed.value)
        if self._hidden and self._refused:
            self._menu.addSeparator()
        for deed, reason in self._refused.items():
            look = look_of(deed)
            action = self._menu.addAction(icon(look.icon), f"{look.text.rstrip('…')} – {reason}")
            action.setEnabled(False)

    @Slot(QAction)
    def _want_action(self, action: QAction) -> None:
        self.wanted.emit(Deed(action.data()))

    @Slot(object)
    def _want(self, deed: object) -> None:
        self.wanted.emit(deed)
