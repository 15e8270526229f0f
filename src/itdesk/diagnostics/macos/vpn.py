"""The VPN connections that macOS knows, by scutil; not those of programs with tunnels of their own."""

from itdesk.diagnostics.command import ask_tool

COMMAND = ("/usr/sbin/scutil", "--nc", "list")
LIMIT_S = 1.0
LINE_CHARS = 500
STATES = {
    "Connected": "connected",
    "Connecting": "connecting",
    "Disconnecting": "connecting",
    "Disconnected": "disconnected",
}
MODEM = "PPP:Modem"


def read() -> dict[str, object]:
    """Return the VPN connections. Raises NotAvailable."""
    return {"connections": parse_connections(ask_tool(COMMAND, limit_s=LIMIT_S))}


def parse_connections(printed: str) -> list[dict[str, object]]:
    """Return the connections of `scutil --nc list`, a line each: * (State) id kind "Name" [Kind:detail]."""
    rows = (_connection(line[:LINE_CHARS].strip()) for line in printed.splitlines())
    return [row for row in rows if row]


def _connection(line: str) -> dict[str, object]:
    state, closed, rest = line.removeprefix("*").strip().partition(")")
    before, opened, kind = rest.rstrip("]").rpartition("[")
    name = before.partition('"')[2].rpartition('"')[0]
    if not (closed and opened and name) or not state.startswith("(") or kind == MODEM:
        return {}
    row = {"name": name, "type": _kind(kind), "state": STATES.get(state[1:].strip(), "")}
    return {field: value for field, value in row.items() if value}


def _kind(kind: str) -> str:
    """Return "L2TP" of "PPP:L2TP", "com.wireguard.macos" of "VPN:com.wireguard.macos"."""
    return (kind.partition(":")[2] or kind).strip()
