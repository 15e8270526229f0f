"""The few things that a person may change: language, colours, who is signed in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.choice_row import ChoiceRow
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.services.desk import Account
    from itdesk.settings import Settings

WIDTH = 520
MARGIN = 28


class SettingsWindow(HouseWindow):
    """What is chosen holds at once and is kept. What IT has decided is locked and says so."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    sign_out_wanted = Signal()

    def __init__(
        self,
        runner: Runner,
        *,
        settings: Callable[[], "Settings"],
        account: "Account | None",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Settings"))
        self._banner = Banner()

        # Looks
        self.language_row = ChoiceRow(
            self.tr("Language"),
            (("auto", self.tr("As the computer")), ("pl", "Polski"), ("en", "English")),
        )
        self.theme_row = ChoiceRow(
            self.tr("Colours"),
            (("system", self.tr("As the computer")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
        )
        self.language_row.chosen.connect(self.language_chosen)
        self.theme_row.chosen.connect(self.theme_chosen)

        # Who
        self._who = PlainLabel(self._words_about(account), TextRole.BODY, wraps=True)
        self._leave = Button(self.tr("Sign out"), icon_name="person")
        self._leave.setEnabled(account is not None)
        self._leave.clicked.connect(self.sign_out_wanted)
        self._leave_hint = PlainLabel(
            self.tr(
                "This computer then forgets your tickets. What you have not sent stays, and goes out later."
            ),
            TextRole.META,
            tone="secondary",
            wraps=True,
        )

        self._assemble()
        runner.run(settings, then=self._show_settings, failed=self.show_failure)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""
        self._banner.say(Tone.BAD, self.tr("The setting was not kept."), failure_sentence(error))

    def _words_about(self, account: "Account | None") -> str:
        if account is None:
            return self.tr("Nobody is signed in.")
        return self.tr("{name} at {server}").format(name=account.name, server=account.server_url)

    def _assemble(self) -> None:
        page = ScrollPage("base", scaled(MARGIN))
        page.column.setSpacing(scaled(16))
        for widget in (
            PlainLabel(self.tr("Settings"), TextRole.WINDOW_TITLE),
            self._banner,
            self.language_row,
            self.theme_row,
            PlainLabel(self.tr("Signed in"), TextRole.SECTION),
            self._who,
        ):
            page.column.addWidget(widget)
        page.column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addWidget(self._leave_hint)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.fit(page, scaled(WIDTH))

    @Slot(object)
    def _show_settings(self, settings: "Settings") -> None:
        self.language_row.show_choice(settings.language, is_locked=not settings.may_person_set("language"))
        self.theme_row.show_choice(settings.theme, is_locked=not settings.may_person_set("theme"))
