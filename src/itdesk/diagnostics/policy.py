"""What the company allows to be collected."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from itdesk.diagnostics.base import Probe, Tier
from itdesk.diagnostics.declarations import declarations
from itdesk.settings import Problem, Settings

HANDED_IN = ("server",)
"""Facts that other floors measure."""


@dataclass(frozen=True)
class Policy:
    """`most` is the highest tier that may be collected, None: nothing at all; `forbidden` names probes."""

    most: Tier | None
    forbidden: frozenset[str]


def policy_of(settings: Settings) -> tuple[Policy, tuple[str, ...]]:
    """Return what may be collected, and a sentence for each forbidden name that is no probe's.

    Such a name stays forbidden: another version of this program may know it.
    """
    told = settings.diagnostics_tier
    most = None if told == "none" else Tier(int(told))
    names = [name for name in re.split(r"[\s,;]+", settings.forbidden_probes.casefold()) if name]
    known = {*declarations(), *HANDED_IN}
    sentences = tuple(_unknown(settings, name, known) for name in dict.fromkeys(names) if name not in known)
    return Policy(most, frozenset(names)), sentences


def _unknown(settings: Settings, name: str, known: Iterable[str]) -> str:
    """Return what is wrong with a name, worded like every other problem of a setting."""
    key = "forbidden_probes"
    expected = "names among " + ", ".join(sorted(known))
    problem = Problem(origin=settings.origins[key], key=key, got=f"“{name}”", expected=expected)
    return problem.sentence().replace("it is ignored", "nothing is collected under that name")


def permitted(probes: Iterable[Probe], policy: Policy) -> tuple[Probe, ...]:
    """Return those of `probes` that may be asked."""
    most = policy.most
    if most is None:
        return ()
    return tuple(probe for probe in probes if probe.tier <= most and probe.name not in policy.forbidden)
