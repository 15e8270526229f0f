"""What the checks found, as lines of the side panel: faults first."""

from collections.abc import Mapping

from itdesk.diagnostics.card_lines import rows
from itdesk.diagnostics.facts import Facts
from itdesk.ui.console.marked_lines import MarkedLine
from itdesk.ui.finding_words import finding_words


def verdict_lines(facts: Facts) -> tuple[MarkedLine, ...]:
    """Return a line for each verdict."""
    found = rows(facts.facts.get("checks", {}), "findings")
    return tuple(map(line_of, sorted(found, key=lambda finding: not is_fault(finding))))


def line_of(finding: Mapping[str, object]) -> MarkedLine:
    """Return one verdict as a line."""
    words = finding_words(finding)
    if is_fault(finding):
        return MarkedLine(text=words, icon="warning", tone="red")
    return MarkedLine(text=words, icon="check" if is_fine(finding) else "search")


def is_fault(finding: Mapping[str, object]) -> bool:
    """Tell whether something is broken."""
    return finding.get("is_fault") is True


def is_fine(finding: Mapping[str, object]) -> bool:
    """Tell whether it is an all-clear, not merely a hint."""
    return str(finding.get("verdict", "")).endswith(".fine")
