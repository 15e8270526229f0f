"""What looks private in what she types: marked in the text, named below it, blacked out by one click."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from itdesk.domain.redaction import Finding, Rules, find, hidden
from itdesk.ui.secret_words import what_was_found
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.banner import Banner, Tone


class PrivateWords(QObject):
    """Watches one text field; `rules` are asked when a text is looked at."""

    def __init__(self, field: QPlainTextEdit, banner: Banner, rules: Callable[[], Rules]) -> None:
        super().__init__(field)
        self._field = field
        self._banner = banner
        self._rules = rules
        self._findings: tuple[Finding, ...] = ()
        banner.acted.connect(self.black_out)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is marked now."""
        return self._findings

    def look(self) -> bool:
        """Mark what looks private; return whether there is something that was not marked before."""
        known = {self._field.toPlainText()[one.start : one.end] for one in self._findings}
        text = self._field.toPlainText()
        self._findings = find(text, self._rules())
        self._mark()
        return any(text[one.start : one.end] not in known for one in self._findings)

    @Slot()
    def black_out(self) -> None:
        """Put bars in place of what looks private; Ctrl+Z takes it back."""
        text = self._field.toPlainText()
        cursor = QTextCursor(self._field.document())
        cursor.beginEditBlock()
        for one in reversed(self._findings):
            cursor.setPosition(_units(text, one.start))
            cursor.setPosition(_units(text, one.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(
                hidden(text[one.start : one.end], [Finding(0, one.end - one.start, one.secret)])
            )
        cursor.endEditBlock()
        self.look()
        self._field.setFocus()

    def _mark(self) -> None:
        text = self._field.toPlainText()
        self._field.setExtraSelections([marked(self._field, text, one) for one in self._findings])
        if not self._findings:
            self._banner.dismiss()
            return
        self._banner.say(
            Tone.CAREFUL,
            self.tr("This looks private: {what}").format(what=what_was_found(self._findings)),
            self.tr("IT does not need it to help you."),
            self.tr("Black it out"),
            icon_name="eye",
        )


def marked(field: QPlainTextEdit, text: str, finding: Finding) -> QTextEdit.ExtraSelection:
    """Return the mark over one finding in a field."""
    form = QTextCharFormat()
    tokens = tokens_of(field.palette())
    form.setBackground(tokens.color("amber_tint"))
    form.setForeground(tokens.color("amber_text"))
    form.setFontUnderline(True)
    cursor = QTextCursor(field.document())
    cursor.setPosition(_units(text, finding.start))
    cursor.setPosition(_units(text, finding.end), QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    # Qt's stub declares the two as methods; they are values.
    selection.cursor, selection.format = cursor, form
    return selection


def _units(text: str, place: int) -> int:
    """Return the place as Qt counts: in units of UTF-16, of which an emoji has two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
