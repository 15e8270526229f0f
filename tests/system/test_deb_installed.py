"""The client's package in a clean Debian: installed silently, used, upgraded, removed, purged."""

import faulthandler
import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.e2e.processes import PASSWORDS, Client, Server
from tests.system.built_packages import NEW, OLD, deb
from tests.system.chroot import Chroot, clean_debian

pytestmark = [
    pytest.mark.system,
    pytest.mark.timeout(1_500),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a chroot"),
]

INSTALL_LIMIT_S = 60
KEY = r'klucz-"7"\x'
FIRST, WAITING = "Drukarka nie działa", "Czekało na nową wersję"
USED = ("xvfb", "dbus", "gnome-keyring", "libglib2.0-bin")
SESSION = """
set -eu
export HOME=/home/joanna XDG_RUNTIME_DIR=/home/joanna/run QT_QPA_PLATFORM=xcb ITDESK_LANGUAGE=en
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
printf 'only for this test' |
    gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null 2>&1 &
gdbus wait --session --timeout 30 org.freedesktop.secrets
mkfifo "$HOME/display"
Xvfb -displayfd 3 -screen 0 1024x600x24 -nolisten tcp 3>"$HOME/display" 2>/dev/null &
read -r number <"$HOME/display"
rm "$HOME/display"
export DISPLAY=:$number
"""
MISSING = """
export LD_LIBRARY_PATH=/usr/lib/itdesk/_internal
libraries=$(find /usr/lib/itdesk -name '*.so*' | grep -v -e qgtk3 -e ayland -e WlShell)
ldd $libraries | grep 'not found' || true
"""
TRAY_SENDS = """
itdesk tray 2>/home/joanna/complaints &
tries=0
until itdesk status --json | grep -q '"pending": *0'; do
    tries=$((tries + 1))
    [ $tries -lt 300 ]
    kill -0 $!
    sleep 0.2
done
"""


@pytest.fixture(autouse=True)
def patient() -> None:
    """No stacks are printed: it takes its time and hangs nowhere."""
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("server") / "store").start().add_people()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chroot]:
    with clean_debian(tmp_path_factory.mktemp("debian") / "bookworm") as made:
        made.run("useradd", "--create-home", "joanna")
        yield made


def as_joanna(debian: Chroot, script: str, given: str = "") -> str:
    """Run a script in a session of hers, with a real keyring and a real X server."""
    command = ["setpriv", "--reuid=joanna", "--regid=joanna", "--init-groups", "dbus-run-session", "--"]
    return debian.run(*command, "sh", "-c", SESSION + script, given=given)


def preseeded(debian: Chroot, server: Server) -> None:
    answers = f"itdesk itdesk/server_url string {server.url}\nitdesk itdesk/enrolment_key password {KEY}\n"
    debian.run("debconf-set-selections", given=answers)


def versions(debian: Chroot) -> str:
    return debian.run("dpkg-query", "--showformat=${Version}", "--show", "itdesk")


def titles(server: Server, folder: Path) -> list[str]:
    """Return what the server knows of hers, asked from another computer."""
    elsewhere = Client(folder, "joanna").sign_in(server)
    return [ticket["title"] for ticket in elsewhere.ask("tickets")]


def test_a_whole_life(debian: Chroot, server: Server, tmp_path: Path) -> None:
    """One test, because each step stands on the one before."""
    debian.run("apt-get", "update")
    installed_silently(debian, server)
    debian.install(*USED)
    signs_in_and_reports(debian, server)
    assert FIRST in titles(server, tmp_path / "before")
    leaves_a_report_waiting(debian, server)
    is_upgraded(debian)
    server.start()
    as_joanna(debian, TRAY_SENDS)
    assert "Traceback" not in debian.path("/home/joanna/complaints").read_text()
    assert WAITING in titles(server, tmp_path / "after")
    is_removed_and_purged(debian)


def installed_silently(debian: Chroot, server: Server) -> None:
    preseeded(debian, server)
    package = debian.take(deb(OLD))
    begun = monotonic()
    debian.install(package)
    took = monotonic() - begun
    print(f"silent installation: {took:.1f} s")
    assert took < INSTALL_LIMIT_S
    assert versions(debian) == OLD
    provisioned = debian.path("/etc/itdesk/provisioned.toml").read_text()
    assert f'server_url = "{server.url}"' in provisioned
    assert r'enrolment_key = "klucz-\"7\"\\x"' in provisioned
    assert debian.run("sh", "-c", MISSING) == ""


def signs_in_and_reports(debian: Chroot, server: Server) -> None:
    told = debian.run("itdesk", "--data-dir", "/root/nobody", "settings")
    assert server.url in told
    sign_in = f"itdesk sign-in --server {server.url} --login joanna --password-stdin\n"
    report = f"itdesk report --title '{FIRST}' --no-facts --json\nitdesk sync\n"
    as_joanna(debian, sign_in + report, given=PASSWORDS["joanna"])
    assert debian.run("sh", "-c", "ls /home/joanna/.local/share/keyrings") != ""


def leaves_a_report_waiting(debian: Chroot, server: Server) -> None:
    server.stop()
    as_joanna(debian, f"itdesk report --title '{WAITING}' --no-facts --wait 0 --json\n")
    debian.path("/home/joanna/.local/share/itdesk/settings.toml").write_text('theme = "dark"\n')
    with debian.path("/etc/itdesk/policy.toml").open("a") as policy:
        policy.write("screenshots = false\n")


def is_upgraded(debian: Chroot) -> None:
    debian.install(debian.take(deb(NEW)))
    assert versions(debian) == NEW
    assert "screenshots = false" in debian.path("/etc/itdesk/policy.toml").read_text()
    assert "enrolment_key" in debian.path("/etc/itdesk/provisioned.toml").read_text()
    assert '"dark"' in debian.path("/home/joanna/.local/share/itdesk/settings.toml").read_text()


def is_removed_and_purged(debian: Chroot) -> None:
    debian.run("apt-get", "remove", "--yes", "itdesk")
    assert not debian.path("/usr/lib/itdesk").exists()
    assert debian.path("/etc/itdesk/policy.toml").exists()
    debian.run("apt-get", "purge", "--yes", "itdesk")
    left = "find / -xdev -iname '*itdesk*' -not -path '/proc/*' -not -path '/home/*' -not -path '/root/*'"
    assert debian.run("sh", "-c", left) == ""
    assert debian.run("debconf-show", "itdesk") == ""
