"""The private authority: made once, kept, and good for the company's own names alone."""

import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from itdesk.server.network.authority import Made, make_certificate
from itdesk.server.network.certificate_files import CertificateFiles
from itdesk.server.network.errors import BadCertificate

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
NAMES = ["help.example.com", "10.0.0.5"]


def certificate(file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


def alternative_names(made: Made) -> x509.SubjectAlternativeName:
    extensions = certificate(made.certificate).extensions
    return extensions.get_extension_for_class(x509.SubjectAlternativeName).value


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_certificate(NAMES, tmp_path / "new" / "folder", NOW)


def test_names_and_addresses_are_in_the_certificate(made: Made) -> None:
    names = (
        certificate(made.certificate).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    )
    assert names.get_values_for_type(x509.DNSName) == ["help.example.com"]
    assert [str(one) for one in names.get_values_for_type(x509.IPAddress)] == ["10.0.0.5"]


def test_it_lasts_as_long_as_is_believed_anywhere(made: Made) -> None:
    server, authority = certificate(made.certificate), certificate(made.ca_file)
    assert server.not_valid_after_utc - server.not_valid_before_utc <= timedelta(days=397)
    assert timedelta(days=3650) <= authority.not_valid_after_utc - authority.not_valid_before_utc
    assert server.not_valid_before_utc < NOW < server.not_valid_after_utc


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights otherwise")
def test_keys_are_their_owners_alone(made: Made) -> None:
    keys = sorted(made.key.parent.glob("*.key"))
    assert [key.name for key in keys] == ["itdesk-ca.key", "server.key"]
    assert [key.stat().st_mode & 0o777 for key in keys] == [0o600, 0o600]
    assert made.key.parent.stat().st_mode & 0o777 == 0o700
    assert not [*made.key.parent.glob(".*")]


def test_a_renewal_keeps_the_authority_and_changes_the_certificate(made: Made) -> None:
    before = made.ca_file.read_bytes(), made.certificate.read_bytes(), made.key.read_bytes()
    again = make_certificate(["desk.example.com"], made.ca_file.parent, NOW + timedelta(days=300))
    assert (made.reused, again.reused) == (False, True)
    assert made.ca_file.read_bytes() == before[0]
    assert made.certificate.read_bytes() != before[1]
    assert made.key.read_bytes() != before[2]


def test_what_was_made_is_taken_into_use(made: Made) -> None:
    context = CertificateFiles(made.certificate, made.key).context(NOW)
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize("name", ["help.example.org", "example.community", "10.0.0.6", "2001:db8::1"])
def test_another_name_needs_another_authority(made: Made, name: str) -> None:
    with pytest.raises(BadCertificate, match=r"was made for example\.com, 10\.0\.0\.5/32 alone"):
        make_certificate([name], made.ca_file.parent, NOW)


@pytest.mark.parametrize(
    "name",
    ["", "-help", "help example", "help..example", "*.example.com", "a\nb", "a" * 64, "ż" * 80, "x/../y"],
)
def test_what_is_no_name_is_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadCertificate, match="is no name of a computer"):
        make_certificate([name], tmp_path / "out", NOW)
    assert not (tmp_path / "out").exists()


def test_a_name_of_other_letters_is_written_as_dns_has_it(tmp_path: Path) -> None:
    made = make_certificate(["pomoc.żółw.pl"], tmp_path, NOW)
    names = (
        certificate(made.certificate).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    )
    assert names.get_values_for_type(x509.DNSName) == ["pomoc.xn--w-uga1v8h.pl"]


@pytest.mark.parametrize("lost", ["itdesk-ca.pem", "itdesk-ca.key"])
def test_half_an_authority_is_not_replaced(made: Made, lost: str) -> None:
    (made.ca_file.parent / lost).unlink()
    with pytest.raises(BadCertificate, match="cannot be read whole"):
        make_certificate(NAMES, made.ca_file.parent, NOW)


def test_an_authority_with_anothers_key_is_refused(made: Made, tmp_path: Path) -> None:
    other = make_certificate(NAMES, tmp_path / "other", NOW)
    made.ca_file.with_suffix(".key").write_bytes(other.ca_file.with_suffix(".key").read_bytes())
    with pytest.raises(BadCertificate, match="do not belong together"):
        make_certificate(NAMES, made.ca_file.parent, NOW)


def test_an_authority_that_ends_soon_is_replaced_in_time(made: Made) -> None:
    with pytest.raises(BadCertificate, match="ends on 2036-11-26"):
        make_certificate(NAMES, made.ca_file.parent, NOW + timedelta(days=3600))


def test_no_certificate_outlives_its_authority(made: Made) -> None:
    again = make_certificate(NAMES, made.ca_file.parent, NOW + timedelta(days=3400))
    assert again.ends <= again.ca_ends
