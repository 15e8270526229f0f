"""All the facts about a computer, to be searched, and compared with what it was at other times."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itdesk.services.snapshots import Snapshot
from itdesk.ui.background import Runner
from itdesk.ui.console.fact_differences import Compared, ShownFacts, compared
from itdesk.ui.console.fact_nodes import FactNode, fact_nodes, matching
from itdesk.ui.console.fact_tree_view import FactTreeView
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import day_and_time
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.search_field import SearchField

CHOOSER_CHARS = 24


class FactsDialog(QDialog):
    """Shows `shown`; `fetch` is called in the background and returns what else is known of the computer."""

    def __init__(
        self,
        shown: ShownFacts,
        runner: Runner,
        fetch: Callable[[], tuple[Snapshot, ...]],
        now: Callable[[], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All facts, {reference}").format(reference=shown.reference))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self._shown = shown
        self._runner = runner
        self._now = now
        self._whole: tuple[FactNode, ...] = ()
        self._compared: Compared | None = None
        self._others: tuple[Snapshot, ...] = ()
        self._key = ""

        self.title = PlainLabel(self.tr("All facts"), TextRole.SECTION)
        self.about = PlainLabel("", TextRole.META, tone="secondary", elides=True)
        self.banner = Banner()
        self.search = SearchField(self.tr("Search the facts"))
        self.search.textChanged.connect(self._narrow)
        self.chooser_label = PlainLabel(self.tr("Compare with"), TextRole.TEXT, tone="secondary")
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Compare with"))
        self.chooser_label.setBuddy(self.chooser)
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(CHOOSER_CHARS)
        self.chooser.addItem(self.tr("Nothing"))
        self.chooser.setEnabled(False)
        self.tree = FactTreeView()
        self.tree.setAccessibleName(self.tr("Facts about the computer"))
        self.empty = EmptyState("search", "")
        self.stack = QStackedWidget()
        self.close_button = Button(self.tr("Close"), Kind.NORMAL)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        self._assemble(parent.window().size())
        self._tell_about()
        self.search.setFocus()
        runner.run(partial(fact_nodes, shown.facts), then=self._take_facts, failed=self._fail)
        runner.run(fetch, then=self._take_others, failed=self._fail)

    def show_card(self, key: str) -> None:
        """Begin with the card of this key, as soon as it is there."""
        self._key = key
        self.tree.show_card(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+F lead to the search, and the arrow down from there to what was found."""
        if event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    # --- what comes from the background ----------------------------------------------------------

    @Slot(object)
    def _take_facts(self, nodes: tuple[FactNode, ...]) -> None:
        self._whole = nodes
        self._show()
        self.tree.show_card(self._key)

    @Slot(object)
    def _take_others(self, snapshots: tuple[Snapshot, ...]) -> None:
        own = next((one for one in snapshots if self._is_shown(one)), None)
        self._others = tuple(one for one in snapshots if one is not own)
        for other in self._others:
            self.chooser.addItem(self._moment(other.reference, other.at))
        if not self._others:
            self.chooser.setItemText(0, self.tr("No other facts yet"))
        self.chooser.setEnabled(bool(self._others))
        self.chooser.currentIndexChanged.connect(self._choose)

    @Slot(object)
    def _take_compared(self, found: Compared) -> None:
        if found.other is self._chosen():
            self._compared = found
            self._show()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.banner.say(Tone.BAD, self.tr("That did not work"), failure_sentence(error))

    # --- what the person does --------------------------------------------------------------------

    @Slot(int)
    def _choose(self, _place: int) -> None:
        self._compared = None
        other = self._chosen()
        self._tell_about()
        if other is None:
            self._show()
        else:
            self._runner.run(
                partial(compared, self._shown, other), then=self._take_compared, failed=self._fail
            )

    @Slot(str)
    def _narrow(self, _words: str) -> None:
        self._show()

    # --- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        nodes = self._whole if self._compared is None else self._compared.nodes
        words = self.search.text().strip()
        found = tuple(matching(nodes, words)) if nodes and words else nodes or ()
        self.tree.show_nodes(found, is_open=bool(words))
        self.empty.say(self._why_empty(nodes))
        self.stack.setCurrentWidget(self.tree if found else self.empty)

    def _why_empty(self, nodes: tuple[FactNode, ...] | None) -> str:
        if nodes is None:
            return self.tr("The facts are in a form that this version cannot show.")
        if nodes:
            return self.tr("Nothing here has these words.")
        return self.tr("No differences") if self._compared else ""

    def _tell_about(self) -> None:
        shown = self._moment(self._shown.reference, self._shown.at)
        other = self._chosen()
        if other is None:
            self.about.setText(shown)
            return
        moments = [(other.at, self._moment(other.reference, other.at)), (self._shown.at, shown)]
        (_, earlier), (_, later) = moments if other.at <= self._shown.at else reversed(moments)
        self.about.setText(self.tr("What differs: {earlier} → {later}").format(earlier=earlier, later=later))

    def _moment(self, reference: str, at: datetime) -> str:
        time = day_and_time(at, self._now())
        return self.tr("{time}, {reference}").format(time=time, reference=reference)

    def _chosen(self) -> Snapshot | None:
        place = self.chooser.currentIndex() - 1
        return self._others[place] if 0 <= place < len(self._others) else None

    def _is_shown(self, snapshot: Snapshot) -> bool:
        is_same = self._shown.at == snapshot.at or snapshot.text == self._shown.text
        return snapshot.reference == self._shown.reference and is_same

    # --- assembling ------------------------------------------------------------------------------

    def _assemble(self, room: QSize) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(scaled(8))
        tools.addWidget(self.search, 1)
        tools.addSpacing(scaled(8))
        tools.addWidget(self.chooser_label)
        tools.addWidget(self.chooser)
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.empty)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(12))
        column.setSpacing(scaled(8))
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(tools)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addLayout(buttons)
        self.resize(min(scaled(820), room.width() - 80), min(scaled(720), room.height() - 60))
