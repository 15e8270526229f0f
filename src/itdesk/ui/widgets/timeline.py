"""The conversation of a ticket: messages, internal notes, and what happened, oldest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.timeline_entry import EntryWidget, TimelineEntry, widget_for

PAGE = 60
"""How many entries are shown at first, and how many more with each press of "earlier"."""


class Timeline(QScrollArea):
    """Shows entries and follows their changes by id; what is in sight never jumps.

    It stays at the newest entry while it is there. `is_large` is the employee's: larger text, own
    words at the right.
    Signals: `link_activated(QUrl)`, `attachment_opened(entry id, attachment id)`.
    """

    link_activated = Signal(QUrl)
    attachment_opened = Signal(str, str)

    def __init__(self, *, is_large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_large = is_large
        self._entries: tuple[TimelineEntry, ...] = ()
        self._widgets: dict[str, EntryWidget] = {}
        self._most = PAGE
        self._is_at_end = True
        self._below: int | None = None
        self._earlier = Button("", Kind.LINK)
        self._earlier.clicked.connect(self._show_earlier)
        self._column = QVBoxLayout()
        self._assemble()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_place)
        bar.valueChanged.connect(self._note_place)

    def _assemble(self) -> None:
        page = QWidget()
        page.setProperty("surface", "transparent")
        margin = scaled(20)
        self._column.setContentsMargins(margin, scaled(16), margin, scaled(16))
        self._column.setSpacing(scaled(12))
        self._column.addWidget(self._earlier)
        self._column.addStretch(1)
        page.setLayout(self._column)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Conversation"))
        self._earlier.setVisible(False)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the entries that have a widget, in their order."""
        return tuple(entry.id for entry in self._entries if entry.id in self._widgets)

    def entry_widget(self, entry_id: str) -> EntryWidget:
        """Return the widget of one shown entry. Raises KeyError for one that is not shown."""
        return self._widgets[entry_id]

    def show_ticket(self, entries: Sequence[TimelineEntry]) -> None:
        """Show another ticket's conversation, at its newest entry."""
        self._most = PAGE
        self._is_at_end = True
        self._drop(set(self._widgets))
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show the same conversation as it is now: only what changed is touched."""
        first = next(iter(self.shown), None)
        self._entries = tuple(entries)
        self._reach_back_to(first)
        wanted = self._entries[-self._most :]
        self._drop(set(self._widgets) - {entry.id for entry in wanted})
        for place, entry in enumerate(wanted, start=1):
            self._put(place, entry)
        hidden = len(self._entries) - len(wanted)
        self._earlier.setText(self.tr("Show {count} earlier").format(count=min(hidden, PAGE)))
        self._earlier.setVisible(hidden > 0)

    def _reach_back_to(self, first: str | None) -> None:
        """Keep the oldest entry in sight when newer ones come: it must not slip away under the reader."""
        for index, entry in enumerate(self._entries):
            if entry.id == first:
                self._most = max(self._most, len(self._entries) - index)

    def _put(self, place: int, entry: TimelineEntry) -> None:
        known = self._widgets.get(entry.id)
        if known is not None and known.entry.kind is entry.kind:
            known.show_entry(entry)
        else:
            self._drop({entry.id} & set(self._widgets))
            known = self._make(entry)
        if self._column.indexOf(known) != place:
            self._column.insertWidget(place, known)

    def _make(self, entry: TimelineEntry) -> EntryWidget:
        widget = widget_for(entry, is_large=self._is_large)
        widget.link_activated.connect(self.link_activated)
        widget.attachment_opened.connect(self.attachment_opened)
        self._widgets[entry.id] = widget
        return widget

    def _drop(self, ids: set[str]) -> None:
        for entry_id in ids:
            widget = self._widgets.pop(entry_id)
            self._column.removeWidget(widget)
            widget.setVisible(False)
            widget.deleteLater()

    @Slot()
    def _show_earlier(self) -> None:
        bar = self.verticalScrollBar()
        self._below = bar.maximum() - bar.value()
        self._is_at_end = False
        self._most += PAGE
        self.show_entries(self._entries)

    @Slot(int, int)
    def _keep_place(self, _least: int, most: int) -> None:
        bar = self.verticalScrollBar()
        if self._is_at_end:
            bar.setValue(most)
        elif self._below is not None:
            bar.setValue(most - self._below)

    @Slot(int)
    def _note_place(self, value: int) -> None:
        bar = self.verticalScrollBar()
        self._is_at_end = value >= bar.maximum() - scaled(8)
        if self._below is not None and bar.maximum() - value != self._below:
            self._below = None
