"""Asks for the name under which a search is kept."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from itdesk.domain.limits import NAME_CHARS
from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.fonts import TextRole
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.segmented_control import SegmentedControl


@dataclass(frozen=True)
class NamedSearch:
    """The answer."""

    name: str
    search: str
    is_shared: bool


class ViewDialog(ConsoleDialog):
    """A name, and for those who lead whether all of IT gets it. Answers a NamedSearch."""

    def __init__(self, search: str, parent: QWidget, *, may_share: bool) -> None:
        super().__init__("", "", parent, width=400)
        self._search = search
        self.setWindowTitle(self.tr("Keep this search"))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Keep it"))
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_CHARS)
        self.whose = SegmentedControl(self.tr("Who sees it"))
        self.whose.offer([(False, self.tr("Only me"), "person"), (True, self.tr("All of IT"), "team")])
        self.whose.choose(False)
        self.whose.setVisible(may_share)
        self.body.addWidget(PlainLabel(search, TextRole.TEXT, tone="secondary", elides=True))
        self.body.addWidget(self.field_label(self.tr("Name of the view"), self.name))
        self.body.addWidget(self.name)
        self.body.addWidget(self.whose)
        self.name.setFocus()

    def answer(self) -> object | None:
        """Return what is kept, or say that the name is missing."""
        name = self.name.text().strip()
        if not name:
            self.missing.say(self.tr("Give it a name."))
            return None
        return NamedSearch(name, self._search, is_shared=self.whose.value is True)
