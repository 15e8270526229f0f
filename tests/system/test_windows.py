"""The diagnostics for Windows, run by Python for Windows on wine: a real registry, real calls, real COM."""

import faulthandler
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.wine import ROOT, Wine, in_windows, pytest_settings, windows

# The first run sets everything up; unit tests take four times as long as on Linux.
pytestmark = [pytest.mark.system, pytest.mark.timeout(600)]
TESTS_LIMIT_S, PROGRAM_LIMIT_S = 420, 120
BIOS_KEY = r"HKLM\HARDWARE\DESCRIPTION\System\BIOS"
VERSION_KEY = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
UNINSTALL_KEY = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\itdesk-test"


@pytest.fixture(scope="module")
def wine() -> Iterator[Wine]:
    with windows() as made:
        yield made


def write(wine: Wine, key: str, name: str, value: str) -> None:
    done = wine.run(["reg", "add", key, "/v", name, "/d", value, "/f"], limit_s=60)
    assert done.returncode == 0, done.stdout


def test_the_unit_tests_of_the_diagnostics_pass_on_windows(wine: Wine, tmp_path: Path) -> None:
    faulthandler.cancel_dump_traceback_later()  # it takes its time and hangs nowhere
    settings = in_windows(pytest_settings(tmp_path))
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", settings, "--rootdir", in_windows(ROOT)]
    tests = in_windows(ROOT / "tests" / "unit" / "diagnostics")
    done = wine.run([wine.python, *command, tests], limit_s=TESTS_LIMIT_S)
    summary = done.stdout.strip().splitlines()[-1:]
    print(*summary)
    passed = re.search(r"(\d+) passed", "".join(summary))
    assert done.returncode == 0, done.stdout
    assert passed is not None, done.stdout
    assert int(passed[1]) > 0


def test_the_program_tells_what_stands_in_the_registry(wine: Wine, tmp_path: Path) -> None:
    write(wine, BIOS_KEY, "SystemManufacturer", "Canary Computers")
    write(wine, BIOS_KEY, "SystemProductName", "Yellow 15")
    write(wine, VERSION_KEY, "DisplayVersion", "23H2")
    write(wine, UNINSTALL_KEY, "DisplayName", "Żółty kanarek")
    write(wine, UNINSTALL_KEY, "DisplayVersion", "1.2.3")
    command = ["-m", "itdesk", "diagnostics", "--json", "--tier", "2"]
    data = f"Z:{tmp_path}"
    done = wine.run([wine.python, *command], limit_s=PROGRAM_LIMIT_S, variables={"ITDESK_DATA_DIR": data})
    assert done.returncode == 0, done.stdout
    facts = json.loads(done.stdout[done.stdout.index("{") :])["facts"]
    assert (facts["machine"]["manufacturer"], facts["machine"]["model"]) == ("Canary Computers", "Yellow 15")
    assert facts["operating_system"]["version"] == "23H2"
    programs = {program["name"]: program.get("version") for program in facts["software"]["programs"]}
    assert programs["Żółty kanarek"] == "1.2.3"
    assert facts["graphics"]["adapters"][0]["name"]
    assert facts["disk_health"]["disks"]
    assert all(facts[name] for name in facts)
