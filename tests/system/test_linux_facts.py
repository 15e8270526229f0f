"""The facts of this Linux, with the real services that they are asked of."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itdesk.diagnostics.linux import printers, sound
from tests.system.conftest import Environment, _running

pytestmark = pytest.mark.system

CUPSD = """\
Listen {folder}/run/cups/cups.sock
Browsing No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
CUPS_FILES = """\
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
FileDevice Yes
"""
WAIT_S = 20
NOBODY = 65_534
AS_NOBODY = """
import os, sys
from itdesk.diagnostics.collector import collect
from itdesk.diagnostics.probes import every_probe
collect(every_probe("x"), whole_limit_s=30)  # all is imported while that may be read
nobody = int(sys.argv[1])
os.setgroups([]); os.setgid(nobody); os.setuid(nobody)
sys.stdout.buffer.write(collect(every_probe("x"), whole_limit_s=30).to_json())
"""
Ask = Callable[..., None]


def wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a service has made its socket."""
    ends = time.monotonic() + WAIT_S
    while not path.exists():
        assert process.poll() is None, "the service has ended"
        assert time.monotonic() < ends, "the service makes no socket"


@pytest.fixture
def print_service(tmp_path: Path, account: Environment) -> Iterator[Environment]:
    """Give an account with a print service of its own, at run/cups/cups.sock below its folder."""
    for name in ("root", "spool", "cache", "state", "tmp", "run/cups"):
        (tmp_path / name).mkdir(parents=True)
    for name, content in (("cupsd.conf", CUPSD), ("cups-files.conf", CUPS_FILES)):
        (tmp_path / name).write_text(content.format(folder=tmp_path))
    socket = tmp_path / "run/cups/cups.sock"
    daemon = shutil.which("cupsd", path="/usr/sbin:/usr/bin")
    assert daemon, "cupsd is missing"
    command = [daemon, "-f", "-c", f"{tmp_path}/cupsd.conf", "-s", f"{tmp_path}/cups-files.conf"]
    with _running(command, env=account, stderr=subprocess.DEVNULL) as process:
        wait_for(socket, process)
        yield account | {"CUPS_SERVER": str(socket), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}


def call(environment: Environment, *command: str) -> None:
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=WAIT_S, input=b"x")


def test_a_stopped_queue_with_two_documents(tmp_path: Path, print_service: Environment) -> None:
    call(print_service, "lpadmin", "-p", "Biuro", "-E", "-v", "file:///dev/null", "-m", "raw")
    call(print_service, "lpadmin", "-p", "Pusta_2", "-E", "-v", "socket://192.0.2.7:9100", "-m", "raw")
    call(print_service, "lpadmin", "-d", "Biuro")
    call(print_service, "cupsdisable", "-r", "Zacięty papier", "Biuro")
    for _ in range(2):
        call(print_service, "lp", "-d", "Biuro")
    told = printers.read(tmp_path, {"CUPS_SERVER": print_service["CUPS_SERVER"]})
    assert told == {
        "service": "running",
        "default": "Biuro",
        "printers": [
            {
                "name": "Biuro",
                "driver": "Local Raw Printer",
                "port": "virtual",
                "state": "stopped",
                "reason": "Zacięty papier",
                "waiting": 2,
            },
            {
                "name": "Pusta_2",
                "driver": "Local Raw Printer",
                "port": "network",
                "state": "ready",
                "reason": "",
                "waiting": 0,
            },
        ],
    }


def test_a_print_service_without_printers(tmp_path: Path, print_service: Environment) -> None:
    told = printers.read(tmp_path, {"CUPS_SERVER": print_service["CUPS_SERVER"]})
    assert told == {"service": "running", "default": None, "printers": []}


def test_a_print_service_that_died(tmp_path: Path, account: Environment) -> None:
    (tmp_path / "run/cups").mkdir(parents=True)
    socket = tmp_path / "run/cups/cups.sock"
    socket.touch()
    assert printers.read(tmp_path, {"CUPS_SERVER": str(socket)}) == {"service": "stopped"}


@pytest.fixture
def sound_service(session_bus: Environment) -> Iterator[Path]:
    """Give the runtime folder of an account with a muted speaker and a microphone that are none."""
    runtime = Path(session_bus["XDG_RUNTIME_DIR"])
    devices = [
        "module-native-protocol-unix",
        "module-null-sink sink_name=out sink_properties=device.description=Głośnik",
        "module-null-source source_name=in description=Mikrofon",
    ]
    command = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n"]
    command += [part for device in devices for part in ("-L", device)]
    with _running(command, env=session_bus, stderr=subprocess.DEVNULL) as process:
        wait_for(runtime / "pulse/native", process)
        call(session_bus, "pactl", "set-sink-mute", "out", "1")
        call(session_bus, "pactl", "set-sink-volume", "out", "40%")
        yield runtime


def test_a_muted_speaker(tmp_path: Path, sound_service: Path) -> None:
    assert sound.read(tmp_path, sound_service) == {
        "service": "running",
        "outputs": [{"name": "Głośnik", "is_default": True, "muted": True, "volume_percent": 40}],
        "inputs": [{"name": "Mikrofon", "is_default": True, "muted": False, "volume_percent": 100}],
        "cameras": [],
    }


@pytest.mark.skipif(os.getuid() != 0, reason="only root may become somebody else")
def test_an_account_that_may_nothing_is_told_all_that_is_for_everybody() -> None:
    printed = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(NOBODY)], check=True, capture_output=True, timeout=120
    ).stdout
    facts = json.loads(printed)["facts"]
    errors = {name: values["error"] for name, values in facts.items() if "error" in values}
    assert not {"busiest", "software", "adapters", "security", "shares", "vpn", "usb"} & errors.keys()
    assert all(error.endswith(".") for error in errors.values())
