"""Network drives, and certificates that end soon."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.linux import shares
from tests.unit.diagnostics.linux.tree import write

MOUNTS = """\
proc /proc proc rw 0 0
/dev/sda1 / ext4 rw 0 0
//nas/Dział\\040IT /mnt/it\\040share cifs rw,username=ann,password=canary 0 0
ann@host.example:/home/ann /home/ann/far fuse.sshfs rw 0 0
nas:/export /srv/nfs nfs4 rw 0 0
"""
FSTAB = """\
# //old/share /mnt/old cifs credentials=/root/canary 0 0
//nas/lost /mnt/lost cifs username=ann,password=canary,noauto 0 0
nas:/export /srv/nfs nfs4 defaults 0 0
UUID=1234 / ext4 defaults 0 1
"""


def test_drives_that_answer_that_do_not_and_that_are_missing(tmp_path: Path) -> None:
    write(tmp_path, {"proc/self/mounts": MOUNTS, "etc/fstab": FSTAB})
    (tmp_path / f"run/user/{os.getuid()}/gvfs/smb-share:server=nas,share=biuro,user=ann").mkdir(parents=True)
    told = shares.read(tmp_path, tmp_path, lambda place: place == "/mnt/it share")["drives"]
    assert isinstance(told, list)
    assert [(row["at"], row["path"], row["type"], row["connected"]) for row in told] == [
        ("/mnt/it share", "//nas/Dział IT", "cifs", True),
        ("/home/ann/far", "host.example:/home/ann", "sshfs", False),
        ("/srv/nfs", "nas:/export", "nfs4", False),
        (told[3]["at"], "//nas/biuro", "smb-share", True),
        ("/mnt/lost", "//nas/lost", "cifs", False),
    ]
    assert "canary" not in str(told)


@pytest.mark.parametrize(
    ("path", "without"),
    [
        ("//ann:pw@nas/share", "//nas/share"),
        ("https://ann:pw@cloud/dav", "https://cloud/dav"),
        ("nas:/export/a@b", "nas:/export/a@b"),
        ("//nas/mail@home", "//nas/mail@home"),
    ],
)
def test_logins_are_cut_off(path: str, without: str) -> None:
    assert shares.without_login(path) == without


def test_a_real_folder_answers_and_a_missing_one_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shares, "STAT_S", 30)
    asker = shares.DriveAsker(30)
    assert asker(str(tmp_path)) is True
    assert asker(str(tmp_path / "nowhere")) is False


def certificate(path: Path, days: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    subject = ["-keyout", os.devnull, "-days", str(days), "-subj", "/CN=itdesk", "-out", str(path)]
    subprocess.run([*command, *subject], check=True, capture_output=True, timeout=60)


@pytest.mark.skipif(not Path("/usr/bin/openssl").exists(), reason="needs openssl to make certificates")
def test_certificates_that_end_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "CERTIFICATES_S", 60)
    certificate(tmp_path / ".cert/nm-openvpn/office-cert.pem", 10)
    certificate(tmp_path / ".cert/fresh.pem", 400)
    write(tmp_path, {".cert/no.pem": "nothing", "etc/ssl/ca-bundle.crt": "nothing"})
    (tmp_path / ".cert/loop.pem").symlink_to(tmp_path / ".cert/loop.pem")
    os.mkfifo(tmp_path / ".cert/a-fifo.pem")
    told = shares.read(tmp_path, tmp_path)["certificates"]
    assert [(row["name"], row["days_left"]) for row in told] == [("office-cert.pem", 9)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("notAfter=Nov  5 12:00:00 2026 GMT\n", datetime(2026, 11, 5, 12, tzinfo=UTC)),
        ("notAfter=Feb 30 12:00:00 2026 GMT\n", None),
        ("notAfter=Xyz  5 12:00:00 2026 GMT\n", None),
        ("", None),
    ],
)
def test_the_end_of_a_certificate(printed: str, end: datetime | None) -> None:
    assert shares.parse_end(printed) == end


@given(st.text() | st.lists(st.sampled_from((MOUNTS + FSTAB).splitlines()) | st.text()).map("\n".join))
def test_no_text_breaks_the_parsers(text: str) -> None:
    shares.parse_mounts(text)
    shares.parse_end(text)
    shares.parse_gvfs(Path("/", text.replace("\0", "")))
    shares.without_login(text)
