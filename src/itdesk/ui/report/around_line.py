"""One line below the description, filled in: “this computer · Room 312 · ext. 4410 · since about 9:40”."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.report.around import (
    Around,
    Knows,
    began_text,
    concerns_text,
    contact_text,
    person_text,
    place_text,
)
from itdesk.ui.report.around_editors import (
    AroundEditor,
    ConcernsEditor,
    PersonEditor,
    SinceEditor,
    TextEditor,
)
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.flow_layout import FlowLayout
from itdesk.ui.widgets.plain_label import PlainLabel, plain_tooltip

WIDEST_PART = 210


class Part(StrEnum):
    """The parts in their order."""

    CONCERNS = "concerns"
    PLACE = "place"
    CONTACT = "contact"
    SINCE = "since"
    PERSON = "person"


class AroundLine(QWidget):
    """Each part opens a small editor in place. Signals: edited(Around); reshaped(), its height is another."""

    edited = Signal(object)
    reshaped = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._around = Around()
        self._knows = Knows()
        self._open: Part | None = None
        self._editor: AroundEditor | None = None
        self._parts = {part: Button("", Kind.LINK) for part in Part}
        self._names = {
            Part.CONCERNS: self.tr("What it concerns"),
            Part.PLACE: self.tr("Where I am"),
            Part.CONTACT: self.tr("How to reach me"),
            Part.SINCE: self.tr("Since when is it so"),
            Part.PERSON: self.tr("For whom"),
        }
        for button in self._parts.values():
            button.clicked.connect(self._on_part)
        self._frame = EditorFrame()
        self._frame.left.connect(self.close_editor)
        self._assemble()
        self._show()

    @property
    def around(self) -> Around:
        """What the line says."""
        return self._around

    @property
    def editor(self) -> AroundEditor | None:
        """The editor that is open."""
        return self._editor

    @property
    def open_frame(self) -> QWidget | None:
        """The place of the editor that is open, with the way out of it."""
        return self._frame if self._editor is not None else None

    def part(self, part: Part) -> Button:
        """Return the button of one part."""
        return self._parts[part]

    def show_around(self, around: Around) -> None:
        """Say this, without telling anybody."""
        self.close_editor()
        self._around = around
        self._show()

    def show_reach(self, place: str, contact: str) -> None:
        """Fill in where she is and how to reach her, where she has not said so herself."""
        around = self._around
        self._around = replace(around, place=around.place or place, contact=around.contact or contact)
        self._show()

    def know(self, knows: Knows) -> None:
        """Offer these computers and people from now on."""
        self._knows = knows

    def open_editor(self, part: Part) -> None:
        """Open the editor of one part in place of the one that is open."""
        self.close_editor()
        self._editor = self._made(part)
        self._editor.edited.connect(self._on_edited)
        self._editor.done.connect(self.close_editor)
        self._open = part
        self._frame.hold(self._editor)
        self.reshaped.emit()
        self._editor.focus()

    @Slot()
    def close_editor(self) -> None:
        """Close the editor; the keyboard goes back to its part."""
        if self._open is None or self._editor is None:
            return
        part, editor = self._open, self._editor
        self._open = self._editor = None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._frame.isAncestorOf(focused)
        self._frame.release(editor)
        self.reshaped.emit()
        if had_focus:
            self._parts[part].setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, part: Part) -> AroundEditor:
        match part:
            case Part.CONCERNS:
                return ConcernsEditor(self._around, self._knows)
            case Part.SINCE:
                return SinceEditor(self._around, self._now())
            case Part.PERSON:
                return PersonEditor(self._around, self._knows)
        return TextEditor(self._names[part], part.value, self._around)

    def _assemble(self) -> None:
        line = QWidget()
        flow = FlowLayout(line, scaled(2))
        for place, button in enumerate(self._parts.values()):
            if place:
                dot = PlainLabel("·", TextRole.TEXT, tone="secondary")
                dot.setMinimumHeight(button.sizeHint().height())
                flow.addWidget(dot)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(line)
        column.addWidget(self._frame)

    def _show(self) -> None:
        around = self._around
        texts = {
            Part.CONCERNS: concerns_text(around),
            Part.PLACE: place_text(around),
            Part.CONTACT: contact_text(around),
            Part.SINCE: began_text(around, self._now()),
            Part.PERSON: person_text(around),
        }
        metrics = QFontMetrics(text_font(TextRole.TEXT))
        for part, text in texts.items():
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, scaled(WIDEST_PART))
            self._parts[part].setText(short.replace("&", "&&"))
            self._parts[part].setToolTip(plain_tooltip(text) if short != text else "")
            self._parts[part].setAccessibleName(f"{self._names[part]}: {text}")

    @Slot()
    def _on_part(self) -> None:
        part = next(part for part, button in self._parts.items() if button is self.sender())
        if part is self._open:
            self.close_editor()
        else:
            self.open_editor(part)

    @Slot(object)
    def _on_edited(self, around: Around) -> None:
        self._around = around
        self._show()
        self.edited.emit(around)
        self.reshaped.emit()


class EditorFrame(QFrame):
    """Holds the open editor, with the way out of it. Signals: left()."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tint", "grey")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(scaled(16), scaled(12), scaled(12), scaled(12))
        self._row.setSpacing(scaled(12))
        self.setVisible(False)

    def hold(self, editor: QWidget) -> None:
        """Show an editor."""
        if not self._row.count():
            done = Button(self.tr("Done"))
            done.clicked.connect(self.left)
            self._row.addWidget(done, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.insertWidget(0, editor, 1)
        self.setVisible(True)

    def release(self, editor: QWidget) -> None:
        """Let go of the editor."""
        self._row.removeWidget(editor)
        editor.setVisible(False)
        editor.deleteLater()
        self.setVisible(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the editor, not the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
