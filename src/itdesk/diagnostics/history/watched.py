"""What the history looks at: of a few probes, the fields that tell a change of the computer and of nobody."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from itdesk.diagnostics.anywhere.displays import displays_probe
from itdesk.diagnostics.base import Field, Probe

WATCHED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "operating_system": dict.fromkeys(("name", "version", "edition", "build", "architecture"), ()),
    "boot": dict.fromkeys(("booted_at", "pending_restart"), ()),
    "network": dict.fromkeys(("connected", "level", "kind", "vpn", "proxy"), ()),
    "memory": {"used_percent": ()},
    "disks": {"disks": ("mount", "used_percent", "error")},
    "software": {"programs": ("name", "version")},
    "graphics": {"adapters": ("name", "driver", "driver_version")},
    "printers": {"service": (), "default": (), "printers": ("name", "driver", "port", "state")},
    "updates": {"installed": ("name", "at"), "failed": ("name", "at", "code")},
    "security": {"antivirus": ("name", "enabled"), "firewall": (), "disk_encrypted": (), "secure_boot": ()},
    "faulty_devices": {"devices": ("name", "problem", "driver_version"), "services": ()},
    "crashes": {"crashes": ("program", "version", "at", "module", "code")},
    "displays": {"displays": ("name", "width_px", "height_px", "scale", "refresh_hz", "is_primary")},
}
"""By probe and field, of tables the columns. No addresses, no names of people or networks."""
NOTED = frozenset({"displays"})
"""Probes whose values come from outside, because only the desktop knows them."""
MAY_BE_EMPTY = {"network": ("proxy",), "printers": ("default",)}
"""Texts that a probe does not tell where there is no such thing: its coming and going are changes."""


def watched(probes: Iterable[Probe]) -> dict[str, Probe]:
    """Return the watched ones by name, cut down to their watched fields; `displays` are always among them."""
    given = {probe.name: probe for probe in probes} | {"displays": displays_probe(dict)}
    return {
        name: replace(given[name], fields=tuple(_kept(given[name].fields, fields)))
        for name, fields in WATCHED.items()
        if name in given
    }


def filled(name: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return a probe's values with an empty text for each thing that there may not be."""
    return {**dict.fromkeys(MAY_BE_EMPTY.get(name, ()), ""), **values}


def _kept(fields: Iterable[Field], names: Mapping[str, tuple[str, ...]]) -> Iterator[Field]:
    for field in fields:
        if field.name in names:
            columns = (column for column in field.columns if column.name in names[field.name])
            yield replace(field, columns=tuple(columns))
