"""The packaged client runs without Python, and loads nothing of what is planted around it.

What a process loads is told by the system's own loader (`LD_DEBUG`), and by planted modules themselves.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import PySide6
import pytest

from tests.e2e.processes import Client, client_environment
from tests.e2e.test_tray import has_heard, wait_until
from tests.system.built_packages import program

pytestmark = [pytest.mark.system, pytest.mark.timeout(1_500)]

LIMIT_S = 120
MODULES = ("sitecustomize", "usercustomize", "json", "ssl", "click", "keyring", "itdesk", "PySide6")
MARK = "from pathlib import Path\nPath({mark!r}).touch()\n"
ENGINE = """openssl_conf = init
[init]
providers = all
[all]
planted = planted
[planted]
module = {module}
activate = 1
"""
LOADED = re.compile(r"file=(\S+)")
MINIMAL = {"QT_QPA_PLATFORM": "minimal", "LC_ALL": "C.UTF-8"}
SHOWS = "from PySide6.QtWidgets import QApplication; QApplication([])"


@pytest.fixture(scope="module")
def packaged() -> Path:
    """The program, built once."""
    return program() / "itdesk"


@dataclass(frozen=True)
class Trap:
    """A folder full of foreign code, and variables that lead to it."""

    folder: Path

    @property
    def here(self) -> Path:
        """The folder in which programs are started; foreign code lies in it too."""
        return self.folder / "here"

    @property
    def variables(self) -> dict[str, str]:
        """What leads to the foreign code."""
        modules, plugins = str(self.folder / "modules"), str(self.folder / "plugins")
        return {
            "PYTHONPATH": modules,
            "PYTHONHOME": modules,
            "PYTHONSTARTUP": f"{modules}/ssl.py",
            "PYTHONUSERBASE": modules,
            "PYTHON_KEYRING_BACKEND": "sitecustomize.Keyring",
            "QT_PLUGIN_PATH": plugins,
            "QT_QPA_PLATFORM_PLUGIN_PATH": f"{plugins}/platforms",
            "OPENSSL_CONF": str(self.folder / "openssl.cnf"),
            "OPENSSL_MODULES": plugins,
            "SSL_CERT_FILE": str(self.folder / "openssl.cnf"),
            "LD_DEBUG": "files",
            "LD_DEBUG_OUTPUT": str(self.folder / "loads"),
        }

    def caught(self) -> set[str]:
        """Return what was loaded or run of the foreign code."""
        told = "".join(path.read_text(errors="replace") for path in self.folder.glob("loads.*"))
        assert told, "the loader told nothing"
        loaded = {path for path in LOADED.findall(told) if path.startswith(f"{self.folder}/")}
        return {Path(path).name for path in loaded} | {path.name for path in self.folder.glob("mark-*")}


@pytest.fixture
def trap(tmp_path: Path, packaged: Path) -> Trap:
    """A trap around the packaged program, which is called by a link that lies in it."""
    trap = Trap(tmp_path / "trap")
    platforms = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    shutil.copytree(platforms, trap.folder / "plugins" / "platforms")
    module = shutil.copy(platforms / "libqminimal.so", trap.folder / "plugins" / "planted.so")
    (trap.folder / "openssl.cnf").write_text(ENGINE.format(module=module))
    for folder in (trap.folder / "modules", trap.here, trap.here / "_internal"):
        folder.mkdir(parents=True)
        for name in MODULES:
            (folder / f"{name}.py").write_text(MARK.format(mark=str(trap.folder / f"mark-{name}")))
        shutil.copy(platforms / "libqminimal.so", folder / "libQt6Core.so.6")
    (trap.here / "itdesk").symlink_to(packaged)
    return trap


def run(
    trap: Trap, *command: str, leave_out: tuple[str, ...] = (), more: Mapping[str, str] = MappingProxyType({})
) -> int:
    """Run a command in the trap; return its exit code."""
    variables = {name: value for name, value in trap.variables.items() if name not in leave_out}
    done = subprocess.run(
        command,
        cwd=trap.here,
        env=os.environ | variables | dict(more),
        capture_output=True,
        timeout=LIMIT_S,
        check=False,
    )
    return done.returncode


def test_the_trap_would_catch(trap: Trap) -> None:
    """From source these variables are the developer's own, and do what they are for."""
    shutil.rmtree(trap.here)
    trap.here.mkdir()
    python = (sys.executable, "-c")
    run(trap, *python, "", leave_out=("PYTHONHOME",))
    assert "mark-sitecustomize" in trap.caught()
    own = ("PYTHONHOME", "PYTHONPATH", "PYTHONUSERBASE")
    run(trap, *python, SHOWS, leave_out=own, more=MINIMAL)
    run(trap, *python, "import ssl; ssl.create_default_context()", leave_out=own)
    assert trap.caught() >= {"libqminimal.so", "planted.so"}


def test_no_command_loads_what_is_planted(trap: Trap, tmp_path: Path) -> None:
    environment = client_environment(tmp_path / "data") | trap.variables
    told = subprocess.run(
        [trap.here / "itdesk", "diagnostics", "--json"],
        cwd=trap.here,
        env=environment,
        capture_output=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "operating_system" in json.loads(told.stdout)["facts"]
    doctor = {"ITDESK_SERVER": "https://127.0.0.1:1", "ITDESK_DATA_DIR": str(tmp_path / "data")}
    assert run(trap, str(trap.here / "itdesk"), "doctor", more=doctor) in (0, 1)
    assert trap.caught() == set()


@contextmanager
def tray_in(trap: Trap, client: Client, **variables: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the tray within the trap, until the block is left."""
    environment = client.environment | trap.variables | {"LC_ALL": "C.UTF-8"} | variables
    command = [str(trap.here / "itdesk"), "tray"]
    with subprocess.Popen(command, cwd=trap.here, env=environment, stderr=subprocess.PIPE) as tray:
        try:
            yield tray
        finally:
            tray.kill()


def test_the_tray_works_and_loads_nothing_that_is_planted(trap: Trap, tmp_path: Path) -> None:
    client = Client(tmp_path / "data", "joanna")
    with tray_in(trap, client, QT_QPA_PLATFORM="offscreen") as tray:
        wait_until(lambda: has_heard(client), "the tray")
        maps = Path(f"/proc/{tray.pid}/maps").read_text()
        assert "libqoffscreen.so" in maps
        assert str(trap.folder) not in maps
        tray.send_signal(signal.SIGTERM)
        assert tray.wait(LIMIT_S) == 0
    assert trap.caught() == set()
