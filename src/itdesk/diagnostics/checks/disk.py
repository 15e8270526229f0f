"""What is wrong with the disks: room, health, what could not be read."""

from collections.abc import Sequence

from itdesk.diagnostics.checks.finding import Finding
from itdesk.diagnostics.checks.judging import Judged, conclude, failed, passed, unknown
from itdesk.diagnostics.checks.reading import FactsDocument, Values, number, percent, rows, text, values

PROBES = ("disks", "disk_health")
FULL_PERCENT = 95
NEARLY_FULL_PERCENT = 90
WORN_PERCENT = 100
DYING = {"failing": "failing", "warning": "warns"}


def check_disk(facts: FactsDocument) -> Finding:
    """Return what is wrong with the disks, the worst first."""
    places = rows(values(facts, "disks"), "disks")
    devices = rows(values(facts, "disk_health"), "disks")
    return conclude("disk", [_health(devices), _space(places), _errors(places, devices)])


def _space(places: Sequence[Values] | None) -> Judged:
    shares = [(percent(place, "used_percent"), text(place, "mount")) for place in places or []]
    share, mount = max(((share, mount) for share, mount in shares if share is not None), default=(None, ""))
    if share is None:
        return unknown("space")
    detail = f"{mount} {round(share)} %"
    if share >= FULL_PERCENT:
        return failed("space", "full", mount, detail, is_fault=True)
    if share >= NEARLY_FULL_PERCENT:
        return failed("space", "nearly_full", mount, detail, is_fault=False)
    return unknown("space", detail) if any(share is None for share, _ in shares) else passed("space", detail)


def _health(devices: Sequence[Values] | None) -> Judged:
    """Judge what the disks say of themselves; one that keeps silent leaves it open."""
    for word, verdict in DYING.items():
        for device in devices or []:
            if text(device, "health") == word:
                return failed("health", verdict, _called(device), is_fault=True)
    for device in devices or []:
        worn = percent(device, "wear_percent", most=255)
        if worn is not None and worn >= WORN_PERCENT:
            return failed("health", "worn", _called(device), f"{round(worn)} %", is_fault=False)
    if devices and all(text(device, "health") == "ok" for device in devices):
        return passed("health")
    return unknown("health")


def _errors(places: Sequence[Values] | None, devices: Sequence[Values] | None) -> Judged:
    for place in places or []:
        if error := text(place, "error"):
            return failed("errors", "unreadable", text(place, "mount"), error, is_fault=False)
    replaced = [(number(device, "reallocated"), device) for device in devices or []]
    for count, device in replaced:
        if count:
            return failed("errors", "sectors_replaced", _called(device), str(round(count)), is_fault=False)
    # NVMe disks count nothing of the kind: what they say of their health has to do.
    if places and replaced and all(count == 0 or text(disk, "health") == "ok" for count, disk in replaced):
        return passed("errors")
    return unknown("errors")


def _called(device: Values) -> str:
    return text(device, "model") or text(device, "name")
