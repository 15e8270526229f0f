"""The history: what its looks cost this computer by the hour, and what a week of it takes on the disk."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itdesk.diagnostics.comparison import Change, Difference
from itdesk.diagnostics.history.history_thread import LIGHT_S, THOROUGH_S
from itdesk.diagnostics.history.journal import Journal
from itdesk.diagnostics.history.marks import marks
from itdesk.diagnostics.history.records import Happening, Sample
from itdesk.diagnostics.history.sampler import Sampler
from itdesk.diagnostics.probes import every_probe
from tests.bench.row import Row

HOUR_S = 3600
LIGHT_LOOKS = 50
SHARE_OF_A_CORE = 0.001
WEEK_MB = 5.0
CHANGES_A_DAY = 300
BIG_UPDATE = 1500
START = datetime(2026, 3, 2, tzinfo=UTC)


def measure() -> list[Row]:
    """Look at this very computer, with all the probes that it has."""
    folder = Path(tempfile.mkdtemp(prefix="itdesk-bench-"))
    try:
        return [*_processor_rows(folder / "looks"), _week_row(folder / "week")]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _processor_rows(folder: Path) -> list[Row]:
    sampler = Sampler(folder, every_probe("00000000-0000-4000-8000-000000000000"), marks=marks())
    sampler.sample()  # imports what the first look imports
    first_s = _processor_s(sampler.look_thoroughly)
    light_s = _processor_s(lambda: _look_often(sampler)) / LIGHT_LOOKS
    thorough_s = _processor_s(sampler.look_thoroughly)
    usual = light_s * HOUR_S / LIGHT_S + thorough_s * HOUR_S / THOROUGH_S
    dearest = light_s * HOUR_S / LIGHT_S + first_s * HOUR_S / THOROUGH_S
    return [
        Row("history: a light look, processor time", light_s * 1000, "ms", 5.0),
        Row("history: share of a core, usual hour", usual / HOUR_S * 100, "%", SHARE_OF_A_CORE * 100),
        Row("history: share of a core, nothing spared", dearest / HOUR_S * 100, "%", SHARE_OF_A_CORE * 100),
    ]


def _look_often(sampler: Sampler) -> None:
    for _ in range(LIGHT_LOOKS):
        sampler.sample()


def _processor_s(look: Callable[[], object]) -> float:
    """Return the processor time that it took, with that of the tools that it asked."""
    begun = os.times()
    look()
    return sum(os.times()[:4]) - sum(begun[:4])


def _week_row(folder: Path) -> Row:
    """Keep a busy week: a sample every five minutes, many changes, and an update of all there is."""
    journal = Journal(folder)
    sample = Sample(
        at=START,
        booted_at=START,
        load_percent=12.5,
        memory_percent=45.1,
        disk_percent=71.2,
        free_bytes=123_456_789_012,
        connected=True,
        level="full",
        kind="wireless",
    )
    for number in range(int(7 * 24 * HOUR_S / LIGHT_S)):
        now = START + timedelta(seconds=number * LIGHT_S)
        journal.append([replace(sample, at=now)], now)
        if number % 288 == 100:
            journal.append(_updates(now, CHANGES_A_DAY), now)
    journal.append(_updates(now, BIG_UPDATE), now)
    taken = sum(path.stat().st_size for path in folder.iterdir())
    return Row("history: a busy week on the disk", taken / 1e6, "MB", WEEK_MB)


def _updates(now: datetime, count: int) -> list[Happening]:
    return [
        Happening(
            at=now,
            since=now - timedelta(hours=1),
            difference=Difference(
                probe="software",
                field="programs",
                row=f"some-program-with-a-usual-name-{number}",
                column="version",
                before="1:2.34.5-6ubuntu7.8",
                after="1:2.34.5-6ubuntu7.9",
                what=Change.CHANGED,
            ),
        )
        for number in range(count)
    ]
