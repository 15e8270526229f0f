"""Why there is no network: adapter, address, router, then the way to the server."""

from collections.abc import Iterator
from ipaddress import ip_address

from itdesk.diagnostics.checks.finding import Finding
from itdesk.diagnostics.checks.judging import Judged, conclude, failed, passed, skipped, unknown
from itdesk.diagnostics.checks.reading import (
    FactsDocument,
    Values,
    names,
    number,
    rows,
    text,
    texts,
    truth,
    values,
)
from itdesk.diagnostics.checks.server_way import judge_way, server_reached

PROBES = ("network", "adapters", "wireless", "gateway", "server")
LOOPBACK = ("lo", "lo0", "loopback")


def check_network(facts: FactsDocument) -> Finding:
    """Return where the network ends."""
    return conclude("network", [_adapter(facts), _address(facts), _gateway(facts), *judge_way(facts)])


def _adapter(facts: FactsDocument) -> Judged:
    listed = _adapters(facts)
    network = values(facts, "network")
    if listed is None:
        return (
            passed("adapter", text(network, "interface"))
            if truth(network, "connected")
            else unknown("adapter")
        )
    up = [adapter for adapter in listed if truth(adapter, "up")]
    if up:
        return passed("adapter", names(up))
    if any(truth(adapter, "up") is None for adapter in listed):
        return unknown("adapter")
    if truth(values(facts, "wireless"), "switched_off"):
        return failed("adapter", "wifi_off", is_fault=True)
    return failed("adapter", "no_adapter", detail=names(listed), is_fault=True)


def _adapters(facts: FactsDocument) -> list[Values] | None:
    """Return the adapters that lead out of this computer."""
    listed = rows(values(facts, "adapters"), "adapters")
    if listed is None:
        return None
    return [row for row in listed if not _is_loopback(text(row, "name").lower())]


def _is_loopback(name: str) -> bool:
    return name in LOOPBACK or name.startswith("loopback ")


def _address(facts: FactsDocument) -> Judged:
    """Judge the addresses of the adapter in use, or of all that are up where none is known to be."""
    network, listed = values(facts, "network"), _adapters(facts)
    own = _addresses(network)
    if not own:
        up = [adapter for adapter in listed or [] if truth(adapter, "up") is not False]
        if not any("ipv4" in adapter or "ipv6" in adapter for adapter in up):
            return unknown("address")
        own = [address for adapter in up for address in _addresses(adapter)]
    usable = list(_usable(own))
    if usable:
        return passed("address", ", ".join(usable[:2]))
    assigned_by_itself = any(item.startswith("169.254.") for item in own)
    verdict = "self_assigned" if assigned_by_itself else "no_address"
    return failed("address", verdict, detail=", ".join(own[:2]), is_fault=not server_reached(facts))


def _addresses(told: Values) -> list[str]:
    return [*texts(told, "ipv4"), *texts(told, "ipv6")]


def _usable(listed: list[str]) -> Iterator[str]:
    for item in listed:
        try:
            address = ip_address(item.partition("%")[0].partition("/")[0])
        except ValueError:
            continue
        if not (address.is_link_local or address.is_loopback or address.is_unspecified):
            yield item


def _gateway(facts: FactsDocument) -> Judged:
    """Judge the router. A server that was reached without it makes its silence a hint."""
    network, asked = values(facts, "network"), values(facts, "gateway")
    reached = server_reached(facts)
    address = text(asked, "address") or text(network, "gateway")
    answered = truth(asked, "answered")
    if answered is not None and address:
        if answered:
            ms = number(asked, "ms")
            return passed("gateway", address, None if ms is None else round(ms))
        return failed("gateway", "router_silent", address, address, is_fault=not reached)
    if not address and truth(network, "connected") is False:
        return failed("gateway", "no_router", is_fault=not reached)
    return skipped("gateway", address) if reached else unknown("gateway", address)
