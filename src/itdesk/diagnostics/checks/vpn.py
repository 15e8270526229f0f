"""Why the VPN does not work: the network below it, a VPN at all, its state, the server behind it."""

from itdesk.diagnostics.checks.finding import Finding
from itdesk.diagnostics.checks.judging import Judged, conclude, failed, passed, unknown
from itdesk.diagnostics.checks.reading import FactsDocument, names, rows, text, truth, values
from itdesk.diagnostics.checks.server_way import server_reached

PROBES = ("network", "vpn", "server")


def check_vpn(facts: FactsDocument) -> Finding:
    """Return at which step the VPN ends."""
    return conclude("vpn", [_network(facts), _set_up(facts), _connected(facts), _server(facts)])


def _network(facts: FactsDocument) -> Judged:
    connected = truth(values(facts, "network"), "connected")
    if connected is None:
        return unknown("network")
    return passed("network") if connected else failed("network", "no_network", is_fault=True)


def _is_up(facts: FactsDocument) -> bool | None:
    """Return whether traffic goes through some VPN, also through one that no list names."""
    return truth(values(facts, "network"), "vpn")


def _set_up(facts: FactsDocument) -> Judged:
    listed = rows(values(facts, "vpn"), "connections")
    if listed or _is_up(facts):
        return passed("set_up", names(listed or []))
    return unknown("set_up") if listed is None else failed("set_up", "none", is_fault=True)


def _connected(facts: FactsDocument) -> Judged:
    listed = rows(values(facts, "vpn"), "connections") or []
    states = {text(row, "state") for row in listed}
    if "connected" in states or _is_up(facts):
        return passed("connected", names([row for row in listed if text(row, "state") == "connected"]))
    if "connecting" in states:
        return failed("connected", "connecting", is_fault=False)
    if _is_up(facts) is False or (listed and states == {"disconnected"}):
        return failed("connected", "disconnected", detail=names(listed), is_fault=True)
    return unknown("connected")


def _server(facts: FactsDocument) -> Judged:
    reached = server_reached(facts)
    if reached is None:
        return unknown("server")
    return passed("server") if reached else failed("server", "server_unreached", is_fault=True)
