"""Why the camera shows nothing: it is there, programs may use it, no other one does. Never which one."""

from itdesk.diagnostics.checks.finding import Finding
from itdesk.diagnostics.checks.judging import Judged, conclude, failed, passed, skipped, unknown
from itdesk.diagnostics.checks.reading import FactsDocument, Values, names, rows, text, truth, values

PROBES = ("sound",)


def check_camera(facts: FactsDocument) -> Finding:
    """Return why there is no picture."""
    told = values(facts, "sound")
    return conclude("camera", [_present(told), _allowed(told), _free(told)])


def _present(told: Values) -> Judged:
    cameras = rows(told, "cameras")
    if cameras is None:
        return unknown("present")
    return passed("present", names(cameras)) if cameras else failed("present", "none", is_fault=True)


def _allowed(told: Values) -> Judged:
    allowed = truth(told, "camera_allowed")
    if allowed is None:
        return unknown("allowed")
    return passed("allowed") if allowed else failed("allowed", "blocked", is_fault=True)


def _free(told: Values) -> Judged:
    cameras = rows(told, "cameras")
    if not cameras:
        return unknown("free") if cameras is None else skipped("free")
    for camera in cameras:
        if truth(camera, "in_use"):
            return failed("free", "in_use", text(camera, "name"), is_fault=False)
    return unknown("free") if any(truth(camera, "in_use") is None for camera in cameras) else passed("free")
