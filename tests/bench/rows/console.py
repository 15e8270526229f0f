"""The console over replicas of 1 000, 100 000 and 1 000 000 tickets; ITDESK_BENCH_REPLICAS names others.

The largest takes some minutes to fill. Budgets are those of 100 000; of the others the figures are told.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from itdesk.services.desk import close_desk, utc_now, write_account
from tests.bench.filled_replica import fill, some_entries, team
from tests.bench.row import Row
from tests.fakes import desk_at

SIZES = tuple(map(int, os.environ.get("ITDESK_BENCH_REPLICAS", "1000,100000,1000000").split(",")))
JUDGED = 100_000
ANSWER_MS = 50.0
OPENING_BUDGET = 1.2
RESORT_BUDGET = 0.01
FRAME_BUDGET = 1.3
ANSWERS = {
    "view_ms": "another view",
    "search_ms": "a search, two words",
    "keystroke_ms": "a letter in the search field",
    "ticket_ms": "another ticket",
}


def measure() -> list[Row]:
    """Measure each size in a process of its own; the smallest is what opening is measured against."""
    measured = [_measured(size) for size in sorted(SIZES)]
    return [row for one in measured for row in _rows(one, measured[0])]


def _measured(size: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="itdesk-bench-") as folder:
        _fill(Path(folder), size)
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.console_window", folder],
            stdout=subprocess.PIPE,
            text=True,
            timeout=1800,
            check=True,
        )
        told: dict[str, float] = json.loads(done.stdout)
        assert told["tickets"] == size
        return told


def _fill(folder: Path, size: int) -> None:
    people = team()
    desk = desk_at(folder, people[0], utc_now)
    write_account(desk.data, desk.account)
    fill(desk, people, some_entries(people, size), size)
    close_desk(desk)


def _rows(told: dict[str, float], smallest: dict[str, float]) -> list[Row]:
    size = f"console, {told['tickets']:,} tickets"
    judged = told["tickets"] == JUDGED

    def row(what: str, key: str, unit: str, budget: float | None, bare: float | None = None) -> Row:
        return Row(f"{size}: {what}", told[key], unit, budget if judged else None, bare=bare)

    return [
        row("opened, rows in sight", "opening_ms", "ms", OPENING_BUDGET, smallest["opening_ms"]),
        row("all in another order, p95", "resort_ms", "ms", RESORT_BUDGET, told["proxy_sort_ms"]),
        *(row(f"{words}, p95", key, "ms", ANSWER_MS) for key, words in ANSWERS.items()),
        row("a frame, scrolled by a row, p95", "frame_ms", "ms", FRAME_BUDGET, told["bare_frame_ms"]),
        row("a frame, scrolled by a page, p95", "page_ms", "ms", None, told["bare_page_ms"]),
        row("memory (PSS)", "memory_mb", "MB", None, smallest["memory_mb"]),
    ]
