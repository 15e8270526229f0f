"""Signing in, settings, about: they say what happened, are named, and fit."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itdesk.connection.errors import Problem
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Role
from itdesk.services.code_use import CodeUse
from itdesk.services.desk import Account
from itdesk.services.failures import WorldFailed
from itdesk.services.signing import SignedOut
from itdesk.settings import Layer, Settings, Source, resolve
from itdesk.ui.background import Runner
from itdesk.ui.preferences.about_window import AboutWindow
from itdesk.ui.preferences.settings_window import SettingsWindow
from itdesk.ui.preferences.sign_in_window import SignInWindow
from tests.ui.preferences.settings_calls import FakeProgram
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped

ACCOUNT = Account(
    server_url="https://help.example.com",
    person_id=PersonId("01" * 16),
    login="joanna",
    name="Joanna Wiśniewska",
    role=Role.EMPLOYEE,
)


@dataclass
class FakeServer:
    """Knows one password, and remembers who asked."""

    asked: list[tuple[str, str, str]] = field(default_factory=list)
    used: list[CodeUse] = field(default_factory=list)

    def sign_in(self, server: str, login: str, password: str) -> Account:
        """Return the account for the right password."""
        self.asked.append((server, login, password))
        if password != "right":
            raise ConnectionError("Login or password is wrong.")
        return ACCOUNT

    def use_code(self, server: str, use: CodeUse) -> Account:
        """Return the account for a code that is not too old."""
        self.used.append(use)
        if "old" in use.code:
            problem = Problem(server, status=403, code="bad_code", title="This code is not valid.")
            raise WorldFailed(problem.sentence) from problem
        return ACCOUNT


def settings(**policy: object) -> Settings:
    """Return settings in which `policy` was decided by IT."""
    return resolve([Layer(source=Source.POLICY, origin="policy.toml", values=policy)])


@pytest.fixture
def runner(qtbot: QtBot) -> Runner:
    """The windows' background."""
    return Runner()


def sign_in_window(runner: Runner, server: FakeServer, qtbot: QtBot) -> SignInWindow:
    window = SignInWindow(
        runner,
        sign_in=server.sign_in,
        use_code=server.use_code,
        settings=lambda: settings(server_url="https://help.example.com"),
    )
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    return window


def test_the_address_that_it_gave_is_filled_in(runner: Runner, qtbot: QtBot) -> None:
    window = sign_in_window(runner, FakeServer(), qtbot)
    assert window.server.text == "https://help.example.com"


def test_a_wrong_password_is_told_and_can_be_tried_again(runner: Runner, qtbot: QtBot) -> None:
    server = FakeServer()
    window = sign_in_window(runner, server, qtbot)
    window.login.edit.setText("joanna")
    window.password.edit.setText("wrong")
    window.submit()
    qtbot.waitUntil(lambda: "wrong" in window.banner.accessibleName())
    window.password.edit.setText("right")
    with qtbot.waitSignal(window.signed_in) as heard:
        window.submit()
    assert heard.args == [ACCOUNT]
    assert [password for _, _, password in server.asked] == ["wrong", "right"]
    assert window.password.text == ""


def test_nothing_is_asked_while_something_is_missing(runner: Runner, qtbot: QtBot) -> None:
    server = FakeServer()
    window = sign_in_window(runner, server, qtbot)
    window.submit()
    assert runner.waiting == 0
    assert server.asked == []


def test_what_a_sign_out_kept_is_told(runner: Runner, qtbot: QtBot) -> None:
    window = sign_in_window(runner, FakeServer(), qtbot)
    window.show_left(SignedOut(kept_unsent=3))
    assert "3" in window.banner.accessibleName()


def test_the_language_is_chosen_before_signing_in(runner: Runner, qtbot: QtBot) -> None:
    window = sign_in_window(runner, FakeServer(), qtbot)
    with qtbot.waitSignal(window.language_chosen) as heard:
        window.language_row.control.segments()[1].click()
    assert heard.args == ["pl"]


def settings_window(runner: Runner, qtbot: QtBot, **policy: object) -> SettingsWindow:
    window = SettingsWindow(runner, FakeProgram(policy).calls(), account=ACCOUNT)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    return window


def every_window(runner: Runner, qtbot: QtBot) -> list[QWidget]:
    about = AboutWindow()
    qtbot.addWidget(about)
    return [sign_in_window(runner, FakeServer(), qtbot), settings_window(runner, qtbot), about]


@pytest.mark.usefixtures("language", "scale")
def test_everything_fits_and_is_named(runner: Runner, qtbot: QtBot) -> None:
    for window in every_window(runner, qtbot):
        window.show()
        assert_named(window)
        assert_not_clipped(window, window.size().boundedTo(SMALLEST_SCREEN))
