"""What the facts mean: ordered checks, one a file, each ending in one verdict.

They are pure functions over a document of facts, so they may be made again where the facts are read.
`verdicts.VERDICTS` has the sentence and the advice for each verdict.
"""

from itdesk.diagnostics.checks.finding import CheckStep, Finding
from itdesk.diagnostics.checks.run import CHECKS, Check, findings_fact, needed_probes, run_checks

__all__ = ["CHECKS", "Check", "CheckStep", "Finding", "findings_fact", "needed_probes", "run_checks"]
