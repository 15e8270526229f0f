"""What `itdesk server jobs` and `run-job` tell and do, beside a server that runs and without one."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.server.server_process import ServerProcess
from tests.e2e.server.test_accounts_commands import command

NAMES = {
    "back-up",
    "wake-tickets",
    "assign-tickets",
    "recount-due-times",
    "tell-due-times",
    "erase-people",
    "forget-contents",
    "count-people",
    "measure-first-answer",
    "forget-rows",
    "hand-over-tickets",
    "delete-files",
}
PATIENCE_S = 60


def _told(folder: Path) -> dict[str, dict[str, object]]:
    listed = command(folder, "jobs", "--json")
    assert (listed.returncode, listed.stderr) == (0, "")
    return {job["name"]: job for job in json.loads(listed.stdout)}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path)
    yield process
    process.kill()


def test_jobs_of_a_server_that_runs_are_told(tmp_path: Path, server: ServerProcess) -> None:
    until = time.monotonic() + PATIENCE_S
    while not (jobs := _told(tmp_path)) or any(job["last_run_at"] is None for job in jobs.values()):
        assert time.monotonic() < until
    assert set(jobs) == NAMES
    assert {job["failures"] for job in jobs.values()} == {0}
    done = command(tmp_path, "run-job", "wake-tickets")
    assert (done.returncode, done.stdout) == (0, "wake-tickets is done: 0.\n")
    lines = command(tmp_path, "jobs").stdout.splitlines()
    assert len(lines) == len(NAMES)


def test_a_job_is_done_without_a_server(tmp_path: Path) -> None:
    assert command(tmp_path, "jobs").stdout == "No server has run here yet.\n"
    orphan = tmp_path / "files" / "aa" / ("a" * 32)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"left behind")
    os.utime(orphan, (0, 0))
    assert command(tmp_path, "run-job", "delete-files").stdout == "delete-files is done: 1.\n"
    assert not orphan.exists()
    assert _told(tmp_path)["delete-files"]["done"] == 1


@pytest.mark.parametrize("name", ["", "everything", "ż" * 300])
def test_a_job_that_there_is_not_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    refused = command(tmp_path, "run-job", name)
    assert (refused.returncode, refused.stdout) == (3, "")
    assert refused.stderr.startswith("There is no job “")
    assert "wake-tickets" in refused.stderr
