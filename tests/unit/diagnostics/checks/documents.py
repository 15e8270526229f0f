"""Documents of facts: a healthy computer, and whatever Hypothesis makes of what the probes declare."""

from collections.abc import Mapping

from hypothesis import strategies as st

from itdesk.diagnostics.anywhere import (
    adapters,
    boot,
    busiest,
    disk_health,
    disks,
    gateway,
    memory,
    network,
    printers,
    server,
    sound,
    vpn,
    wireless,
)
from itdesk.diagnostics.base import Field, Kind

Facts = dict[str, Mapping[str, object]]
Strategy = st.SearchStrategy[object]

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "adapters": adapters.FIELDS,
    "boot": boot.FIELDS,
    "busiest": busiest.FIELDS,
    "disk_health": disk_health.FIELDS,
    "disks": disks.FIELDS,
    "gateway": gateway.FIELDS,
    "memory": memory.FIELDS,
    "network": network.FIELDS,
    "printers": printers.FIELDS,
    "server": server.FIELDS,
    "sound": sound.FIELDS,
    "vpn": vpn.FIELDS,
    "wireless": wireless.FIELDS,
}
GIB = 2**30
PRINTER = {"name": "HP", "port": "network", "state": "ready", "waiting": 0}
SPEAKER = {"name": "Speakers", "is_default": True, "muted": False, "volume_percent": 60}
MICROPHONE = {"name": "Headset", "is_default": True, "muted": False, "volume_percent": 80}
WAY = [
    {"name": "dns", "outcome": "passed", "ms": 3, "reason": "192.0.2.7"},
    {"name": "tcp", "outcome": "passed", "ms": 11},
    {"name": "proxy", "outcome": "skipped", "ms": 0, "reason": "no proxy"},
    {"name": "tls", "outcome": "passed", "ms": 30},
    {"name": "server", "outcome": "passed", "ms": 60},
]
HEALTHY: Facts = {
    "network": {
        "connected": True,
        "interface": "eth0",
        "ipv4": ["192.168.1.20"],
        "gateway": "192.168.1.1",
        "vpn": True,
    },
    "adapters": {
        "adapters": [
            {"name": "lo", "up": True, "ipv4": ["127.0.0.1"]},
            {"name": "eth0", "up": True, "ipv4": ["192.168.1.20"]},
            {"name": "wlan0", "up": False},
        ]
    },
    "wireless": {"connected": False, "switched_off": False},
    "gateway": {"address": "192.168.1.1", "answered": True, "by": "ping", "ms": 1.4},
    "server": {"address": "https://helpdesk.example", "reached": True, "steps": WAY},
    "vpn": {"connections": [{"name": "Office", "state": "connected"}]},
    "printers": {"service": "running", "default": "HP", "printers": [PRINTER]},
    "disks": {"disks": [{"mount": "/", "used_percent": 40.0}]},
    "disk_health": {"disks": [{"name": "sda", "health": "ok", "reallocated": 0}]},
    "memory": {
        "total_bytes": 8 * GIB,
        "used_percent": 50,
        "swap_total_bytes": GIB,
        "swap_used_bytes": 0,
    },
    "busiest": {"by_memory": [{"name": "firefox", "bytes": GIB}]},
    "boot": {"uptime_s": 3600, "pending_restart": False},
    "sound": {
        "service": "running",
        "outputs": [SPEAKER],
        "inputs": [MICROPHONE],
        "cameras": [{"name": "Webcam", "in_use": False}],
        "camera_allowed": True,
        "microphone_allowed": True,
    },
}


def way_until(name: str) -> list[dict[str, object]]:
    """Return the steps of a way that ends at the step `name`."""
    order = [str(step["name"]) for step in WAY]
    return [*WAY[: order.index(name)], {"name": name, "outcome": "failed", "ms": 7, "reason": "why"}]


def unreached(name: str, cause: str) -> Mapping[str, object]:
    """Return what the probe "server" says of a way that ends at `name`."""
    return {"address": "a", "reached": False, "failed_at": cause, "steps": way_until(name)}


ADDRESSES = st.sampled_from(
    ["10.0.0.7", "169.254.3.4", "fe80::1%eth0", "fd00::7", "::1", "127.0.0.1", "x", ""]
)
NAMES = st.sampled_from(["lo", "eth0", "HP", "HP LaserJet", "?", "", "{subject}", "a\nb", "x" * 400])
STEPS = st.sampled_from(["dns", "tcp", "proxy", "tls", "server", "other"])


def valid(field: Field) -> Strategy:
    """Return what a field may hold."""
    match field.kind:
        case Kind.TRUTH:
            return st.booleans()
        case Kind.NUMBER:
            least = field.least if field.least is not None else -1e6
            most = field.most if field.most is not None else 1e12
            return (
                st.integers(int(least), int(most)) | st.floats(least, most) | st.sampled_from([least, most])
            )
        case Kind.TEXTS:
            return st.lists(ADDRESSES, max_size=3)
        case Kind.TABLE:
            return st.lists(group(field.columns), max_size=3)
    if field.choices:
        return st.sampled_from(field.choices)
    return NAMES | st.text(max_size=5)


def group(fields: tuple[Field, ...]) -> Strategy:
    """Return values of some of the fields."""
    return st.fixed_dictionaries({}, optional={field.name: valid(field) for field in fields})


def probe(name: str) -> Strategy:
    """Return what a probe may say, or that it failed."""
    return group(FIELDS[name]) | st.just({"error": "It did not answer in time."})


def documents() -> "st.SearchStrategy[dict[str, object]]":
    """Return documents that some computer may have made: as declared, healthy, or not there."""
    optional = {name: probe(name) | st.just(HEALTHY[name]) for name in FIELDS}
    return st.fixed_dictionaries({}, optional=optional)


WORDS = sorted(
    {"implausible", "error"}
    | {field.name for fields in FIELDS.values() for field in fields}
    | {column.name for fields in FIELDS.values() for field in fields for column in field.columns}
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | ADDRESSES | STEPS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=25,
)


def hostile() -> "st.SearchStrategy[dict[str, object]]":
    """Return documents that nobody should have made, in which the right names hold wrong things."""
    told = st.dictionaries(st.sampled_from(WORDS), JUNK, max_size=6)
    return st.dictionaries(st.sampled_from([*FIELDS]), told | JUNK, max_size=6)
