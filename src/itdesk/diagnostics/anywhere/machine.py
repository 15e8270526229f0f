"""Which model of computer this is."""

from collections.abc import Callable, Mapping

from itdesk.diagnostics.base import Field, NotAvailable, Privacy, Probe

FIELDS = (
    Field(name="manufacturer", description="Manufacturer"),
    Field(name="model", description="Model"),
    Field(
        name="chassis",
        description="Kind of computer",
        choices=("desktop", "laptop", "server", "handheld", "all in one", "tablet", "virtual"),
    ),
    Field(name="serial", description="Serial number", privacy=Privacy.MACHINE),
    Field(name="asset_tag", description="Inventory number", privacy=Privacy.MACHINE),
)
PLACEHOLDERS = frozenset(
    {
        "to be filled by o.e.m.", "default string", "system serial number", "system manufacturer", "none",
        "system product name", "not specified", "not applicable", "unknown", "no asset tag", "0", "o.e.m.",
        "chassis serial number", "asset-1234567890", "no asset information", "invalid", "n/a", "empty",
    }
)  # fmt: skip
DESKTOP, LAPTOP, SERVER = "desktop", "laptop", "server"
CHASSIS = {
    **dict.fromkeys((3, 4, 5, 6, 7, 15, 16, 35, 36), DESKTOP),
    **dict.fromkeys((8, 9, 10, 14, 31, 32), LAPTOP),
    **dict.fromkeys((17, 23, 28, 29), SERVER),
    11: "handheld",
    13: "all in one",
    30: "tablet",
}
VIRTUAL = ("qemu", "vmware", "virtualbox", "innotek", "xen", "kvm", "bochs", "parallels", "virtual machine")


def machine_probe(read: Callable[[], Mapping[str, object]], limit_s: float = 1.0) -> Probe:
    """Return the probe; `read` says what the firmware tells on this platform."""
    return Probe(
        name="machine",
        why="Faults, spare parts and the warranty depend on the model.",
        fields=FIELDS,
        measure=lambda: tidy(read()),
        limit_s=limit_s,
    )


def tidy(told: Mapping[str, object]) -> dict[str, object]:
    """Return `told` without what makers leave unfilled. Raises NotAvailable when nothing remains."""
    known = {name: value for name, value in told.items() if value and not _is_placeholder(str(value))}
    if not known:
        raise NotAvailable("The firmware does not tell the model.")
    words = f"{known.get('manufacturer', '')} {known.get('model', '')}".lower()
    if any(word in words for word in VIRTUAL):
        known["chassis"] = "virtual"
    return known


def chassis_word(number: int) -> str | None:
    """Return the kind of computer by SMBIOS's number of the enclosure, None for "other"."""
    return CHASSIS.get(number & 0x7F)  # the top bit only says that it can be locked


def _is_placeholder(value: str) -> bool:
    word = value.strip().lower()
    return word in PLACEHOLDERS or not word.strip("0x. -")
