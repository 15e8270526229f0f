"""How one step of a way, or of a check, ended."""

from enum import StrEnum


class Outcome(StrEnum):
    """What is known of one step."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """It does not apply here, or an earlier step has made it pointless."""
    UNKNOWN = "unknown"
    """The computer does not say."""
