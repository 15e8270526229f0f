"""How steps are judged, and how a verdict follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass

from itdesk.connection.outcome import Outcome
from itdesk.diagnostics.bounds import clean_text
from itdesk.diagnostics.checks.finding import CheckStep, Finding
from itdesk.diagnostics.checks.verdicts import VERDICTS

FINE = "fine"
PARTLY = "partly"
UNKNOWN = "unknown"
NAMELESS = "?"
"""Stands for a name that the facts leave out."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One step, and what it means when it failed: `verdict` without the check's name, about `subject`."""

    step: CheckStep
    verdict: str = ""
    subject: str = ""
    is_fault: bool = False


def passed(name: str, detail: str = "", ms: int | None = None) -> Judged:
    """Return a step that is in order."""
    return _judged(name, Outcome.PASSED, detail, ms)


def skipped(name: str, detail: str = "") -> Judged:
    """Return a step that does not apply."""
    return _judged(name, Outcome.SKIPPED, detail)


def unknown(name: str, detail: str = "") -> Judged:
    """Return a step of which the facts say nothing."""
    return _judged(name, Outcome.UNKNOWN, detail)


def failed(
    name: str, verdict: str, subject: str = "", detail: str = "", ms: int | None = None, *, is_fault: bool
) -> Judged:
    """Return a step that is not in order."""
    step = _judged(name, Outcome.FAILED, detail, ms).step
    return Judged(step=step, verdict=verdict, subject=clean_text(subject), is_fault=is_fault)


def conclude(check: str, judged: Sequence[Judged]) -> Finding:
    """Return the verdict: the first fault, else the first hint, else how much is known to be in order."""
    failures = [one for one in judged if one.step.outcome is Outcome.FAILED]
    decisive = next((one for one in failures if one.is_fault), failures[0] if failures else None)
    steps = tuple(one.step for one in judged)
    if decisive is None:
        return Finding(
            check=check, verdict=f"{check}.{_without_failures(steps)}", steps=steps, is_fault=False
        )
    verdict = f"{check}.{decisive.verdict}"
    subject = decisive.subject
    if not subject and "{subject}" in VERDICTS[verdict].sentence:
        subject = NAMELESS
    return Finding(check=check, verdict=verdict, steps=steps, is_fault=decisive.is_fault, subject=subject)


def _without_failures(steps: Sequence[CheckStep]) -> str:
    outcomes = {step.outcome for step in steps}
    if Outcome.PASSED not in outcomes:
        return UNKNOWN
    return PARTLY if Outcome.UNKNOWN in outcomes else FINE


def _judged(name: str, outcome: Outcome, detail: str, ms: int | None = None) -> Judged:
    return Judged(step=CheckStep(name=name, outcome=outcome, detail=clean_text(detail), ms=ms))
