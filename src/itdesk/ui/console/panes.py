"""The console's three panes: as wide as somebody has pulled them, folded where there is little room."""

import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter

from itdesk.ui.console.navigation_pane import NavigationPane
from itdesk.ui.console.ticket_list_pane import TicketListPane
from itdesk.ui.console.ticket_page_pane import TicketPagePane
from itdesk.ui.fonts import scaled

WIDTHS_PX = (240, 392, 808)
LEAST_VIEWS_PX = 200
LEAST_LIST_PX = 190
LEAST_PAGE_PX = 420
SIDE_FOLDS_BELOW_PX = 1180
VIEWS_FOLD_BELOW_PX = 1060
KEPT = re.compile(rb"(\d{1,5}),(\d{1,5}),(\d{1,5});")
"""The widths of the panes before a window's place."""


class Panes(QSplitter):
    """Views, tickets, the ticket. The side panel folds first, then the views."""

    def __init__(self, navigation: NavigationPane, tickets: TicketListPane, page: TicketPagePane) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._navigation, self._tickets, self._page = navigation, tickets, page
        self._was_narrow: tuple[bool, bool] | None = None
        views_px, list_px, page_px = (scaled(width) for width in WIDTHS_PX)
        self._widths = (views_px, list_px, page_px)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in (navigation, tickets, page):
            self.addWidget(pane)
        navigation.setMinimumWidth(scaled(LEAST_VIEWS_PX))
        tickets.setMinimumWidth(scaled(LEAST_LIST_PX))
        self.setSizes(self._widths)
        self.splitterMoved.connect(self._note)
        self.setStretchFactor(2, 1)

    def fit(self, width: int) -> None:
        """Fold what has no room where the window is `width` pixels wide; unfold it again."""
        narrow = (width < scaled(SIDE_FOLDS_BELOW_PX), width < scaled(VIEWS_FOLD_BELOW_PX))
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            self._fold(width, side=narrow[0], views=narrow[1])

    def be_table(self, is_table: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Leave the ticket's room to the list, or give it back."""
        self._page.setVisible(not is_table)
        views_px, list_px, page_px = self._widths
        self.setSizes([views_px, list_px + page_px, 0] if is_table else list(self._widths))

    def state(self) -> bytes:
        """Return the widths of the panes, to be kept."""
        return b"%d,%d,%d;" % self._widths

    def restore(self, state: bytes) -> bytes:
        """Take the widths that were kept at the beginning of `state`; return the rest of it."""
        found = KEPT.match(state)
        if found is not None:
            views, tickets, page = (int(width) for width in found.groups())
            self._widths = (views, tickets, page)
        self._was_narrow = None
        return state[found.end() if found else 0 :]

    @Slot()
    def unfold_views(self) -> None:
        """Show the views, in place of the list where there is no room for both."""
        self._navigation.setVisible(True)
        self._tickets.setVisible(not self._views_are_folded)
        self._navigation.list.setFocus()

    def fold_views_again(self) -> None:
        """Show the list in place of the views, where there is no room for both."""
        if self._views_are_folded and not self._navigation.isHidden():
            self._tickets.setVisible(True)
            self._tickets.list.setFocus()
            self._navigation.setVisible(False)

    @Slot()
    def _note(self) -> None:
        """Remember what the person has pulled, while all panes are in sight."""
        views, tickets, page = self.sizes()
        if not self._views_are_folded and not self._page.isHidden():
            self._widths = (views, tickets, page)

    def _fold(self, width: int, *, side: bool, views: bool) -> None:
        self._page.show_side(not side)
        self._navigation.setVisible(not views)
        self._tickets.setVisible(True)
        self._tickets.offer_views(is_wanted=views)
        views_px, list_px, _ = self._widths
        self._page.reply_box.be_narrow(views)
        page_px = max(self._page.minimumSizeHint().width(), scaled(LEAST_PAGE_PX))
        list_px = max(scaled(LEAST_LIST_PX), min(list_px, width - page_px - 1))
        self.setSizes([views_px, list_px, width - list_px - (0 if views else views_px)])

    @property
    def _views_are_folded(self) -> bool:
        return self._was_narrow is not None and self._was_narrow[1]
