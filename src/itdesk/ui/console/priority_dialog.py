"""Asks how many are stopped and how badly, and shows what comes of it."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from itdesk.domain.priority import Impact, Priority, Ranking, Urgency, priority_of
from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.status_badge import MarkLabel
from itdesk.ui.words import name_of


@dataclass(frozen=True)
class Judgement:
    """What was chosen."""

    impact: Impact
    urgency: Urgency

    @property
    def priority(self) -> Priority:
        """What follows."""
        return priority_of(self.impact, self.urgency)


class PriorityDialog(ConsoleDialog):
    """Impact times urgency. Answers a Judgement."""

    def __init__(self, reference: str, ranking: Ranking, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Priority of {number}").format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Set priority"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(24))
        grid.setVerticalSpacing(scaled(4))
        self._impact = self._column(grid, 0, self.tr("How many does it stop?"), tuple(Impact))
        self._urgency = self._column(grid, 1, self.tr("How badly?"), tuple(Urgency))
        self.body.addLayout(grid)

        self.outcome = MarkLabel()
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        line.addWidget(PlainLabel(self.tr("Priority"), TextRole.NAME))
        line.addWidget(self.outcome)
        line.addStretch(1)
        self.body.addSpacing(scaled(4))
        self.body.addLayout(line)
        self.choose(ranking.impact, ranking.urgency)
        for group in (self._impact, self._urgency):
            group.idToggled.connect(self._show_outcome)
        self._show_outcome()

    @property
    def judgement(self) -> Judgement:
        """What is chosen now."""
        return Judgement(Impact(self._impact.checkedId()), Urgency(self._urgency.checkedId()))

    def choose(self, impact: Impact, urgency: Urgency) -> None:
        """Choose both."""
        self._impact.button(impact).setChecked(True)
        self._urgency.button(urgency).setChecked(True)

    def answer(self) -> object | None:
        """Return what was chosen."""
        return self.judgement

    def _column(
        self, grid: QGridLayout, column: int, title: str, values: tuple[Impact | Urgency, ...]
    ) -> QButtonGroup:
        group = QButtonGroup(self)
        grid.addWidget(PlainLabel(title, TextRole.NAME), 0, column)
        for row, value in enumerate(values, start=1):
            button = QRadioButton(name_of(value))
            group.addButton(button, int(value))
            grid.addWidget(button, row, column)
        return group

    @Slot()
    def _show_outcome(self) -> None:
        self.outcome.show_priority(self.judgement.priority)
