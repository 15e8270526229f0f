"""The few things that a person may change, and how the program stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import scaled
from itdesk.ui.preferences.account_page import AccountPage
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.ui.preferences.diagnostics_page import DiagnosticsPage
from itdesk.ui.preferences.general_page import GeneralPage
from itdesk.ui.preferences.notifications_page import NotificationsPage
from itdesk.ui.preferences.places import Places
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.house_window import FRAME, HouseWindow

if TYPE_CHECKING:
    from itdesk.services.desk import Account
    from itdesk.settings import Settings

WIDTH, HEIGHT = 760, 520
LEAST_WIDTH = 640


class SettingsWindow(HouseWindow):
    """Pages at the left, one at the right. What is chosen holds at once; what IT has decided is locked."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    sign_out_wanted = Signal()

    def __init__(
        self,
        runner: Runner,
        calls: SettingsCalls,
        *,
        account: "Account | None",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._calls = calls
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Settings"))
        self.general = GeneralPage(runner, calls)
        is_staff = account is not None and account.role.is_staff
        self.notifications = NotificationsPage(runner, calls, is_staff=is_staff)
        self.account = AccountPage(account, runner, calls)
        self.diagnostics = DiagnosticsPage(runner, calls)
        self.places = Places(
            self.tr("Pages of the settings"),
            (self.tr("General"), self.tr("Notifications"), self.tr("Account"), self.tr("Diagnostics")),
        )
        self._banner = Banner()
        self._stack = QStackedWidget()
        self._connect()
        self._assemble()
        self.refresh()

    def refresh(self) -> None:
        """Look anew at the settings; another program or IT may have changed them."""
        self._runner.run(self._calls.settings, then=self._show_settings, failed=self.show_failure)
        self._look_at_page()

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""
        self._banner.say(Tone.BAD, self.tr("The setting was not kept."), failure_sentence(error))

    def show_page(self, number: int) -> None:
        """Show a page by its place in the list."""
        self.places.choose(number)

    @Slot(object)
    def _say_not_done(self, error: Exception) -> None:
        self._banner.say(Tone.BAD, self.tr("This did not work."), failure_sentence(error))

    @Slot(int)
    def _on_place(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._banner.dismiss()
        self._look_at_page()

    def _look_at_page(self) -> None:
        if self._stack.currentWidget() is self.diagnostics:
            self.diagnostics.look()
        if self._stack.currentWidget() is self.account:
            self.account.look()

    @Slot(object)
    def _show_settings(self, settings: "Settings") -> None:
        self.general.show_settings(settings)
        self.notifications.show_settings(settings)

    def _connect(self) -> None:
        self.places.chosen.connect(self._on_place)
        self.general.theme_chosen.connect(self.theme_chosen)
        self.general.language_chosen.connect(self.language_chosen)
        self.general.failed.connect(self.show_failure)
        self.notifications.failed.connect(self.show_failure)
        self.account.sign_out_wanted.connect(self.sign_out_wanted)
        self.account.failed.connect(self._say_not_done)
        self.diagnostics.failed.connect(self._say_not_done)

    def _assemble(self) -> None:
        line = QFrame()
        line.setProperty("surface", "vertical-hairline")
        for page in (self.general, self.notifications, self.account, self.diagnostics):
            self._stack.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._banner)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.places)
        row.addWidget(line)
        row.addLayout(right, 1)
        room = self.screen().availableGeometry()
        self.setMinimumWidth(min(scaled(LEAST_WIDTH), room.width()))
        self.resize(min(scaled(WIDTH), room.width()), min(scaled(HEIGHT), room.height() - FRAME))
