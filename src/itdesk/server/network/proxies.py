"""Proxies before the server: which are believed, and what they say about who asks."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from litestar.types import Scope

from itdesk.server.network.errors import BadAddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
FORWARDED_FOR, FORWARDED_PROTO = b"x-forwarded-for", b"x-forwarded-proto"


@dataclass(frozen=True)
class Proxies:
    """The networks of the declared proxies; nobody else's headers are read."""

    networks: tuple[Network, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.networks)

    def include(self, host: str | None) -> bool:
        """Return whether the other end of a connection is one of them."""
        address = _address(host or "")
        return address is not None and self._trusts(address)

    def client(self, peer: str, forwarded_for: str) -> str:
        """Return who asked the outermost proxy: the rightmost address that is no proxy of ours.

        Proxies add on the right; what stands left of the first stranger was written by that stranger. What is
        no address ends the walk: then the last proxy that is known is all that is known.
        """
        nearest = peer
        for entry in reversed(forwarded_for.split(",")):
            address = _address(entry)
            if address is None:
                return nearest
            nearest = str(address)
            if not self._trusts(address):
                return nearest
        return nearest

    def settle(self, scope: Scope) -> None:
        """Write into a request who asks, and by which scheme, when a proxy of ours brings it."""
        peer = scope["client"]
        if peer is None or not self.include(peer[0]):
            return
        if forwarded_for := _joined(scope, FORWARDED_FOR):
            scope["client"] = (self.client(peer[0], forwarded_for), 0)
        if (scheme := _joined(scope, FORWARDED_PROTO).strip().lower()) in ("http", "https"):
            scope["scheme"] = scheme

    def _trusts(self, address: Address) -> bool:
        return any(address in network for network in self.networks)


def proxies_of(declared: Sequence[str]) -> Proxies:
    """Return the proxies that are declared as addresses or networks. Raises BadAddress."""
    return Proxies(tuple(_network(text) for text in declared))


def _network(text: str) -> Network:
    try:
        network = ipaddress.ip_network(text.strip())
    except ValueError as error:
        raise BadAddress(
            f"“{text}” is no address of a proxy. Write 10.0.0.5, or a network like 10.0.0.0/24 or fd00::/64."
        ) from error
    if network.prefixlen == 0:
        raise BadAddress(f"“{text}” would believe everybody. Name the proxies' own addresses.")
    return network


def _joined(scope: Scope, name: bytes) -> str:
    return ",".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def _address(text: str) -> Address | None:
    """Return the address in one entry, which some proxies write with a port; None when there is none."""
    bare = text.strip().strip('"')
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
