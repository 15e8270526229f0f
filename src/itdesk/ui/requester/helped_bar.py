"""Did this help? Asked below every article; a no leads to people."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.plain_label import PlainLabel


class HelpedBar(QWidget):
    """Signals: `said(bool)`, `report_wanted()`."""

    said = Signal(bool)
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", TextRole.TEXT, tone="secondary", wraps=True)
        self.no_button = Button(self.tr("No"))
        self.yes_button = Button(self.tr("Yes, it helped"), icon_name="check")
        self.report_button = Button(self.tr("Report a problem"), icon_name="report")
        self.no_button.clicked.connect(self._say_no)
        self.yes_button.clicked.connect(self._say_yes)
        self.report_button.clicked.connect(self._want_report)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(28), scaled(12), scaled(24), scaled(16))
        row.setSpacing(scaled(8))
        row.addWidget(self.words, 1)
        for button in (self.no_button, self.yes_button, self.report_button):
            row.addWidget(button)
        self.show_verdict(None)

    def show_verdict(self, verdict: bool | None) -> None:  # noqa: FBT001 (a value)
        """Show what was said; None asks."""
        has_focus = any(one.hasFocus() for one in (self.no_button, self.yes_button))
        if verdict is None:
            self.words.setText(self.tr("Did this help?"))
        elif verdict:
            self.words.setText(self.tr("Good. It is noted that this helped."))
        else:
            self.words.setText(self.tr("Then let somebody help you. The report names this article."))
        self.no_button.setVisible(verdict is None)
        self.yes_button.setVisible(verdict is None)
        self.report_button.setVisible(verdict is False)
        if has_focus and verdict is False:
            self.report_button.setFocus()

    @Slot()
    def _say_yes(self) -> None:
        self.said.emit(True)

    @Slot()
    def _say_no(self) -> None:
        self.said.emit(False)

    @Slot()
    def _want_report(self) -> None:
        self.report_wanted.emit()
