"""What should rarely leave a computer in a report: recognised in texts, shown, hidden if the person says so.

`rules_of` makes the rules, `find` says where secrets stand, `hidden` puts a mark in their place. Nothing is
dropped silently: the person sees each finding and decides. All of it takes time in proportion to the text.
"""

from itdesk.domain.redaction.finding import Finding, Rules
from itdesk.domain.redaction.mark import MARK
from itdesk.domain.redaction.redact import find, hidden
from itdesk.domain.redaction.rules import rules_of
from itdesk.domain.redaction.secret import Secret

__all__ = ["MARK", "Finding", "Rules", "Secret", "find", "hidden", "rules_of"]
