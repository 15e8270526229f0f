"""The line under a search box that says, calmly, why what was typed cannot be searched."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from itdesk.domain.query.faults import BadQuery
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.terms import Query
from itdesk.ui.fonts import TextRole
from itdesk.ui.query_words import query_sentence
from itdesk.ui.widgets.plain_label import PlainLabel


class QueryLine(PlainLabel):
    """Reads what was typed, and is in sight only while it cannot be read."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", TextRole.META, tone="secondary", wraps=True, parent=parent)
        self._now = now
        self.hide()

    def read(self, text: str, *, is_entered: bool = False) -> Query | None:
        """Return what is searched; nothing when it cannot be read, which is then said.

        A last word that is still being typed is a beginning, and is not complained of before Enter.
        """
        today = self._now().astimezone().date()
        try:
            if is_entered and text.strip():
                parse(text, today=today)
            query = parse(text, today=today, unfinished=True)
        except BadQuery as error:
            self._say(query_sentence(error))
            return None
        self._say("")
        return query

    def _say(self, sentence: str) -> None:
        self.setText(sentence)
        self.setVisible(bool(sentence))
