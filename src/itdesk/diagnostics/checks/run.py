"""Makes checks by their names, and what they found into a fact that is shown and sent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from itdesk.diagnostics.anywhere.checks import FIELDS
from itdesk.diagnostics.bounds import bounded
from itdesk.diagnostics.checks import camera, disk, memory, network, printing, sound, vpn
from itdesk.diagnostics.checks.finding import CheckStep, Finding
from itdesk.diagnostics.checks.reading import FactsDocument


@dataclass(frozen=True)
class Check:
    """One check: what the `probes` of these names said goes in, a finding comes out. It never raises."""

    name: str
    probes: tuple[str, ...]
    look: Callable[[FactsDocument], Finding]


CHECKS: Mapping[str, Check] = {
    check.name: check
    for check in (
        Check("network", network.PROBES, network.check_network),
        Check("vpn", vpn.PROBES, vpn.check_vpn),
        Check("printing", printing.PROBES, printing.check_printing),
        Check("disk", disk.PROBES, disk.check_disk),
        Check("memory", memory.PROBES, memory.check_memory),
        Check("sound", sound.PROBES, sound.check_sound),
        Check("camera", camera.PROBES, camera.check_camera),
    )
}


def needed_probes(names: Iterable[str]) -> frozenset[str]:
    """Return the probes that the checks of these names look at."""
    return frozenset(probe for name in names if name in CHECKS for probe in CHECKS[name].probes)


def run_checks(names: Iterable[str], facts: FactsDocument) -> tuple[Finding, ...]:
    """Return what the checks of these names find, in their order, each once.

    `facts` are values by probe. Names that this program does not know are passed over: a newer one may.
    """
    return tuple(CHECKS[name].look(facts) for name in dict.fromkeys(names) if name in CHECKS)


def findings_fact(findings: Iterable[Finding]) -> dict[str, object]:
    """Return the fact "checks", bounded as a probe's answer is, to be attached to a report."""
    listed = tuple(findings)
    steps = [_step_row(finding.check, step) for finding in listed for step in finding.steps]
    return bounded({"findings": [_row(finding) for finding in listed], "steps": steps}, FIELDS)


def _row(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check,
        "verdict": finding.verdict,
        "subject": finding.subject,
        "is_fault": finding.is_fault,
    }


def _step_row(check: str, step: CheckStep) -> dict[str, object]:
    return {
        "check": check,
        "name": step.name,
        "outcome": step.outcome,
        "detail": step.detail,
        "ms": step.ms,
    }
