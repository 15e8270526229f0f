"""A certificate that would not serve is one clear sentence before anybody is served."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from itdesk.server.network.authority import make_certificate
from itdesk.server.network.certificate_files import CertificateFiles
from itdesk.server.network.errors import BadCertificate

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def files(tmp_path: Path) -> CertificateFiles:
    made = make_certificate(["help.example.com"], tmp_path, NOW)
    return CertificateFiles(made.certificate, made.key)


def sentence(files: CertificateFiles, now: datetime = NOW) -> str:
    with pytest.raises(BadCertificate) as caught:
        files.context(now)
    said = str(caught.value)
    assert "\n" not in said
    assert str(files.certificate) in said or str(files.key) in said
    return said


def test_good_ones_are_taken(files: CertificateFiles) -> None:
    files.context(NOW)


def test_a_chain_in_order_is_taken(files: CertificateFiles) -> None:
    with files.certificate.open("ab") as chain:
        chain.write((files.certificate.parent / "itdesk-ca.pem").read_bytes())
    files.context(NOW)


def test_a_missing_file(files: CertificateFiles) -> None:
    files.key.unlink()
    assert "The key" in (said := sentence(files))
    assert "cannot be read: No such file" in said
    files.certificate.unlink()
    assert "The certificate" in sentence(files)


def test_a_folder_instead_of_a_file(files: CertificateFiles) -> None:
    assert "cannot be read: Is a directory" in sentence(CertificateFiles(files.certificate.parent, files.key))


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights otherwise")
@pytest.mark.parametrize("mode", [0o604, 0o666, 0o602])
def test_a_key_that_everybody_reaches(files: CertificateFiles, mode: int) -> None:
    files.key.chmod(mode)
    assert f"chmod 600 {files.key}" in sentence(files)
    files.key.chmod(0o640)
    files.context(NOW)


def test_a_key_of_another_certificate(files: CertificateFiles, tmp_path: Path) -> None:
    other = make_certificate(["help.example.com"], tmp_path / "other", NOW)
    assert "does not belong to the certificate" in sentence(CertificateFiles(files.certificate, other.key))


def test_the_authority_first(files: CertificateFiles) -> None:
    own = files.certificate.read_bytes()
    files.certificate.write_bytes((files.certificate.parent / "itdesk-ca.pem").read_bytes() + own)
    assert "wrong order: the server's own comes first" in sentence(files)


def test_a_stranger_in_the_chain(files: CertificateFiles, tmp_path: Path) -> None:
    other = make_certificate(["a.example.com"], tmp_path / "other", NOW + timedelta(minutes=1))
    with files.certificate.open("ab") as chain:
        chain.write(other.ca_file.read_bytes())
    assert "must come the one that signed it" in sentence(files)


def test_out_of_its_time(files: CertificateFiles) -> None:
    assert "expired on 2027-12-29" in sentence(files, NOW + timedelta(days=400))
    assert "is not valid before" in sentence(files, NOW - timedelta(days=1))


HOLLOW = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"


@pytest.mark.parametrize("content", [b"", b"hello", b"\xff\xfe\x00", HOLLOW])
def test_what_is_no_certificate_or_key(files: CertificateFiles, content: bytes) -> None:
    kept = files.certificate.read_bytes()
    files.certificate.write_bytes(content)
    assert "holds no certificate that can be read" in sentence(files)
    files.certificate.write_bytes(kept)
    files.key.write_bytes(content)
    assert "holds no private key that can be read" in sentence(files)


def test_the_two_swapped(files: CertificateFiles) -> None:
    assert "holds no certificate" in sentence(CertificateFiles(files.key, files.certificate))


def test_a_key_under_a_password(files: CertificateFiles) -> None:
    key = serialization.load_pem_private_key(files.key.read_bytes(), None)
    locked = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"secret"),
    )
    files.key.write_bytes(locked)
    assert "is locked by a password" in sentence(files)


def test_bad_ones_leave_the_context_as_it_was(files: CertificateFiles, tmp_path: Path) -> None:
    context = files.context(NOW)
    shutil.copy(make_certificate(["b.example.com"], tmp_path / "other", NOW).key, files.key)
    with pytest.raises(BadCertificate):
        files.load_into(context, NOW)
