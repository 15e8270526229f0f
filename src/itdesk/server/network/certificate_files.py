"""The server's certificate and key as files: read, checked, taken into use, and read again while it runs."""

import os
import ssl
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from itdesk.server.network.errors import BadCertificate

if TYPE_CHECKING:
    from cryptography import x509

OTHERS = 0o007
"""What everybody on the computer may do with a file."""


@dataclass(frozen=True)
class CertificateFiles:
    """A certificate, followed by those that lead to its authority, and its key; both are PEM."""

    certificate: Path
    key: Path

    def context(self, now: datetime) -> ssl.SSLContext:
        """Return a context that speaks TLS 1.2 and newer with these files. Raises BadCertificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.load_into(context, now)
        return context

    def load_into(self, context: ssl.SSLContext, now: datetime) -> None:
        """Let the next connections of `context` use the files as they are now.

        Raises BadCertificate; `context` then goes on with what it had.
        """
        self.check(now)
        try:
            context.load_cert_chain(self.certificate, self.key, password=lambda: b"")
        except (ssl.SSLError, OSError) as error:
            raise BadCertificate(f"The certificate {self.certificate} cannot be used: {error}.") from error

    def check(self, now: datetime) -> None:
        """Raise BadCertificate when these files would not serve anybody."""
        chain, key = _read(self.certificate, "certificate"), _read(self.key, "key")
        certificates = self._certificates(chain)
        self._check_pair(certificates, key)
        self._check_rights()
        self._check_order(certificates)
        self._check_time(certificates[0], now)

    def _check_rights(self) -> None:
        if os.name == "posix" and self.key.stat().st_mode & OTHERS:
            raise BadCertificate(
                f"Everybody on this computer may read the key {self.key}. "
                f"Allow it to the server alone: chmod 600 {self.key}"
            )

    def _certificates(self, chain: bytes) -> "list[x509.Certificate]":
        from cryptography import x509

        try:
            return x509.load_pem_x509_certificates(chain)
        except ValueError as error:
            raise BadCertificate(
                f"The file {self.certificate} holds no certificate that can be read. "
                "It must be PEM and begin with -----BEGIN CERTIFICATE-----."
            ) from error

    def _check_pair(self, certificates: "list[x509.Certificate]", key: bytes) -> None:
        ours = _public_key(self.key, key)
        theirs = [_public_bytes(certificate.public_key()) for certificate in certificates]
        if ours not in theirs:
            raise BadCertificate(
                f"The key {self.key} does not belong to the certificate {self.certificate}. "
                "Give the two that were made together."
            )
        if ours != theirs[0]:
            raise BadCertificate(
                f"The certificates in {self.certificate} are in the wrong order: the server's own comes "
                "first, then those that lead to its authority."
            )

    def _check_order(self, certificates: "list[x509.Certificate]") -> None:
        for one, next_one in pairwise(certificates):
            if one.issuer != next_one.subject:
                raise BadCertificate(
                    f"The certificates in {self.certificate} are in the wrong order: after “"
                    f"{one.subject.rfc4514_string()}” must come the one that signed it, "
                    f"“{one.issuer.rfc4514_string()}”."
                )

    def _check_time(self, certificate: "x509.Certificate", now: datetime) -> None:
        ends, begins = certificate.not_valid_after_utc, certificate.not_valid_before_utc
        if now > ends:
            raise BadCertificate(
                f"The certificate {self.certificate} expired on {ends:%Y-%m-%d}. "
                "Renew it, or run `itdesk server certificate` again where that made it."
            )
        if now < begins:
            raise BadCertificate(
                f"The certificate {self.certificate} is not valid before {begins:%Y-%m-%d %H:%M} UTC. "
                "Look at this computer's clock."
            )


def _read(file: Path, what: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadCertificate(f"The {what} {file} cannot be read: {error.strerror}.") from error


def _public_key(file: Path, pem: bytes) -> bytes:
    """Return the public half of a private key. Raises BadCertificate."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        return _public_bytes(load_pem_private_key(pem, password=None).public_key())
    except TypeError as error:
        raise BadCertificate(
            f"The key {file} is locked by a password. Give one without: nobody is there to type it in."
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BadCertificate(
            f"The file {file} holds no private key that can be read. It must be PEM and begin with "
            "-----BEGIN PRIVATE KEY----- or the like."
        ) from error


def _public_bytes(key: object) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    raw: bytes = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[attr-defined]
    return raw
