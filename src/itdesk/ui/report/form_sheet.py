"""The form and what goes along, side by side or one behind the other as there is room; buttons below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.report.footer import Footer
from itdesk.ui.report.going_along import GoingAlong
from itdesk.ui.report.head import Head
from itdesk.ui.report.phone_panel import PhonePanel
from itdesk.ui.report.problem_form import ProblemForm
from itdesk.ui.widgets.scroll_page import ScrollPage

FACTS_WIDTH = 332
NARROW = 860
LOW, LOW_AND_NARROW = 540, 660
"""Below these heights the symptoms would push the description out of sight."""
MARGIN, SMALL_MARGIN = 28, 12
GAP, SMALL_GAP = 10, 6


class FormSheet(QWidget):
    """Where the window is low, the description comes first and the symptoms below it.

    It has its place in the window before it is filled: whatever gets another parent is styled once more.
    """

    def __init__(
        self,
        *,
        head: Head,
        banners: Sequence[QWidget],
        form: ProblemForm,
        phone: PhonePanel,
        along: GoingAlong,
        footer: Footer,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._head, self._form, self._along, self._footer = head, form, along, footer
        self._is_folded = False
        self._is_low = False
        self._shows_along_alone = False
        self._page = ScrollPage("base", scaled(MARGIN))
        self._assemble(banners, phone)
        form.around.reshaped.connect(self._on_reshaped)
        footer.fold_wanted.connect(self.show_what_goes_along)
        self.show_fold()

    def fit(self, size: QSize) -> None:
        """Be laid out for a window of this size, which is about to be given to the sheet."""
        self._fold(size.width() < scaled(NARROW))
        self._be_low(size.height() < scaled(LOW_AND_NARROW if self._is_folded else LOW))
        self._page.settle()

    @Slot()
    def show_what_goes_along(self) -> None:
        """Where both columns have no room, go to the other one."""
        self._shows_along_alone = not self._shows_along_alone
        self.show_fold()

    @Slot()
    def show_fold(self) -> None:
        """Show the columns that have room, and say how much goes along."""
        alone = self._is_folded and self._shows_along_alone
        self._page.setVisible(not alone)
        self._along.setVisible(alone or not self._is_folded)
        if alone or not self._is_folded:
            self._along.setMinimumWidth(0 if alone else scaled(FACTS_WIDTH))
            self._along.setMaximumWidth(16_777_215 if alone else scaled(FACTS_WIDTH))
        self._footer.show_fold(self._fold_text(alone=alone))

    @Slot()
    def _on_reshaped(self) -> None:
        """What is asked in place stays in sight as a whole, also where the window is low."""
        self._page.settle()
        asked = self._form.around.open_frame
        if asked is not None:
            self._page.ensureWidgetVisible(asked, 0, scaled(SMALL_GAP))

    def _assemble(self, banners: Sequence[QWidget], phone: PhonePanel) -> None:
        column = self._page.column
        column.setSpacing(scaled(GAP))
        for banner in banners[:1]:
            column.addWidget(banner)
        column.addWidget(self._head)
        for banner in banners[1:]:
            column.addWidget(banner)
        column.addWidget(self._form)
        column.addStretch(1)
        column.addWidget(phone)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._page, 1)
        columns.addWidget(self._along)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addWidget(self._footer)

    def _fold(self, is_folded: bool) -> None:  # noqa: FBT001 (reads like a switch)
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._shows_along_alone = False
            self._footer.be_narrow(is_folded)
            self.show_fold()

    def _be_low(self, is_low: bool) -> None:  # noqa: FBT001 (reads like a switch)
        if is_low != self._is_low:
            self._is_low = is_low
            margin = scaled(SMALL_MARGIN if is_low else MARGIN)
            self._page.column.setContentsMargins(*(margin,) * 4)
            self._page.column.setSpacing(scaled(SMALL_GAP if is_low else GAP))
            for part in (self._head, self._form, self._footer):
                part.be_low(is_low)

    def _fold_text(self, *, alone: bool) -> str:
        if not self._is_folded:
            return ""
        if alone:
            return self.tr("Back to the description")
        return self.tr("%n thing(s) will be sent · Show", "", self._along.count())
