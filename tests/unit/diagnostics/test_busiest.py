"""The busiest programs: by name, several processes of one program together."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.busiest import (
    Usage,
    busiest_probe,
    by_memory,
    by_processor,
    read,
    take_sample,
)
from itdesk.diagnostics.anywhere.foreground import process_name
from itdesk.diagnostics.collector import ask
from itdesk.diagnostics.windows.process import program_name

NAME_OF = program_name if sys.platform == "win32" else process_name
NOT_OWN = -1  # in these tests our own children are what is measured
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def busy() -> Iterator[subprocess.Popen[bytes]]:
    """Give a process that uses all the processor time it gets, with a secret as its argument."""
    command = [sys.executable, "-c", "print(flush=True)\nwhile True: pass", "--password=canary"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()  # it has begun
        yield process
        process.kill()


def test_the_busy_program_is_told_without_its_arguments(busy: subprocess.Popen[bytes]) -> None:
    name = NAME_OF(busy.pid)
    told = read(NAME_OF, own=NOT_OWN)
    while name not in [row["name"] for row in rows(told["by_processor"])]:
        told = read(NAME_OF, own=NOT_OWN)  # others had the processor for all of the moment that was looked at
    assert "canary" not in str(told)


def test_who_measures_is_left_out_with_its_own_processes(busy: subprocess.Popen[bytes]) -> None:
    names = take_sample(str, os.getpid())
    assert not {busy.pid, os.getpid()} & {process.pid for process in names}
    assert busy.pid in {process.pid for process in take_sample(str, NOT_OWN)}


@ON_LINUX
def test_a_program_that_writes_its_secrets_into_its_title_is_told_by_the_kernels_name(tmp_path: Path) -> None:
    from itdesk.diagnostics.linux import busiest

    link = tmp_path / "a-very-long-program-name --password=canary"
    link.symlink_to(sys.executable)
    with subprocess.Popen([link, "-c", "print(flush=True);input()"], stdin=-1, stdout=-1) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert busiest.kernel_name(Path("/"), process.pid) == "a-very-long-pro"
        process.kill()


@ON_LINUX
def test_a_process_that_is_gone_has_no_name(tmp_path: Path) -> None:
    from itdesk.diagnostics.linux import busiest

    assert busiest.kernel_name(tmp_path, 4242) == ""


def test_processes_of_one_program_count_together_and_what_they_share_once() -> None:
    usages = [Usage("browser", 0, 300, 100), Usage("browser", 0, 250, 100), Usage("mail", 0, 400)]
    assert by_memory(usages) == [{"name": "browser", "bytes": 450}, {"name": "mail", "bytes": 400}]
    used = [("browser", 0.25), ("idle", 0.0), ("browser", 0.25), ("mail", 0.25)]
    assert by_processor(used, 1.0) == [
        {"name": "browser", "percent": 50.0},
        {"name": "mail", "percent": 25.0},
    ]


@given(st.lists(st.tuples(st.text(max_size=2), st.floats(0, 1e6)), max_size=30), st.floats(0.001, 10))
def test_at_most_five_and_never_above_all(used: list[tuple[str, float]], available_s: float) -> None:
    told = by_processor(used, available_s)
    percents = [float(str(row["percent"])) for row in told]
    assert len(told) <= 5
    assert all(0 < percent <= 100 for percent in percents)
    assert percents == sorted(percents, reverse=True)


def test_this_computer() -> None:
    told = ask(busiest_probe(partial(read, NAME_OF)))
    assert set(told) <= {"by_processor", "by_memory"}
    assert rows(told["by_memory"])


def rows(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value
