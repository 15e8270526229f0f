"""Fifty reports are written while the server is away; when it is back, each arrives once, in order."""

import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest

from tests.e2e.processes import LIMIT_S, Client, Server

NUMBER_OF_REPORTS = 50
IN_ONE_PROCESS = 10
TITLES = [f"Zgłoszenie {index}" for index in range(NUMBER_OF_REPORTS)]
SEVERAL = """
import sys
from itdesk.entrypoints.cli.main import run
for title in sys.argv[1:]:
    assert run(["report", "--title", title, "--no-facts", "--wait", "0"]) == 0
"""
"""Starting the program is what takes long: each process reports several times."""


@pytest.mark.timeout(300)
def test_fifty_reports_offline_are_fifty_tickets_in_order(
    server: Server, computer: Callable[[str], Client]
) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    server.stop()
    for first in range(0, NUMBER_OF_REPORTS, IN_ONE_PROCESS):
        report_all(joanna, TITLES[first : first + IN_ONE_PROCESS])
    assert joanna.ask("status")["pending"] == NUMBER_OF_REPORTS

    server.start()
    done = joanna.sync()
    assert (done["sent"], done["refused"], done["pending"]) == (NUMBER_OF_REPORTS, 0, 0)
    assert joanna.ask("status")["pending"] == 0
    assert joanna.sync()["sent"] == 0, "what was sent is not sent again"

    marek.sync()
    assert in_order_of_number(marek) == TITLES
    assert in_order_of_number(joanna) == TITLES


def report_all(client: Client, titles: Sequence[str]) -> None:
    """Report these one after the other in a process of its own."""
    command = [sys.executable, "-c", SEVERAL, *titles]
    subprocess.run(command, env=client.environment, check=True, timeout=LIMIT_S, stdout=subprocess.DEVNULL)


def in_order_of_number(client: Client) -> list[str]:
    """Return the titles of all tickets by their numbers; no two have the same."""
    rows = client.ask("tickets", "--limit", str(2 * NUMBER_OF_REPORTS))
    by_number = {int(row["number"].removeprefix("IT-")): row["title"] for row in rows}
    assert len(by_number) == len(rows)
    return [by_number[number] for number in sorted(by_number)]
