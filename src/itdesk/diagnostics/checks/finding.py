"""What a check found: its steps and its verdict."""

from dataclasses import dataclass

from itdesk.connection.outcome import Outcome


@dataclass(frozen=True, kw_only=True)
class CheckStep:
    """One step. `name` is a code of step_names.STEP_NAMES, `detail` what was seen, `ms` how long it took."""

    name: str
    outcome: Outcome
    detail: str = ""
    ms: int | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What one check found. `verdict` is a code of verdicts.VERDICTS, `subject` the foreign name in it.

    `is_fault` says that something is broken; without it a verdict is a hint, an all-clear, or says that too
    little is known.
    """

    check: str
    verdict: str
    steps: tuple[CheckStep, ...]
    is_fault: bool
    subject: str = ""
