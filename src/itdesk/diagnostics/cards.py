"""The facts in a few cards: plain values for the screen to word, nothing is translated here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from itdesk.diagnostics.facts import Facts

FULL_DISK_PERCENT = 95
FULL_MEMORY_PERCENT = 95

Values = Mapping[str, object]


@dataclass(frozen=True)
class Piece:
    """One thing to say. `key` names what it is ("free_bytes", "kind", …), `value` is as measured."""

    key: str
    value: object


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card. Switching it off leaves out all its `probes`.

    `key` names its title, `icon` its picture; `pieces` make its one line; `alarm` marks what is probably
    broken; `failed` is true when none of its probes could say anything.
    """

    key: str
    icon: str
    probes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    alarm: bool = False
    failed: bool = False


@dataclass(frozen=True)
class _Kind:
    key: str
    icon: str
    probes: tuple[str, ...]
    say: Callable[[Mapping[str, Values]], Iterator[Piece]]
    alarm: Callable[[Mapping[str, Values]], bool]


def make_cards(facts: Facts) -> tuple[Card, ...]:
    """Return the cards for what is in `facts`; every probe belongs to exactly one card.

    Probes that no card knows share a last one, "other": nothing is sent that is not shown.
    """
    kinds = [kind for kind in KINDS if any(name in facts.facts for name in kind.probes)]
    cards = [_make_card(kind, facts) for kind in kinds]
    known = {name for kind in KINDS for name in kind.probes}
    others = tuple(name for name in facts.facts if name not in known)
    if others:
        pieces = tuple(Piece("probe", name) for name in others)
        cards.append(
            Card(key="other", icon="more", probes=others, pieces=pieces, failed=_failed(others, facts))
        )
    return tuple(cards)


def _make_card(kind: _Kind, facts: Facts) -> Card:
    probes = tuple(name for name in kind.probes if name in facts.facts)
    said = {name: _good(facts.facts.get(name, {})) for name in kind.probes}
    return Card(
        key=kind.key,
        icon="wifi" if kind.key == "network" and said["network"].get("kind") == "wireless" else kind.icon,
        probes=probes,
        pieces=tuple(piece for piece in kind.say(said) if piece.value not in (None, "")),
        alarm=kind.alarm(said),
        failed=_failed(probes, facts),
    )


def _failed(probes: tuple[str, ...], facts: Facts) -> bool:
    return all("error" in facts.facts[name] for name in probes)


def _good(values: Values) -> Values:
    return {} if "error" in values else values


def _pick(values: Values, *names: str) -> Iterator[Piece]:
    for name in names:
        yield Piece(name, values.get(name))


def _computer(said: Mapping[str, Values]) -> Iterator[Piece]:
    yield Piece("name", said["host"].get("name"))
    yield from _pick(said["machine"], "manufacturer", "model")


def _system(said: Mapping[str, Values]) -> Iterator[Piece]:
    yield Piece("system", said["operating_system"].get("name"))
    yield Piece("version", said["operating_system"].get("version"))
    yield Piece("uptime_s", said["boot"].get("uptime_s"))
    if said["boot"].get("pending_restart") is True:
        yield Piece("pending_restart", value=True)


def _person(said: Mapping[str, Values]) -> Iterator[Piece]:
    yield Piece("login", said["session"].get("login"))
    yield Piece("session_kind", said["session"].get("kind"))


def _network(said: Mapping[str, Values]) -> Iterator[Piece]:
    network = said["network"]
    if network.get("connected") is False:
        yield Piece("connected", value=False)
    yield Piece("network_kind", network.get("kind"))
    addresses = network.get("ipv4") or network.get("ipv6")
    if isinstance(addresses, list | tuple):
        yield Piece("address", addresses[0])
    if network.get("vpn") is True:
        yield Piece("vpn", value=True)
    if said["server"].get("reached") is False:
        yield Piece("server_reached", value=False)


def _memory(said: Mapping[str, Values]) -> Iterator[Piece]:
    yield from _pick(said["memory"], "total_bytes", "used_percent")
    yield Piece("processor", said["processor"].get("model"))


def _disks(said: Mapping[str, Values]) -> Iterator[Piece]:
    for disk in _disk_list(said)[:2]:
        yield Piece("mount", disk.get("mount"))
        yield Piece("free_bytes", disk.get("free_bytes"))


def _disk_list(said: Mapping[str, Values]) -> list[Values]:
    disks = said["disks"].get("disks")
    return [disk for disk in disks if isinstance(disk, Mapping)] if isinstance(disks, list) else []


def _foreground(said: Mapping[str, Values]) -> Iterator[Piece]:
    yield Piece("application", said["foreground"].get("application"))


def _at_least(value: object, limit: float) -> bool:
    return isinstance(value, int | float) and value >= limit


def _some_disk_is_full(said: Mapping[str, Values]) -> bool:
    return any(_at_least(disk.get("used_percent"), FULL_DISK_PERCENT) for disk in _disk_list(said))


KINDS = (
    _Kind("computer", "computer", ("host", "machine", "device"), _computer, lambda _: False),
    _Kind(
        "system",
        "settings",
        ("operating_system", "boot"),
        _system,
        lambda said: said["boot"].get("pending_restart") is True,
    ),
    _Kind("person", "person", ("session",), _person, lambda _: False),
    _Kind(
        "network",
        "network",
        ("network", "server"),
        _network,
        lambda said: said["network"].get("connected") is False or said["server"].get("reached") is False,
    ),
    _Kind(
        "memory",
        "memory",
        ("memory", "processor"),
        _memory,
        lambda said: _at_least(said["memory"].get("used_percent"), FULL_MEMORY_PERCENT),
    ),
    _Kind("disks", "disk", ("disks",), _disks, _some_disk_is_full),
    _Kind("foreground", "app", ("foreground",), _foreground, lambda _: False),
)
