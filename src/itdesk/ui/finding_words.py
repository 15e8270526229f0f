"""What a check has found, in a sentence and an advice."""

from collections.abc import Mapping

from itdesk.diagnostics.checks import Finding
from itdesk.diagnostics.checks.verdicts import VERDICTS
from itdesk.ui.card_words import declared_words


def sentence_of(finding: Finding) -> str:
    """Return the verdict as a sentence. The subject is foreign text."""
    return _sentence(finding.verdict, finding.subject)


def advice_of(finding: Finding) -> str:
    """Return what to do, "" where nothing can be advised."""
    verdict = VERDICTS.get(finding.verdict)
    return declared_words(verdict.advice) if verdict is not None and verdict.advice else ""


def finding_words(finding: Mapping[str, object]) -> str:
    """Return the verdict of one check, a row of the probe "checks", as a sentence."""
    return _sentence(str(finding.get("verdict", "")), " ".join(str(finding.get("subject", "")).split()))


def _sentence(code: str, subject: str) -> str:
    verdict = VERDICTS.get(code)
    return declared_words(verdict.sentence).replace("{subject}", subject) if verdict is not None else code
