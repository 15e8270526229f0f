"""What a check has found, in a sentence and an advice."""

from collections.abc import Mapping

from itdesk.ui.field_words import declared_words


def finding_words(finding: Mapping[str, object]) -> str:
    """Return the verdict of one check as a sentence."""
    return str(finding.get("verdict", ""))


def declared(text: str) -> str:
    """Return a sentence of the checks in the person's language."""
    return declared_words(text)
