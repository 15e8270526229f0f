"""The first start: where the help desk is, and who you are."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.choice_row import ChoiceRow
from itdesk.ui.preferences.code_form import CodeForm
from itdesk.ui.preferences.field import Field
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.services.code_use import CodeUse
    from itdesk.services.desk import Account
    from itdesk.services.signing import SignedOut
    from itdesk.settings import Settings

WIDTH = 420
MARGIN = 28


class SignInWindow(HouseWindow):
    """One column: the server's address (given by IT where it is), login, password; or a one-time code."""

    signed_in = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        runner: Runner,
        *,
        sign_in: Callable[[str, str, str], "Account"],
        use_code: Callable[[str, "CodeUse"], "Account"],
        settings: Callable[[], "Settings"],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._sign_in = sign_in
        self._use_code = use_code
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Sign in"))

        # What it says
        self._title = PlainLabel(self.tr("Sign in to the help desk"), TextRole.WINDOW_TITLE, wraps=True)
        self._hint = PlainLabel("", TextRole.BODY, tone="secondary", wraps=True)
        self.banner = Banner()

        # What it asks; the language first, because the window is then built anew
        self.language_row = ChoiceRow(
            self.tr("Language"),
            (("auto", self.tr("As the computer")), ("pl", "Polski"), ("en", "English")),
        )
        self.language_row.chosen.connect(self.language_chosen)
        self.server = Field(
            self.tr("Address of the help desk"), self.tr("It looks like https://help.example.com")
        )
        self.login = Field(self.tr("Login"))
        self.password = Field(self.tr("Password"))
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.server, self.login, self.password):
            field.edit.returnPressed.connect(self.submit)
        self.code_form = CodeForm()
        self.code_form.submitted.connect(self.submit)

        # Buttons
        self._button = Button(self.tr("Sign in"), Kind.PRIMARY, is_big=True)
        self._button.clicked.connect(self.submit)
        self.other_way = Button("", Kind.LINK)
        self.other_way.clicked.connect(self._turn)

        self._assemble()
        runner.run(settings, then=self._show_settings, failed=self._show_error)

    @Slot()
    def submit(self) -> None:
        """Try to sign in with what was typed."""
        if not self._button.isEnabled():
            return
        call = self._call_by_code() if self.asks_for_code else self._call_by_password()
        if call is not None:
            self._be_busy(True)
            self._runner.run(call, then=self._on_signed_in, failed=self._show_error)

    @property
    def asks_for_code(self) -> bool:
        """Whether a code is asked for, not login and password."""
        return not self.code_form.isHidden()

    def show_code_form(self, is_wanted: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Ask for a code, or again for login and password."""
        self.code_form.setVisible(is_wanted)
        for field in (self.login, self.password):
            field.setVisible(not is_wanted)
        if is_wanted:
            self._hint.setText(
                self.tr("With the code that you were given, you choose your password yourself.")
            )
            self.other_way.setText(self.tr("I have a login and a password"))
        else:
            self._hint.setText(self.tr("Use the login and password that your IT gave you."))
            self.other_way.setText(self.tr("I have a code"))
        self._fit()

    def show_left(self, left: "SignedOut") -> None:
        """Say what the sign-out before has kept."""
        if left.kept_unsent:
            self.banner.say(
                Tone.KNOW,
                self.tr("You are signed out."),
                self.tr("%n change(s) wait here and go out when you sign in again.", "", left.kept_unsent),
                icon_name="inbox",
            )
        else:
            self.banner.say(
                Tone.GOOD,
                self.tr("You are signed out."),
                self.tr("This computer has forgotten your tickets."),
            )

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""
        self._show_error(error)

    def _assemble(self) -> None:
        page = self._page = ScrollPage("base", scaled(MARGIN))
        page.column.setSpacing(scaled(16))
        for widget in (
            self._title,
            self._hint,
            self.language_row,
            self.banner,
            self.server,
            self.login,
            self.password,
            self.code_form,
        ):
            page.column.addWidget(widget)
        page.column.addSpacing(scaled(4))
        page.column.addWidget(self._button)
        page.column.addWidget(self.other_way)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.show_code_form(False)
        self.code_form.grown.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """Take the room that is needed now; the width that somebody chose stays."""
        self._page.settle()
        self.fit(self._page, max(self.width() if self.isVisible() else 0, scaled(WIDTH)))

    @Slot()
    def _turn(self) -> None:
        self.banner.dismiss()
        self.show_code_form(not self.asks_for_code)
        first = self.code_form.code if self.asks_for_code else self.login
        (first if self.server.text else self.server).edit.setFocus()

    def _call_by_password(self) -> "Callable[[], Account] | None":
        if not self._are_filled(self.server, self.login, self.password):
            return None
        return partial(self._sign_in, self.server.text, self.login.text, self.password.edit.text())

    def _call_by_code(self) -> "Callable[[], Account] | None":
        use = self.code_form.use()
        if not self._are_filled(self.server) or use is None:
            return None
        return partial(self._use_code, self.server.text, use)

    def _are_filled(self, *fields: Field) -> bool:
        """Tell whether something stands in each field; say where not, and go there."""
        for field in fields:
            field.show_error("" if field.text else self.tr("This is needed."))
        missing = next((field for field in fields if not field.text), None)
        if missing is not None:
            missing.edit.setFocus()
        return missing is None

    def _be_busy(self, is_busy: bool) -> None:  # noqa: FBT001 (reads like a switch)
        self._button.setEnabled(not is_busy)
        self._button.setText(self.tr("Signing in…") if is_busy else self.tr("Sign in"))

    @Slot(object)
    def _show_settings(self, settings: "Settings") -> None:
        self.language_row.show_choice(settings.language, decided_by=settings.decided_by("language"))
        self.server.edit.setText(settings.server_url)
        (self.login if self.server.text else self.server).edit.setFocus()

    @Slot(object)
    def _on_signed_in(self, account: "Account") -> None:
        self._be_busy(False)
        self.password.edit.clear()
        self.code_form.forget()
        self.signed_in.emit(account)

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        self._be_busy(False)
        self.banner.say(Tone.BAD, self.tr("Signing in did not work."), failure_sentence(error))
        self._fit()
        doubtful = self.code_form.code if self.asks_for_code else self.password
        doubtful.edit.selectAll()
        doubtful.edit.setFocus()
