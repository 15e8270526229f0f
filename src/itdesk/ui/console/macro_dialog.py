"""Offers the macros: what each will say and do is seen before it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from itdesk.domain.changes import CommentAdded, MovedToQueue, Payload, PrioritySet, StatusChanged
from itdesk.domain.documents import Macro, in_language
from itdesk.domain.priority import priority_of
from itdesk.domain.worklog import TagsChanged
from itdesk.services.macros import MacroPlan
from itdesk.ui.background import Runner
from itdesk.ui.console.choice_dialog import OPTION, ROW_PX, Option, OptionDelegate
from itdesk.ui.console.dialog import ConsoleDialog, NoteField
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.words import name_of

ROWS_IN_SIGHT = 5
Offer = Sequence[tuple[Macro, MacroPlan]]


@dataclass(frozen=True)
class MacroChosen:
    """The answer: the macro, and its words as the technician has left them."""

    macro: Macro
    text: str
    only_says: bool
    """Whether it changes nothing: then its words go into the box, to be sent like any others."""


class MacroDialog(ConsoleDialog):
    """`fetch` tells the macros and what each would do, off the GUI thread. Answers a MacroChosen."""

    def __init__(
        self, reference: str, runner: Runner, fetch: Callable[[], Offer], language: str, parent: QWidget
    ) -> None:
        super().__init__("", "", parent, width=560)
        self._language = language
        self._offer: Offer = ()
        self.setWindowTitle(self.tr("Macros for {number}").format(number=reference))
        self.title.setText(self.windowTitle())
        self.search = SearchField(self.tr("Search macros"))
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setItemDelegate(OptionDelegate(self.list))
        self.list.setFixedHeight(scaled(ROW_PX) * ROWS_IN_SIGHT + 2)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self.finish)
        self.text = NoteField(5)
        self.text.setAccessibleName(self.tr("What is said"))
        self.deeds = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        for widget in (self.search, self.list, self.text, self.deeds):
            self.body.addWidget(widget)
        self.finishes_by_keyboard(self.text)
        self._show()
        self.search.setFocus()
        runner.run(fetch, then=self._take, failed=self._fail)

    def answer(self) -> object | None:
        """Return what is chosen, or say that nothing is."""
        chosen = self._chosen()
        if chosen is None:
            self.missing.say(self.tr("Choose a macro of the list."))
            return None
        macro, plan = chosen
        return MacroChosen(macro, self.text.toPlainText().strip(), only_says=not deeds_of(plan))

    @Slot(object)
    def _take(self, offer: Offer) -> None:
        self._offer = offer
        for place, (macro, _) in enumerate(offer):
            item = QListWidgetItem(in_language(macro.name, self._language), self.list)
            item.setData(OPTION, Option(place, item.text(), icon="lock" if macro.is_internal else "reply"))
        if offer:
            self.list.setCurrentRow(0)
        else:
            self.deeds.setText(self.tr("There are no macros yet. Your lead writes them."))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.deeds.setText(failure_sentence(error))

    @Slot(str)
    def _narrow(self, words: str) -> None:
        asked = words.casefold().split()
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setHidden(not all(word in item.text().casefold() for word in asked))
        shown = [item for item in items if not item.isHidden()]
        if shown and self._chosen() is None:
            self.list.setCurrentItem(shown[0])

    @Slot()
    def _show(self) -> None:
        chosen = self._chosen()
        deeds = deeds_of(chosen[1]) if chosen else ()
        self.text.setPlainText(chosen[1].text if chosen else "")
        self.ok_button.setText(self.tr("Do it") if deeds else self.tr("Put into the reply"))
        words = self.tr("And then: {deeds}").format(deeds=" · ".join(map(deed_words, deeds)))
        self.deeds.setText(words if deeds else "")

    def _chosen(self) -> tuple[Macro, MacroPlan] | None:
        found = [item for item in self.list.selectedItems() if not item.isHidden()]
        option = found[0].data(OPTION) if found else None
        if not isinstance(option, Option) or not isinstance(option.value, int):
            return None
        return self._offer[option.value]


def deeds_of(plan: MacroPlan) -> tuple[Payload, ...]:
    """Return what the macro changes beside what it says."""
    return tuple(one for one in plan.payloads if not isinstance(one, CommentAdded))


def deed_words(payload: Payload) -> str:
    """Return what a change of a macro does, in a word or two."""
    match payload:
        case StatusChanged(to=to, reason=reason):
            return name_of(reason) if reason else name_of(to)
        case PrioritySet(impact=impact, urgency=urgency):
            return name_of(priority_of(impact, urgency))
        case TagsChanged(added=added):
            return ", ".join(added)
        case MovedToQueue():
            return QCoreApplication.translate("Macros", "another queue")
    return ""
