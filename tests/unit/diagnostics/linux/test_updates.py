"""Updates by the logs of dpkg and apt, and by rpm."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import updates
from tests.unit.diagnostics.linux.tree import write

DPKG = """\
2026-06-24 14:36:25 startup archives unpack
2026-06-24 14:36:25 upgrade libsystemd0:amd64 252.36-1~deb12u1 252.38-1~deb12u1
2026-06-24 14:36:25 status half-configured libsystemd0:amd64 252.36-1~deb12u1
2026-06-24 14:36:25 status unpacked libsystemd0:amd64 252.38-1~deb12u1
2026-06-24 14:36:26 status installed libsystemd0:amd64 252.38-1~deb12u1
2026-06-25 08:00:00 install firefox:amd64 <none> 140.0
2026-06-25 08:00:01 status installed firefox:amd64 140.0
2026-06-25 08:00:02 upgrade linux-image-amd64:amd64 6.1.1 6.1.2
2026-06-25 08:00:03 status half-configured linux-image-amd64:amd64 6.1.2
2026-06-25 08:00:04 upgrade libsystemd0:amd64 252.38-1~deb12u1 252.39
2026-06-25 08:00:05 status triggers-pending libsystemd0:amd64 252.39
2026-06-25 08:00:06 remove nano:amd64 7.2 <none>
2026-06-25 08:00:06 status not-installed nano:amd64 <none>
"""
APT = """\

Start-Date: 2026-06-24  14:36:25
Commandline: apt-get install secret-canary
Upgrade: libsystemd0:amd64 (252.36-1~deb12u1, 252.38-1~deb12u1)
End-Date: 2026-06-24  14:36:26

Start-Date: 2026-06-25  08:00:00
Commandline: apt-get -y upgrade
Error: Sub-process /usr/bin/dpkg returned an error code (1)
End-Date: 2026-06-25  08:00:09
"""


def test_the_latest_first_and_what_stayed_halfway() -> None:
    installed, failed = updates.parse_dpkg_log(DPKG)
    assert [row["name"] for row in installed] == ["libsystemd0 252.39", "firefox 140.0"]
    assert [(row["name"], row["code"]) for row in failed] == [("linux-image-amd64", "half-configured")]
    assert str(installed[0]["at"]).startswith("2026-06-2")


def test_of_apt_the_errors_alone_are_told() -> None:
    (error,) = updates.parse_apt_errors(APT)
    assert error["code"] == "Sub-process /usr/bin/dpkg returned an error code (1)"
    assert "canary" not in str(error)


def test_a_debian(tmp_path: Path) -> None:
    write(tmp_path, {
        "var/lib/dpkg/status": "",
        "var/log/dpkg.log": "2026-07-01 10:00:00 install vim:amd64 <none> 9.0\n",
        "var/log/dpkg.log.1": "",
        "var/log/dpkg.log.2.gz": gzip.compress(DPKG.encode()),
        "var/log/apt/history.log": APT,
        "var/lib/update-notifier/updates-available": "\n17 updates can be applied immediately.\n",
    })  # fmt: skip
    told = updates.read(tmp_path)
    assert [row["name"] for row in told["installed"]] == ["vim 9.0", "libsystemd0 252.39", "firefox 140.0"]  # type: ignore[attr-defined]
    assert [row["name"] for row in told["failed"]] == ["linux-image-amd64", "apt"]  # type: ignore[attr-defined]
    assert told["waiting"] == 17
    assert told["last_at"] == told["installed"][0]["at"]  # type: ignore[index]


def test_a_computer_without_a_list(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no list of its updates"):
        updates.read(tmp_path)


def test_rpm_the_latest_first() -> None:
    printed = "1700000000 bash 5.2-1\n1800000000 kernel 6.9-2\n99999999999999999999 odd 1\nnonsense\n"
    assert [row["name"] for row in updates.parse_rpm(printed)] == ["kernel 6.9-2", "bash 5.2-1"]


@pytest.mark.parametrize(
    ("notice", "waiting"),
    [
        ("1 update can be applied immediately.", 1),
        ("0 packages can be updated.", 0),
        ("", None),
        ("x 3", None),
    ],
)
def test_how_many_wait(notice: str, waiting: int | None) -> None:
    assert updates.parse_waiting(notice) == waiting


LINES = st.lists(st.sampled_from(DPKG.splitlines() + APT.splitlines()) | st.text()).map("\n".join)


@given(LINES)
def test_no_log_breaks_the_parsers(text: str) -> None:
    for row in (*updates.parse_dpkg_log(text)[0], *updates.parse_apt_errors(text), *updates.parse_rpm(text)):
        assert row["name"]
    updates.parse_waiting(text)
