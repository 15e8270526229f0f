"""What is asked of this computer at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from itdesk.diagnostics.base import Tier


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The probes up to `tier` (None: of no tier), and those that a symptom names.

    `broke_at` is when the trouble began (aware), None for just now.
    `displays` is what the desktop has measured, in the form of the probe of that name; nothing without one.
    """

    tier: Tier | None = Tier.USUAL
    probes: tuple[str, ...] = ()
    broke_at: datetime | None = None
    displays: Mapping[str, object] = field(default_factory=dict)
