"""Signing in by a code: what is asked follows it, faults stand at their field, the server's word is told."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itdesk.services.code_use import CodeUse
from itdesk.ui.background import Runner
from itdesk.ui.preferences.code_form import CodeForm
from itdesk.ui.preferences.sign_in_window import SignInWindow
from tests.ui.preferences.test_preferences import ACCOUNT, FakeServer, sign_in_window
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped

PASSWORD = "correct horse"
RESET, SET_UP = "reset-abc_DEF", "set-up-abc_DEF"


@pytest.fixture
def runner(qtbot: QtBot) -> Runner:
    """The windows' background."""
    return Runner()


@pytest.fixture
def server() -> FakeServer:
    """Knows codes, too."""
    return FakeServer()


def code_window(runner: Runner, server: FakeServer, qtbot: QtBot, code: str = RESET) -> SignInWindow:
    window = sign_in_window(runner, server, qtbot)
    window.other_way.click()
    window.code_form.code.edit.setText(code)
    for field in (window.code_form.password, window.code_form.again):
        field.edit.setText(PASSWORD)
    return window


def error_at(window: SignInWindow, name: str) -> str:
    return str(getattr(window.code_form, name).edit.accessibleDescription())


def test_a_code_asks_for_a_new_password_in_place_of_the_old(
    runner: Runner, server: FakeServer, qtbot: QtBot
) -> None:
    window = code_window(runner, server, qtbot)
    assert (window.login.isHidden(), window.password.isHidden()) == (True, True)
    assert (window.code_form.login.isHidden(), window.code_form.name.isHidden()) == (True, True)
    with qtbot.waitSignal(window.signed_in) as heard:
        window.submit()
    assert heard.args == [ACCOUNT]
    assert server.used == [CodeUse(code=RESET, password=PASSWORD)]
    assert (window.code_form.code.text, window.code_form.password.edit.text()) == ("", "")


def test_a_new_servers_code_asks_who_becomes_admin(runner: Runner, server: FakeServer, qtbot: QtBot) -> None:
    window = code_window(runner, server, qtbot, SET_UP)
    assert (window.code_form.login.isHidden(), window.code_form.name.isHidden()) == (False, False)
    window.submit()
    assert error_at(window, "login")
    assert server.used == []
    window.code_form.login.edit.setText("adam")
    window.code_form.name.edit.setText("Adam")
    with qtbot.waitSignal(window.signed_in):
        window.submit()
    assert server.used == [CodeUse(code=SET_UP, password=PASSWORD, login="adam", name="Adam")]


def test_enter_in_a_field_submits_and_spaces_around_a_code_do_not_count(
    runner: Runner, server: FakeServer, qtbot: QtBot
) -> None:
    window = code_window(runner, server, qtbot, f"  {RESET} ")
    with qtbot.waitSignal(window.signed_in):
        qtbot.keyClick(window.code_form.again.edit, Qt.Key.Key_Return)
    assert [use.code for use in server.used] == [RESET]


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("code", "", "needed"),
        ("code", "hunter2", "no code"),
        ("code", "reset-", "no code"),
        ("password", "short", "too short"),
        ("password", "x" * 1001, "too long"),
        ("again", "another one", "not the same"),
    ],
)
def test_a_fault_stands_at_its_field(qtbot: QtBot, field: str, typed: str, words: str) -> None:
    form = CodeForm()
    qtbot.addWidget(form)
    form.code.edit.setText(RESET)
    for part in (form.password, form.again):
        part.edit.setText(PASSWORD)
    assert form.use() is not None
    edit = getattr(form, field).edit
    edit.setText(typed)
    assert form.use() is None
    assert words in edit.accessibleDescription()


def test_with_a_fault_nothing_is_sent(runner: Runner, server: FakeServer, qtbot: QtBot) -> None:
    window = code_window(runner, server, qtbot, "no code")
    window.submit()
    assert (runner.waiting, server.used) == (0, [])


def test_what_the_server_says_of_the_code_is_told_and_can_be_mended(
    runner: Runner, server: FakeServer, qtbot: QtBot
) -> None:
    window = code_window(runner, server, qtbot, "reset-old")
    window.submit()
    qtbot.waitUntil(lambda: "not valid" in window.banner.accessibleName())
    window.code_form.code.edit.setText(RESET)
    with qtbot.waitSignal(window.signed_in):
        window.submit()


def test_one_can_go_back_to_login_and_password(runner: Runner, server: FakeServer, qtbot: QtBot) -> None:
    window = code_window(runner, server, qtbot)
    window.other_way.click()
    assert (window.code_form.isHidden(), window.login.isHidden()) == (True, False)
    window.login.edit.setText("joanna")
    window.password.edit.setText("right")
    with qtbot.waitSignal(window.signed_in):
        window.submit()
    assert server.used == []


@pytest.mark.usefixtures("language", "scale")
@pytest.mark.parametrize("code", [RESET, SET_UP])
def test_the_form_fits_and_is_named(runner: Runner, server: FakeServer, qtbot: QtBot, code: str) -> None:
    window = code_window(runner, server, qtbot, code)
    window.show()
    assert_named(window)
    assert_not_clipped(window, window.size().boundedTo(SMALLEST_SCREEN))
