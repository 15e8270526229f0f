"""The client's package for Debian: what stands in it, and what Debian's own checkers say of it."""

import subprocess
from pathlib import Path

import pytest

from tests.system.built_packages import NEW, ROOT, deb

pytestmark = [pytest.mark.system, pytest.mark.timeout(1_500)]

MOST_PACKED_BYTES, MOST_INSTALLED_KIB = 55_000_000, 190 * 1024
CLIENT = ROOT / "installer" / "linux" / "client"
EXPECTED = {
    "/usr/bin/itdesk",
    "/usr/lib/itdesk/itdesk",
    "/usr/lib/itdesk/licences/LGPL-3.txt",
    "/usr/lib/itdesk/licences/Python.txt",
    "/usr/share/applications/itdesk.desktop",
    "/usr/share/applications/itdesk-address.desktop",
    "/usr/share/metainfo/io.github.itdesk.itdesk.metainfo.xml",
    "/usr/share/man/man1/itdesk.1.gz",
    "/usr/share/icons/hicolor/48x48/apps/itdesk.png",
    "/etc/itdesk/policy.toml",
    "/etc/xdg/autostart/itdesk.desktop",
}


@pytest.fixture(scope="module")
def package() -> Path:
    return deb(NEW)


@pytest.fixture(scope="module")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    told("dpkg-deb", "--raw-extract", str(package), str(folder))
    return folder


def told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def field(package: Path, name: str) -> str:
    return told("dpkg-deb", "--field", str(package), name).strip()


def test_it_has_the_version_that_was_asked_for_and_all_that_a_desktop_looks_for(
    package: Path, unpacked: Path
) -> None:
    assert field(package, "Version") == NEW
    assert not [path for path in EXPECTED if not (unpacked / path[1:]).exists()]
    assert NEW in (unpacked / "usr/share/metainfo/io.github.itdesk.itdesk.metainfo.xml").read_text()
    assert "x-scheme-handler/itdesk" in (CLIENT / "itdesk-address.desktop").read_text()


def test_what_an_administrator_writes_is_a_conffile(unpacked: Path) -> None:
    kept = (unpacked / "DEBIAN" / "conffiles").read_text().split()
    assert set(kept) == {path for path in EXPECTED if path.startswith("/etc/")}


def test_every_library_that_it_needs_is_its_own_or_of_a_package_that_it_depends_on(package: Path) -> None:
    """depends.py ends with an error where it knows no package; here it is seen that nothing is forgotten."""
    wanted = field(package, "Depends")
    assert {"libxcb-cursor0", "libgl1", "libgssapi-krb5-2"} <= set(wanted.replace(",", "").split())
    assert "libc6 (>= 2.3" in wanted


def test_it_is_not_larger_than_was_promised(package: Path) -> None:
    assert int(field(package, "Installed-Size")) < MOST_INSTALLED_KIB
    # Packed by gzip here; xz, with which it is delivered, makes it smaller by a third.
    assert package.stat().st_size < MOST_PACKED_BYTES * 3 / 2


def test_nobody_but_root_may_write_what_it_installs(package: Path) -> None:
    lines = told("dpkg-deb", "--contents", str(package)).splitlines()
    assert len(lines) > 100
    assert not [line for line in lines if line.split()[1] != "root/root"]
    assert not [line for line in lines if line[0] != "l" and "w" in line[5] + line[8]]


def test_the_questions_are_asked_in_polish_too() -> None:
    blocks = (CLIENT / "templates").read_text("utf-8").split("\n\n")
    assert len(blocks) == 2
    assert not [block for block in blocks if "\nDescription-pl.UTF-8: " not in block]


def test_debians_checkers_have_nothing_to_say(package: Path, unpacked: Path) -> None:
    told("lintian", "--allow-root", "--fail-on", "error,warning", str(package))
    told("desktop-file-validate", *map(str, (unpacked / "usr/share/applications").iterdir()))
    told("desktop-file-validate", str(unpacked / "etc/xdg/autostart/itdesk.desktop"))
    told("appstreamcli", "validate", "--no-net", *map(str, (unpacked / "usr/share/metainfo").iterdir()))
