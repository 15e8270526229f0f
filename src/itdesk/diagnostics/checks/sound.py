"""Why there is no sound: the service, then speakers and microphone: there, chosen, not muted, loud enough."""

from collections.abc import Iterator
from dataclasses import dataclass

from itdesk.diagnostics.checks.finding import Finding
from itdesk.diagnostics.checks.judging import Judged, conclude, failed, passed, skipped, unknown
from itdesk.diagnostics.checks.reading import FactsDocument, Values, names, percent, rows, text, truth, values

PROBES = ("sound",)
QUIET_PERCENT = 5
LOUDEST_PERCENT = 200


@dataclass(frozen=True)
class _Side:
    """One direction: `table` is its field, `prefix` that of its steps; a missing microphone may be right."""

    table: str
    prefix: str
    is_needed: bool


SPEAKERS = _Side("outputs", "output", is_needed=True)
MICROPHONES = _Side("inputs", "input", is_needed=False)


def check_sound(facts: FactsDocument) -> Finding:
    """Return why nothing is heard."""
    told = values(facts, "sound")
    judged = [_service(told), *_side(told, SPEAKERS), *_side(told, MICROPHONES), _allowed(told)]
    return conclude("sound", judged)


def _service(told: Values) -> Judged:
    match text(told, "service"):
        case "running":
            return passed("service")
        case "stopped":
            return failed("service", "service_stopped", is_fault=True)
    return unknown("service")


def _side(told: Values, side: _Side) -> Iterator[Judged]:
    devices = rows(told, side.table)
    prefix = side.prefix
    later = (f"{prefix}_default", f"{prefix}_muted", f"{prefix}_volume")
    if devices is None:
        yield from map(unknown, (prefix, *later))
    elif not devices:
        yield failed(prefix, f"no_{prefix}", is_fault=side.is_needed)
        yield from map(skipped, later)
    else:
        yield passed(prefix, names(devices))
        yield _default(devices, prefix)
        yield _muted(_in_use(devices), prefix)
        yield _volume(_in_use(devices), prefix)


def _in_use(devices: list[Values]) -> Values:
    """Return the device that is used, nothing where that is not known."""
    chosen = [device for device in devices if truth(device, "is_default")]
    return chosen[0] if chosen else devices[0] if len(devices) == 1 else {}


def _default(devices: list[Values], prefix: str) -> Judged:
    name = f"{prefix}_default"
    chosen = [device for device in devices if truth(device, "is_default")]
    if chosen:
        return passed(name, names(chosen))
    if any(truth(device, "is_default") is None for device in devices):
        return unknown(name)
    return failed(name, f"no_default_{prefix}", is_fault=False)


def _muted(device: Values, prefix: str) -> Judged:
    name, muted = f"{prefix}_muted", truth(device, "muted")
    if muted is None:
        return unknown(name)
    return failed(name, name, text(device, "name"), is_fault=True) if muted else passed(name)


def _volume(device: Values, prefix: str) -> Judged:
    name, volume = f"{prefix}_volume", percent(device, "volume_percent", most=LOUDEST_PERCENT)
    if volume is None:
        return unknown(name)
    detail = f"{round(volume)} %"
    if volume <= QUIET_PERCENT:
        return failed(name, f"{prefix}_quiet", text(device, "name"), detail, is_fault=True)
    return passed(name, detail)


def _allowed(told: Values) -> Judged:
    allowed = truth(told, "microphone_allowed")
    if allowed is None:
        return unknown("input_allowed")
    return passed("input_allowed") if allowed else failed("input_allowed", "input_blocked", is_fault=True)
