"""One entry of a conversation, as a value and as a widget."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.attachment import AttachmentButton, AttachmentEntry
from itdesk.ui.widgets.avatar import Avatar
from itdesk.ui.widgets.foreign_text import ForeignText
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

SHARE_OF_WIDTH = 7
"""How many tenths of the width an employee's bubble may take."""


class EntryKind(StrEnum):
    """What an entry is."""

    MESSAGE = "message"
    NOTE = "note"
    EVENT = "event"


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One entry, all texts ready to be shown. `role_words` say what the author is or how it was sent."""

    id: str
    kind: EntryKind
    author: str = ""
    is_own: bool = False
    role_words: str = ""
    at: str = ""
    body: str = ""
    called: tuple[str, ...] = ()
    """The logins of those whom a note calls by `@login`: they stand out in its body."""
    attachments: tuple[AttachmentEntry, ...] = ()
    icon: str = ""


class EntryWidget(QWidget):
    """Shows one entry. Signals: `link_activated(QUrl)`, `attachment_opened(entry id, attachment id)`."""

    link_activated = Signal(QUrl)
    attachment_opened = Signal(str, str)

    def __init__(self, entry: TimelineEntry) -> None:
        super().__init__()
        self.entry = entry

    def show_entry(self, entry: TimelineEntry) -> None:
        """Show the entry as it is now."""
        if entry != self.entry:
            self.entry = entry
            self.render_entry()

    def render_entry(self) -> None:
        """Put the entry's values into the widgets."""
        raise NotImplementedError


class EventWidget(EntryWidget):
    """What happened, in one line with a small icon."""

    def __init__(self, entry: TimelineEntry) -> None:
        super().__init__(entry)
        self._icon = IconLabel(entry.icon or "sync", 16, "text_tertiary")
        self._words = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._at = PlainLabel("", TextRole.META, tone="tertiary")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(8), 0, scaled(14), 0)
        row.setSpacing(scaled(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._at, 0, Qt.AlignmentFlag.AlignTop)
        self.render_entry()

    def render_entry(self) -> None:
        """Put the entry's values into the widgets."""
        self._icon.show_icon(self.entry.icon or "sync", "text_tertiary")
        self._words.setText(self.entry.body)
        self._at.setText(self.entry.at)
        self.setAccessibleName(f"{self.entry.body} {self.entry.at}")


class BubbleWidget(EntryWidget):
    """Somebody's words: own on the accent's tint, others' on sunken, a note on yellow with bar and lock."""

    def __init__(self, entry: TimelineEntry, *, is_large: bool) -> None:
        super().__init__(entry)
        self._is_large = is_large
        self._avatar = Avatar(entry.author, 32 if is_large else 28)
        self._author = PlainLabel("", TextRole.NAME)
        self._mark = IconLabel("reply", 16, "accent_text")
        self._role = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._at = PlainLabel("", TextRole.META, tone="secondary")
        self._bubble = QFrame()
        self._body = ForeignText()
        self._body.link_activated.connect(self.link_activated)
        if is_large:
            self._body.setProperty("role", "body")
        self._files = QVBoxLayout()
        self._assemble()
        self.render_entry()

    def render_entry(self) -> None:
        """Put the entry's values into the widgets."""
        entry, is_note = self.entry, self.entry.kind is EntryKind.NOTE
        look = "note" if is_note else "own" if entry.is_own else "other"
        if look != self._bubble.property("bubble"):
            self._bubble.setProperty("bubble", look)
            self._bubble.style().unpolish(self._bubble)
            self._bubble.style().polish(self._bubble)
        words = self.tr("internal note · only IT sees this") if is_note else entry.role_words
        self._avatar.show_person(entry.author)
        self._author.setText(entry.author)
        self._role.setText(words)
        self._role.set_tone("note" if is_note else "accent" if entry.is_own else "secondary")
        self._mark.show_icon("lock" if is_note else "reply", "note_text" if is_note else "accent_text")
        self._mark.setVisible(is_note or (entry.is_own and not self._is_large))
        self._at.setText(entry.at)
        self._body.emphasise(entry.called)
        self._body.set_text(entry.body)
        self._body.setVisible(bool(entry.body))
        self._show_files()
        self.setAccessibleName(", ".join(filter(None, (entry.author, words, entry.at))))
        self.setAccessibleDescription(entry.body)

    def _show_files(self) -> None:
        while (item := self._files.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setVisible(False)
                widget.deleteLater()
        for file in self.entry.attachments:
            button = AttachmentButton(file)
            button.opened.connect(self._open)
            self._files.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.setVisible(True)  # a layout shows it an event later: nothing would stand there meanwhile

    @Slot(str)
    def _open(self, attachment_id: str) -> None:
        self.attachment_opened.emit(self.entry.id, attachment_id)

    def _assemble(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(scaled(8))
        for widget in (self._author, self._mark):
            header.addWidget(widget)
        header.addWidget(self._role, 1)
        header.addWidget(self._at)
        inside = QVBoxLayout(self._bubble)
        inside.setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(10))
        inside.setSpacing(scaled(4))
        column = QVBoxLayout()
        column.setSpacing(scaled(4))
        (column if self._is_large else inside).addLayout(header)
        inside.addWidget(self._body)
        inside.addLayout(self._files)
        column.addWidget(self._bubble)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        self._fill(row, column)

    def _fill(self, row: QHBoxLayout, column: QVBoxLayout) -> None:
        if not self._is_large:
            row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)
        elif self.entry.is_own:
            self._avatar.setParent(self)
            self._avatar.setVisible(False)
            row.addStretch(10 - SHARE_OF_WIDTH)
            row.addLayout(column, SHARE_OF_WIDTH)
        else:
            row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, SHARE_OF_WIDTH)
            row.addStretch(10 - SHARE_OF_WIDTH)


def widget_for(entry: TimelineEntry, *, is_large: bool) -> EntryWidget:
    """Return the widget that shows `entry`."""
    if entry.kind is EntryKind.EVENT:
        return EventWidget(entry)
    return BubbleWidget(entry, is_large=is_large)
