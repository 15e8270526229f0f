"""The few things that a person may change: language, colours, who is signed in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.background import Runner
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.choice_row import ChoiceRow
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from itdesk.services.desk import Account
    from itdesk.settings import Settings

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
        self._language = ChoiceRow(
            self.tr("Language"),
            (("auto", self.tr("As the computer")), ("pl", "Polski"), ("en", "English")),
        )
        self._theme = ChoiceRow(
            self.tr("Colours"),
            (("system", self.tr("As the computer")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
        )
        self._language.chosen.connect(self.language_chosen)
        self._theme.chosen.connect(self.theme_chosen)

        # Who
        self._who = PlainLabel(self._words_about(account), TextRole.BODY, wraps=True)
        self._leave = Button(self.tr("Sign out"), icon_name="person")
        self._leave.setEnabled(account is not None)
        self._leave.clicked.connect(self.sign_out_wanted)
        self._leave_hint = PlainLabel(
            self.tr(
                "This computer then forgets your tickets. What you have not sent yet stays and goes out later."
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
        self._banner.say(Tone.BAD, self.tr("The setting was not kept."), str(error))

    def _words_about(self, account: "Account | None") -> str:
        if account is None:
            return self.tr("Nobody is signed in.")
        return self.tr("{name} at {server}").format(name=account.name, server=account.server_url)

    def _assemble(self) -> None:
        self.resize(scaled(520), scaled(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(MARGIN),) * 4)
        column.setSpacing(scaled(16))
        column.addWidget(PlainLabel(self.tr("Settings"), TextRole.WINDOW_TITLE))
        column.addWidget(self._banner)
        column.addWidget(self._language)
        column.addWidget(self._theme)
        column.addSpacing(scaled(8))
        column.addWidget(PlainLabel(self.tr("Signed in"), TextRole.SECTION))
        column.addWidget(self._who)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._leave_hint)
        column.addStretch(1)

    @Slot(object)
    def _show_settings(self, settings: "Settings") -> None:
        self._language.show_choice(settings.language, is_locked=not settings.may_person_set("language"))
        self._theme.show_choice(settings.theme, is_locked=not settings.may_person_set("theme"))
