"""A private certificate authority for one helpdesk, and the server certificates that it signs."""

import ipaddress
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from itdesk.server.network.errors import BadCertificate

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

AUTHORITY_LASTS = timedelta(days=3652)
SERVER_LASTS = timedelta(days=397)
"""No longer is believed by Apple's and Google's programs."""
CLOCKS_DIFFER = timedelta(hours=1)
NO_HOST_NAME = "itdesk server"
"""Names stand beside the subject; a name in it would be measured by the constraints a second time."""
AUTHORITY_FILE, AUTHORITY_KEY = "itdesk-ca.pem", "itdesk-ca.key"
SERVER_FILE, SERVER_KEY = "server.pem", "server.key"
DNS_NAME = re.compile(
    r"(?=.{1,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*"
)
IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, kw_only=True)
class Made:
    """What was written, and until when it is good. `reused`: the authority was there already."""

    ca_file: Path
    certificate: Path
    key: Path
    ends: datetime
    ca_ends: datetime
    reused: bool


@dataclass(frozen=True)
class _Authority:
    certificate: "x509.Certificate"
    key: "EllipticCurvePrivateKey"


def make_certificate(names: Sequence[str], folder: Path, now: datetime) -> Made:
    """Write a server certificate for `names` (host names and addresses) into `folder`, made when missing.

    The authority that lies there signs it; without one it is made. Raises BadCertificate, and OSError when
    the folder cannot be written.
    """
    subjects = [_subject(name) for name in names]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    reused = (folder / AUTHORITY_FILE).exists() or (folder / AUTHORITY_KEY).exists()
    authority = _kept(folder, now) if reused else _made(folder, subjects, now)
    _check_allowed(subjects, authority.certificate, folder)
    certificate, key = _server_certificate(subjects, authority, now)
    _write(folder / SERVER_KEY, _pem_of_key(key), 0o600)
    _write(folder / SERVER_FILE, _pem(certificate), 0o644)
    return Made(
        ca_file=folder / AUTHORITY_FILE,
        certificate=folder / SERVER_FILE,
        key=folder / SERVER_KEY,
        ends=certificate.not_valid_after_utc,
        ca_ends=authority.certificate.not_valid_after_utc,
        reused=reused,
    )


def _subject(name: str) -> "str | IpAddress":
    """Return an address, or a host name in the letters of DNS. Raises BadCertificate."""
    given = name.strip()
    try:
        return ipaddress.ip_address(given.strip("[]"))
    except ValueError:
        pass
    try:
        ascii_name = given.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        ascii_name = ""
    if not DNS_NAME.fullmatch(ascii_name):
        raise BadCertificate(
            f"“{given}” is no name of a computer. Give one like help.example.com, or 10.0.0.5."
        )
    return ascii_name


def _made(folder: Path, subjects: "Sequence[str | IpAddress]", now: datetime) -> _Authority:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"itdesk private authority, {now:%Y-%m-%d %H:%M}")
    builder = _builder(name, name, key, now, now + AUTHORITY_LASTS)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_usage(signs_certificates=True), critical=True)
    builder = builder.add_extension(_constraints(subjects), critical=True)
    authority = _Authority(_signed(builder, key), key)
    _write(folder / AUTHORITY_KEY, _pem_of_key(key), 0o600)
    _write(folder / AUTHORITY_FILE, _pem(authority.certificate), 0o644)
    return authority


def _kept(folder: Path, now: datetime) -> _Authority:
    """Return the authority that lies in `folder`. Raises BadCertificate when it cannot sign."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    whole = f"{folder / AUTHORITY_FILE} and {folder / AUTHORITY_KEY}"
    try:
        certificate = x509.load_pem_x509_certificate((folder / AUTHORITY_FILE).read_bytes())
        key = load_pem_private_key((folder / AUTHORITY_KEY).read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise BadCertificate(
            f"The authority in {whole} cannot be read whole. Put both files back, or choose another --out."
        ) from error
    if not isinstance(key, EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise BadCertificate(
            f"{whole} do not belong together. Put the right ones there, or choose another --out."
        )
    if certificate.not_valid_after_utc < now + SERVER_LASTS / 2:
        raise BadCertificate(
            f"The authority {folder / AUTHORITY_FILE} ends on {certificate.not_valid_after_utc:%Y-%m-%d}. "
            "Make a new one with another --out, and give its CA_FILE to every computer before."
        )
    return _Authority(certificate, key)


def _constraints(subjects: "Sequence[str | IpAddress]") -> "x509.NameConstraints":
    """Whoever steals the authority's key can play the company's own servers, and nobody else's."""
    from cryptography import x509

    domains = dict.fromkeys(_domain(one) for one in subjects if isinstance(one, str))
    addresses = [ipaddress.ip_network(one) for one in dict.fromkeys(subjects) if not isinstance(one, str)]
    permitted = [*map(x509.DNSName, domains), *map(x509.IPAddress, addresses)]
    excluded: list[x509.GeneralName] = []
    if not addresses:
        excluded += [x509.IPAddress(ipaddress.ip_network(one)) for one in ("0.0.0.0/0", "::/0")]
    if not domains:
        excluded.append(x509.DNSName(""))
    return x509.NameConstraints(permitted, excluded or None)


def _domain(name: str) -> str:
    """Return the domain that a name is in: other servers of the company may be signed for later."""
    _, _, rest = name.partition(".")
    return rest if "." in rest else name


def _check_allowed(
    subjects: "Sequence[str | IpAddress]", authority: "x509.Certificate", folder: Path
) -> None:
    from cryptography import x509

    constraints = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    allowed = [str(one.value) for one in constraints.permitted_subtrees or []]
    for subject in subjects:
        if not any(_within(subject, one) for one in allowed):
            raise BadCertificate(
                f"The authority in {folder} was made for {', '.join(allowed)} alone, not for {subject}. "
                "Choose another --out: that makes an authority of its own, with a CA_FILE of its own."
            )


def _within(subject: "str | IpAddress", allowed: str) -> bool:
    """Return whether a constraint allows the name. A domain allows all that is in it."""
    if not isinstance(subject, str):
        return f"{subject}/{subject.max_prefixlen}" == allowed
    return subject == allowed or subject.endswith(f".{allowed}")


def _server_certificate(
    subjects: "Sequence[str | IpAddress]", authority: _Authority, now: datetime
) -> "tuple[x509.Certificate, EllipticCurvePrivateKey]":
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID

    key = ec.generate_private_key(ec.SECP256R1())
    ends = min(now + SERVER_LASTS, authority.certificate.not_valid_after_utc)
    builder = _builder(_name(NO_HOST_NAME), authority.certificate.subject, key, now, ends)
    names = x509.SubjectAlternativeName(
        [
            x509.DNSName(one) if isinstance(one, str) else x509.IPAddress(one)
            for one in dict.fromkeys(subjects)
        ]
    )
    issuer = authority.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    builder = builder.add_extension(names, critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(signs_certificates=False), critical=True)
    builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer), critical=False
    )
    return _signed(builder, authority.key), key


def _builder(
    subject: "x509.Name", issuer: "x509.Name", key: "EllipticCurvePrivateKey", now: datetime, ends: datetime
) -> "x509.CertificateBuilder":
    from cryptography import x509

    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(ends - CLOCKS_DIFFER)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> "x509.KeyUsage":
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(builder: "x509.CertificateBuilder", key: "EllipticCurvePrivateKey") -> "x509.Certificate":
    from cryptography.hazmat.primitives import hashes

    return builder.sign(key, hashes.SHA256())


def _name(text: str) -> "x509.Name":
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text[:64])])  # 64: the most that X.520 allows


def _pem(certificate: "x509.Certificate") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.PEM)


def _pem_of_key(key: "EllipticCurvePrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write(file: Path, content: bytes, mode: int) -> None:
    """Put the whole file in place at once; nobody else may ever read a key meanwhile."""
    part = file.with_name(f".{file.name}.{os.getpid()}")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as output:
        output.write(content)
        output.flush()
        os.fsync(output.fileno())
    part.replace(file)
