"""What is asked of this computer at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from itdesk.diagnostics.base import Tier


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The probes up to `tier` (None: of no tier), and those that a symptom names.

    `displays` is what the desktop has measured, in the form of the probe of that name; nothing without one.
    """

    tier: Tier | None = Tier.USUAL
    probes: tuple[str, ...] = ()
    displays: Mapping[str, object] = field(default_factory=dict)
