"""The desktop is killed while a report that was just sent can still be undone: it waits, whole."""

import signal
import subprocess
import sys
from collections.abc import Callable

from itdesk.domain.ids import ChangeId, TicketId
from itdesk.services.asking import Saved
from itdesk.services.desk import close_desk, open_desk
from itdesk.services.report import send_now
from itdesk.workstation.paths import DataFolder
from tests.e2e.processes import LIMIT_S, Client

REPORTER = """
import sys
from pathlib import Path
from itdesk.services.desk import open_desk
from itdesk.services.report import NewFile, Report, report_problem
from itdesk.workstation.paths import DataFolder

desk = open_desk(DataFolder(Path(sys.argv[1])))
report = Report(title="Monitor miga", facts="{}", files=(NewFile("ekran.png", b"1" * 5000),))
saved = report_problem(desk, report, hold_s=3600)
print(saved.change_id, saved.ticket_id, flush=True)
sys.stdin.read()
"""


def killed_while_held(joanna: Client) -> Saved:
    """Report, held for an hour, in a process that is killed as soon as it says that it is saved."""
    with subprocess.Popen(
        [sys.executable, "-c", REPORTER, str(joanna.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=joanna.environment,
    ) as process:
        assert process.stdout is not None
        change_id, ticket_id = process.stdout.readline().split()
        process.send_signal(signal.SIGKILL)
        assert process.wait(LIMIT_S) == -signal.SIGKILL
    return Saved(change_id=ChangeId(change_id), ticket_id=TicketId(ticket_id))


def test_it_is_neither_sent_early_nor_lost(computer: Callable[[str], Client]) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    saved = killed_while_held(joanna)
    assert joanna.sync()["pending"] == 3
    marek.sync()
    assert marek.ask("tickets") == []
    assert [row["title"] for row in joanna.ask("tickets")] == ["Monitor miga"]

    desk = open_desk(DataFolder(joanna.folder))
    assert desk is not None
    send_now(desk, saved)
    close_desk(desk)
    assert joanna.sync()["pending"] == 0
    marek.sync()
    [row] = marek.ask("tickets")
    assert marek.kinds(row["number"]) == ["TicketOpened", "DiagnosticsAttached", "FileAttached"]
