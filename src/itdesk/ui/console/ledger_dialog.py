"""How the time of a ticket is counted: every promise, interval by interval, to be read and copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from itdesk.domain.sla.ledger import Account
from itdesk.ui.background import Runner
from itdesk.ui.console.ledger_words import as_text, outcome, rows_of, was_promised
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.target_words import target_name
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

SIZE_PX = (620, 480)
SHOWN_AT_MOST = 200
"""Intervals of one promise; the latest are shown, all are copied."""


class LedgerDialog(QDialog):
    """Shown beside its window. `fetch` tells the accounts, off the GUI thread."""

    def __init__(
        self, reference: str, runner: Runner, fetch: Callable[[], tuple[Account, ...]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._reference = reference
        self._accounts: tuple[Account, ...] = ()
        self.setWindowTitle(self.tr("How the time of {number} is counted").format(number=reference))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.resize(*(scaled(px) for px in SIZE_PX))
        self.title = PlainLabel(self.windowTitle(), TextRole.SECTION, wraps=True)
        self.hint = PlainLabel(self.tr("Counting…"), TextRole.TEXT, tone="secondary", wraps=True)
        self.page = ScrollPage("base")
        self.page.setAccessibleName(self.windowTitle())
        self.page.column.setSpacing(scaled(16))
        self.copy_button = Button(self.tr("Copy"), Kind.NORMAL)
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)
        self.close_button = Button(self.tr("Close"), Kind.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self._assemble()
        runner.run(fetch, then=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, every: tuple[Account, ...]) -> None:
        accounts = self._accounts = tuple(account for account in every if was_promised(account))
        self.copy_button.setEnabled(bool(accounts))
        self.hint.setText(
            self.tr("Only open hours count. Times are those of this computer; lengths are hours and minutes.")
            if accounts
            else self.tr("Nothing is promised for this ticket, or its whole history is not here yet.")
        )
        for account in accounts:
            self.page.column.addLayout(account_table(account))
        self.page.column.addStretch(1)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.hint.setText(failure_sentence(error))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._reference, self._accounts))

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.page, 1)
        column.addLayout(buttons)


def account_table(account: Account) -> QGridLayout:
    """Return one promise as a table under its name."""
    table = QGridLayout()
    table.setHorizontalSpacing(scaled(16))
    table.setVerticalSpacing(scaled(4))
    table.setColumnStretch(1, 1)
    tone = "red" if account.broken_at is not None else "primary"
    name = f"{target_name(account.target)} · {outcome(account)}"
    table.addWidget(PlainLabel(name, TextRole.NAME, tone=tone, wraps=True), 0, 0, 1, 3)
    for place, row in enumerate(list(rows_of(account))[-SHOWN_AT_MOST:], 1):
        cells: tuple[QLabel, ...] = (
            PlainLabel(row.when, TextRole.META, tone="secondary"),
            PlainLabel(row.what, TextRole.TEXT),
            PlainLabel(row.total, TextRole.TEXT),
        )
        for column, cell in enumerate(cells):
            end = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
            table.addWidget(cell, place, column, end | Qt.AlignmentFlag.AlignVCenter)
    return table
