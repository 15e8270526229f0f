"""Certificates, compared with a library that reads them in full."""

import base64
import sys
from datetime import UTC, datetime, timedelta

import pytest

if sys.platform != "linux":
    pytest.skip("the library comes with the keyring of Linux alone", allow_module_level=True)

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from itdesk.diagnostics.macos.certificate import Certificate, NoCertificate, parse_der, parse_pem

KEY = ec.generate_private_key(ec.SECP256R1())
BEGIN = datetime(1960, 1, 1, tzinfo=UTC)


def make(names: dict[x509.ObjectIdentifier, str], ends_at: datetime) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(oid, value) for oid, value in names.items()])
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Somebody else")])
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(KEY.public_key())
        .serial_number(2**100)
        .not_valid_before(BEGIN)
        .not_valid_after(ends_at)
        .sign(KEY, SHA256())
    )


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=16),
    st.integers(0, 100 * 365 * 86_400),
)
def test_name_and_end(name: str, seconds: int) -> None:
    ends_at = BEGIN + timedelta(days=1, seconds=seconds)
    der = make({NameOID.ORGANIZATION_NAME: "Org", NameOID.COMMON_NAME: name}, ends_at).public_bytes(
        Encoding.DER
    )
    assert parse_der(der) == Certificate(name, ends_at)


def test_the_organisation_stands_in_for_the_name() -> None:
    ends_at = datetime(2050, 1, 1, tzinfo=UTC)
    one = make({NameOID.COUNTRY_NAME: "PL", NameOID.ORGANIZATION_NAME: "Zakład"}, ends_at)
    nameless = make({NameOID.COUNTRY_NAME: "PL"}, ends_at)
    assert parse_der(one.public_bytes(Encoding.DER)) == Certificate("Zakład", ends_at)
    assert parse_der(nameless.public_bytes(Encoding.DER)) == Certificate("", ends_at)


def test_blocks_that_are_no_certificates_are_skipped() -> None:
    ends_at = datetime(2027, 1, 1, tzinfo=UTC)
    pem = make({NameOID.COMMON_NAME: "mac-01"}, ends_at).public_bytes(Encoding.PEM).decode()
    broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    assert (
        parse_pem(f"{broken}text\n{pem}{broken}{pem}-----BEGIN CERTIFICATE-----\n")
        == [Certificate("mac-01", ends_at)] * 2
    )


def test_a_certificate_that_was_cut_off_is_none() -> None:
    der = make({NameOID.COMMON_NAME: "x"}, BEGIN + timedelta(days=1)).public_bytes(Encoding.DER)
    for length in range(len(der)):
        with pytest.raises(NoCertificate):
            parse_der(der[:length])


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_damaged_certificate_is_one_or_none(data: st.DataObject) -> None:
    content = bytearray(
        make({NameOID.COMMON_NAME: "x"}, BEGIN + timedelta(days=1)).public_bytes(Encoding.DER)
    )
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, 130))] = data.draw(st.integers(0, 255))
    try:
        parse_der(bytes(content))
    except NoCertificate:
        return


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes(content: bytes) -> None:
    with pytest.raises(NoCertificate):
        parse_der(content)
    assert parse_pem(f"-----BEGIN CERTIFICATE-----{base64.b64encode(content).decode()}") == []


@given(st.text())
@settings(deadline=None)
def test_any_text(text: str) -> None:
    assert parse_pem(f"-----BEGIN CERTIFICATE-----{text}") == []
