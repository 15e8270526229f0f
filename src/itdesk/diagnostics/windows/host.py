"""The domain that this Windows belongs to, by the registry."""

from itdesk.diagnostics.windows.registry import Registry, text

KEY = r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters"


def read_domain(registry: Registry) -> str:
    """Return the domain joined, or the one that the network gives; "" without one."""
    return text(registry, KEY, "Domain") or text(registry, KEY, "DhcpDomain")
