"""A report window over a real desk, on facts that arrive when the test says so."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.asking import Asking
from itdesk.diagnostics.facts import Facts
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Role
from itdesk.services.desk import Account, Desk, close_desk, desk_of, write_account
from itdesk.services.symptoms import symptoms
from itdesk.ui.background import Runner
from itdesk.ui.report.window import ReportWindow
from itdesk.workstation.paths import DataFolder

ACCOUNT = Account(
    server_url="http://127.0.0.1:1",
    person_id=PersonId("0a" * 16),
    login="joanna",
    name="Joanna Wiśniewska",
    role=Role.EMPLOYEE,
)
RED = QColor(200, 30, 30)


@dataclass
class SlowComputer:
    """Tells its facts only when it is allowed to."""

    may_tell: Event = field(default_factory=Event)
    asked: list[Asking] = field(default_factory=list)
    late: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What only a symptom asks, by probe."""
    facts: Mapping[str, Mapping[str, Any]] = field(
        default_factory=lambda: {
            "host": {"name": "PC-KSIEG-07"},
            "operating_system": {"name": "Windows 11", "version": "23H2"},
            "disks": {"disks": [{"mount": "C:", "free_bytes": 1, "used_percent": 99.9}]},
        }
    )

    def collect(self, asking: Asking, on_probe: Callable[[str, Mapping[str, Any]], None]) -> Facts:
        """Answer like the real collector."""
        assert self.may_tell.wait(20)
        self.asked.append(asking)
        facts = self.facts if asking.tier is not None else {}
        facts = {**facts, **{name: self.late[name] for name in asking.probes if name in self.late}}
        for name, values in facts.items():
            on_probe(name, values)
        return Facts(collected_in_ms=12, facts=facts)


def red_screen() -> QImage:
    """Return a screenshot that is red all over."""
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(RED)
    return image


@pytest.fixture
def computer() -> SlowComputer:
    """The computer that the report is about."""
    return SlowComputer()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Joanna's desk, without any server."""
    data = DataFolder(tmp_path).create()
    write_account(data, ACCOUNT)
    opened = desk_of(data, ACCOUNT)
    yield opened
    close_desk(opened)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    """The window's background."""
    made = Runner()
    yield made
    assert made.shutdown()


@pytest.fixture
def window(desk: Desk, runner: Runner, computer: SlowComputer, qtbot: QtBot) -> Iterator[ReportWindow]:
    """The window, shown, with everything but the facts settled."""
    made = ReportWindow(
        desk, runner, collect_facts=computer.collect, symptoms=symptoms(), picture=red_screen()
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    computer.may_tell.set()
    qtbot.waitUntil(lambda: runner.waiting == 0)
