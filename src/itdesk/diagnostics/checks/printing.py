"""Why nothing prints: the service, a printer, the default, its state, its queue."""

from itdesk.diagnostics.checks.finding import Finding
from itdesk.diagnostics.checks.judging import Judged, conclude, failed, passed, skipped, unknown
from itdesk.diagnostics.checks.reading import (
    FactsDocument,
    Values,
    names,
    number,
    rows,
    text,
    values,
)

PROBES = ("printers",)
BROKEN = {"stopped": "queue_stopped", "offline": "offline", "error": "printer_error"}
WORKING = ("ready", "printing")


def check_printing(facts: FactsDocument) -> Finding:
    """Return why nothing comes out of the printer."""
    told = values(facts, "printers")
    return conclude("printing", [_service(told), _exists(told), _default(told), _state(told), _queue(told)])


def _service(told: Values) -> Judged:
    match text(told, "service"):
        case "running":
            return passed("service")
        case "stopped":
            return failed("service", "service_stopped", is_fault=True)
    return unknown("service")


def _exists(told: Values) -> Judged:
    printers = rows(told, "printers")
    if printers is None:
        return unknown("exists")
    if not printers:
        return failed("exists", "no_printer", is_fault=True)
    if all(text(printer, "port") == "virtual" for printer in printers):
        return failed("exists", "only_virtual", detail=names(printers), is_fault=True)
    return passed("exists", names(printers))


def _default(told: Values) -> Judged:
    printers, default = rows(told, "printers"), text(told, "default")
    if not printers:
        return unknown("default") if printers is None else skipped("default")
    if not default:
        return failed("default", "no_default", is_fault=False)
    if all(text(printer, "name") != default for printer in printers):
        return failed("default", "default_missing", default, default, is_fault=False)
    return passed("default", default)


def _state(told: Values) -> Judged:
    printers = _default_first(told)
    if not printers:
        return skipped("state") if printers is not None else unknown("state")
    for printer in printers:
        verdict = BROKEN.get(text(printer, "state"))
        if verdict is not None:
            subject, reason = text(printer, "name"), text(printer, "reason")
            return failed("state", verdict, subject, reason, is_fault=_matters(printer, told))
    if any(text(printer, "state") not in WORKING for printer in printers):
        return unknown("state")
    return passed("state")


def _queue(told: Values) -> Judged:
    """Judge what waits. Behind a printer that prints something may wait; nothing else explains it."""
    printers = _default_first(told)
    if not printers:
        return skipped("queue") if printers is not None else unknown("queue")
    for printer in printers:
        if number(printer, "waiting", least=1) and text(printer, "state") != "printing":
            subject, count = text(printer, "name"), str(round(number(printer, "waiting") or 0))
            return failed("queue", "documents_wait", subject, count, is_fault=_matters(printer, told))
    if any(number(printer, "waiting") is None for printer in printers):
        return unknown("queue")
    return passed("queue")


def _default_first(told: Values) -> list[Values] | None:
    printers = rows(told, "printers")
    if printers is None:
        return None
    return sorted(printers, key=lambda printer: text(printer, "name") != text(told, "default"))


def _matters(printer: Values, told: Values) -> bool:
    """Return whether it is the printer that she most likely means: old ones stay set up for ever."""
    printers = rows(told, "printers") or []
    default = text(told, "default")
    has_default = any(text(other, "name") == default for other in printers)
    return text(printer, "name") == default if has_default else True
