"""Routes and neighbours, out of the tables that iphlpapi.dll hands over (netioapi.h)."""

import ipaddress
import struct
import sys
from collections.abc import Callable, Iterator
from typing import Any

from itdesk.diagnostics.base import NotAvailable

HEADER_BYTES = 8
# MIB_IPFORWARD_ROW2: adapter, its index, destination, length of its prefix, next hop, …, metric, …
ROUTE = struct.Struct("<Q I 28s B3x 28s B3x II I 16x")
# MIB_IPNET_ROW2: address, index of the adapter, adapter, hardware address, its length, state, …
NEIGHBOUR = struct.Struct("<28s I Q 32s I I 8x")
IPV4, IPV6 = 2, 23
UNREACHABLE, INCOMPLETE = 0, 1
MOST_ROWS = 4096
NameOf = Callable[[int], str]
"""Returns the name of the adapter with this LUID."""
Row = dict[str, object]


def parse_routes(table: bytes, name_of: NameOf) -> list[Row]:
    """Return the routes that lead out of this computer, the whole way out first."""
    found = []
    for adapter, _, target, length, hop, _, _, _, metric in _rows(table, ROUTE):
        destination, gateway = address(target), address(hop)
        if destination is None or not _leads_out(destination, length):
            continue
        is_direct = gateway is None or gateway.is_unspecified
        found.append(
            {
                "destination": f"{destination}/{length}",
                "gateway": "" if is_direct else str(gateway),
                "interface": name_of(adapter),
                "metric": metric,
            }
        )
    return sorted(found, key=lambda row: int(str(row["destination"]).rpartition("/")[2]))


def parse_neighbours(table: bytes, name_of: NameOf) -> list[Row]:
    """Return the computers that this one has spoken to lately in its own network."""
    found = []
    for place, _, adapter, hardware, length, state in _rows(table, NEIGHBOUR):
        told = address(place)
        mac = hardware[: min(length, 32)]
        is_real = any(mac) and not mac[0] & 1 and state not in {UNREACHABLE, INCOMPLETE}
        if told is not None and not told.is_multicast and is_real:
            found.append({"address": str(told), "mac": mac.hex(":"), "interface": name_of(adapter)})
    return found


def address(place: bytes) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address of a SOCKADDR_INET, None when it is of another family."""
    family = int.from_bytes(place[:2], "little")
    if family == IPV4 and len(place) >= 8:
        return ipaddress.IPv4Address(place[4:8])
    return ipaddress.IPv6Address(place[8:24]) if family == IPV6 and len(place) >= 24 else None


def _leads_out(destination: ipaddress.IPv4Address | ipaddress.IPv6Address, length: int) -> bool:
    """Return whether a route is more than an address of this computer, a broadcast or a multicast."""
    if not 0 <= length <= destination.max_prefixlen:
        return False
    is_one = length == destination.max_prefixlen
    is_own = destination.is_loopback or destination.is_multicast or destination.is_link_local
    return not is_one and not is_own


def _rows(table: bytes, row: struct.Struct) -> Iterator[tuple[Any, ...]]:
    count = min(int.from_bytes(table[:4], "little"), (len(table) - HEADER_BYTES) // row.size, MOST_ROWS)
    for index in range(max(count, 0)):
        yield row.unpack_from(table, HEADER_BYTES + index * row.size)


def read_routes() -> list[Row]:
    """Return this computer's routes. Raises NotAvailable."""
    return [
        row
        for table in _tables("GetIpForwardTable2", ROUTE.size)
        for row in parse_routes(table, adapter_name)
    ]


def read_neighbours() -> list[Row]:
    """Return this computer's neighbours. Raises NotAvailable."""
    tables = _tables("GetIpNetTable2", NEIGHBOUR.size)
    return [row for table in tables for row in parse_neighbours(table, adapter_name)]


def _tables(function: str, row_bytes: int) -> list[bytes]:
    """Return the tables of both families, or of the one that this Windows has. Raises NotAvailable."""
    if sys.platform == "win32":
        told = [_table(function, family, row_bytes) for family in (IPV4, IPV6)]
        if any(told):
            return told
        raise NotAvailable("Windows does not tell its network tables.")
    raise NotAvailable("This is not Windows.")


if sys.platform == "win32":
    import ctypes

    def _table(function: str, family: int, row_bytes: int) -> bytes:
        library, found = ctypes.WinDLL("iphlpapi"), ctypes.c_void_p()
        if getattr(library, function)(family, ctypes.byref(found)) or not found.value:
            return b""
        count = min(ctypes.c_uint32.from_address(found.value).value, MOST_ROWS)
        content = ctypes.string_at(found.value, HEADER_BYTES + count * row_bytes)
        library.FreeMibTable(found)
        return content


def adapter_name(luid: int) -> str:
    """Return the name of an adapter as people see it, "" when it has none."""
    told = ""
    if sys.platform == "win32":
        name, key = ctypes.create_unicode_buffer(257), ctypes.c_uint64(luid)
        code = ctypes.WinDLL("iphlpapi").ConvertInterfaceLuidToAlias(ctypes.byref(key), name, 257)
        told = "" if code else name.value
    return told
