"""A document of facts as it came from somewhere, made fit to be shown: whatever is in it."""

from collections.abc import Mapping
from dataclasses import replace

from itdesk.diagnostics.facts import Facts, NotFacts, read_facts

DEEPEST = 3
"""A list of rows of which one holds a list: no probe declares more."""
LARGEST = 2**63
LONGEST_TEXT = 2000


def known_facts(text: str) -> Facts | None:
    """Return the facts, or None where the text is in no form that this program knows."""
    try:
        facts = read_facts(text)
    except NotFacts:
        return None
    shown = {
        probe: {name: showable(value) for name, value in values.items()}
        for probe, values in facts.facts.items()
    }
    return replace(facts, facts=shown)


def showable(value: object, depth: int = 0) -> object:
    """Return a value of JSON without what could not be drawn: endless texts, depths and numbers."""
    if isinstance(value, Mapping | list) and depth >= DEEPEST:
        return "…"
    if isinstance(value, Mapping):
        return {name: showable(part, depth + 1) for name, part in value.items()}
    if isinstance(value, list):
        return [showable(part, depth + 1) for part in value]
    if isinstance(value, str):
        return value if len(value) <= LONGEST_TEXT else f"{value[:LONGEST_TEXT]}…"
    return str(value)[:LONGEST_TEXT] if isinstance(value, int) and abs(value) >= LARGEST else value
