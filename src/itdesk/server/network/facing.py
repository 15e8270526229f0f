"""How one server is reached: by TLS or through proxies, at which address, under which names."""

import ipaddress
import ssl
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from itdesk.server.network.errors import BadAddress, Unprotected
from itdesk.server.network.proxies import Proxies


@dataclass(frozen=True, kw_only=True)
class Facing:
    """What is configured, never what a request says.

    `base_url`: where people and programs reach the server, without a slash at the end; empty when nobody
    said. `hosts`: the names and addresses in Host that are answered; empty: all.
    """

    tls: ssl.SSLContext | None = None
    proxies: Proxies = field(default_factory=Proxies)
    base_url: str = ""
    hosts: frozenset[str] = frozenset()
    insecure_http: bool = False

    @property
    def scheme(self) -> str:
        """How the socket itself is spoken to."""
        return "https" if self.tls is not None else "http"

    @property
    def only_through_proxies(self) -> bool:
        """Return whether plain HTTP is open for proxies alone."""
        return self.tls is None and bool(self.proxies) and not self.insecure_http

    def check_bound(self, address: str) -> None:
        """Raise Unprotected when passwords would cross the network in the clear. `address`: of the socket."""
        if self.tls is None and not self.proxies and not self.insecure_http and not is_loopback(address):
            raise Unprotected(
                f"At {address} passwords and tickets would cross the network unprotected. Give --tls-cert "
                "and --tls-key (`itdesk server certificate` makes them), or declare the proxy that speaks "
                "TLS by --trusted-proxy, or listen on 127.0.0.1, or insist with --insecure-http."
            )


ALONE = Facing()
"""Nothing declared: for loopback, and for tests."""


def base_url_of(text: str) -> str:
    """Return a base address as it is told everywhere. Raises BadAddress when it is none."""
    parts = _parts(text.strip())
    if parts is None:
        raise BadAddress(
            f"“{text}” is no base address. It looks like https://help.example.com, without a path behind it."
        )
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _parts(text: str) -> SplitResult | None:
    """Return the parts of an address of a server; None when it is none, or more than that."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    whole = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    spare = parts.path not in ("", "/") or parts.query or parts.fragment
    printable = text.isprintable() and " " not in text and "\\" not in text
    return parts if whole and printable and not spare else None


def hosts_of(allowed: tuple[str, ...], base_url: str) -> frozenset[str]:
    """Return the names that are answered: those that are allowed and the base address's own."""
    own = (urlsplit(base_url).hostname or "",) if base_url else ()
    return frozenset(name for name in (host_name(one) for one in (*allowed, *own)) if name)


def host_name(host: str) -> str:
    """Return the name in a Host header, without its port, in small letters; IPv6 without brackets."""
    given = host.strip().lower()
    if given.startswith("["):
        return given[1:].partition("]")[0]
    return given.rstrip(".") if given.count(":") > 1 else given.partition(":")[0].rstrip(".")


def is_loopback(address: str) -> bool:
    """Return whether only programs on this computer reach `address`."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback
