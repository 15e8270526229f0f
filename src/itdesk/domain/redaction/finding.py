"""Where a secret stands, and what decides about what is one."""

import re
from dataclasses import dataclass

from itdesk.domain.redaction.secret import Secret


@dataclass(frozen=True)
class Finding:
    """A secret in a text: its characters from `start` up to, not including, `end`."""

    start: int
    end: int
    secret: Secret


@dataclass(frozen=True, kw_only=True)
class Rules:
    """`own_addresses` are the person's own, and no findings; `patterns` are the company's."""

    own_addresses: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = ()
