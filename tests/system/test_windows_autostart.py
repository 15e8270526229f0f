"""Starting with the desktop in a real registry: Python for Windows on wine."""

import json
from collections.abc import Iterator

import pytest

from tests.system.wine import Wine, windows

pytestmark = [pytest.mark.system, pytest.mark.timeout(1200)]
LIMIT_S = 120
PROGRAM = """
import json
from itdesk.workstation.autostart import entries_here
from itdesk.workstation.autostart_registry import APPROVED, NAME
import winreg

entries, told = entries_here(("C:\\\\itdesk dir\\\\itdesk.exe", "tray")), []

def tell():
    state = entries.state()
    told.append([state.is_on, state.set_by.value, state.may_change])

entries.switch(is_on=False)
tell()
entries.switch(is_on=True)
tell()
with winreg.CreateKey(winreg.HKEY_CURRENT_USER, APPROVED) as key:
    winreg.SetValueEx(key, NAME, 0, winreg.REG_BINARY, bytes([3] + [0] * 11))
tell()
entries.switch(is_on=True)
tell()
entries.switch(is_on=False)
tell()
run = r"Software\\Microsoft\\Windows\\CurrentVersion\\Run"
with winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, run, 0, winreg.KEY_ALL_ACCESS) as key:
    winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, "itdesk")
    tell()
    winreg.DeleteValue(key, NAME)
tell()
print(json.dumps(told))
"""
OFF, ON = [False, "person", True], [True, "person", True]


@pytest.fixture(scope="module")
def wine() -> Iterator[Wine]:
    """Give a Windows."""
    with windows() as made:
        yield made


def test_it_is_switched_in_the_registry(wine: Wine) -> None:
    done = wine.run([wine.python, "-c", PROGRAM], limit_s=LIMIT_S)
    told = json.loads(done.stdout.strip().splitlines()[-1])
    assert told == [OFF, ON, OFF, ON, OFF, [True, "machine", False], OFF], done.stdout
