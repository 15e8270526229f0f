"""Whether what this computer reported before the sign-in is hers: asked once, in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itdesk.connection.errors import Cause, Unreachable
from itdesk.domain.enrolment import claimed_person
from itdesk.services.desk import Account
from itdesk.ui.background import Runner
from itdesk.ui.claim_asker import ClaimAsker, ClaimCalls
from itdesk.ui.words import person_name

PERSON = claimed_person("a" * 64, "ANNA", "PC-0420")
ACCOUNT = Account(
    server_url="https://help.example.com",
    person_id=PERSON.id,
    login=PERSON.login,
    name=PERSON.name,
    role=PERSON.role,
)


class Answers:
    """What was asked of the services."""

    def __init__(self, account: Account | None = ACCOUNT) -> None:
        self.account = account
        self.said: list[str] = []
        self.fails = False

    def calls(self) -> ClaimCalls:
        return ClaimCalls(open_question=lambda: self.account, link=self._link, decline=self._decline)

    def _link(self) -> int:
        if self.fails:
            raise Unreachable("https://help.example.com", Cause.TIMEOUT)
        self.said.append("linked")
        return 2

    def _decline(self) -> None:
        self.said.append("declined")


@pytest.fixture
def runner(in_english: None) -> Iterator[Runner]:
    made = Runner()
    yield made
    assert made.shutdown()


@pytest.fixture
def answers() -> Answers:
    return Answers()


def asked(qtbot: QtBot, runner: Runner, answers: Answers) -> ClaimAsker:
    asker = ClaimAsker(runner, answers.calls(), runner)
    asker.look()
    qtbot.waitUntil(lambda: asker.window is not None)
    return asker


def test_yes_makes_them_hers_and_says_how_many(qtbot: QtBot, runner: Runner, answers: Answers) -> None:
    asker = asked(qtbot, runner, answers)
    window = asker.window
    assert window is not None
    assert "ANNA (unverified)" in window.question.text()
    qtbot.mouseClick(window.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2" in window.outcome.text())
    assert answers.said == ["linked"]
    qtbot.mouseClick(window.no, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asker.window is None)
    assert answers.said == ["linked"]


def test_no_leaves_them_apart(qtbot: QtBot, runner: Runner, answers: Answers) -> None:
    asker = asked(qtbot, runner, answers)
    assert asker.window is not None
    qtbot.mouseClick(asker.window.no, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asker.window is None)
    assert answers.said == ["declined"]


def test_what_did_not_work_is_told_and_can_be_answered_again(
    qtbot: QtBot, runner: Runner, answers: Answers
) -> None:
    answers.fails = True
    asker = asked(qtbot, runner, answers)
    window = asker.window
    assert window is not None
    qtbot.mouseClick(window.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "did not answer" in window.outcome.text())
    answers.fails = False
    qtbot.mouseClick(window.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answers.said == ["linked"])
    window.close()


@pytest.mark.usefixtures("in_english")
def test_a_mark_says_what_is_only_claimed(language: str) -> None:
    marks = {"en": "ANNA (unverified)", "pl": "ANNA (niepotwierdzony)"}
    assert person_name("ANNA", is_verified=False) == marks[language]
    assert person_name("ANNA", is_verified=True) == "ANNA"
