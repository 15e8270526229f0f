"""What must hold of a policy before anything is promised by it. One sentence says what does not."""

from collections.abc import Iterator

from itdesk.domain.documents.policy import Policy, Targets, Unit
from itdesk.domain.ids import is_document_id
from itdesk.domain.sla.target import BREACHED_PERCENT, Target

MOST = {Unit.MINUTES: 525_600, Unit.DAYS: 1_000}
MOST_WARNINGS = 5


class BadPolicy(ValueError):
    """A policy that cannot be used. The text is one sentence."""


def check_policy(policy: Policy) -> Policy:
    """Return `policy` unchanged. Raises BadPolicy with the first thing that is wrong.

    Whether its calendars exist is for the store to say.
    """
    for fault in _faults(policy):
        raise BadPolicy(f"Policy “{policy.id}”: {fault}")
    return policy


def _faults(policy: Policy) -> Iterator[str]:
    if not is_document_id(policy.id):
        yield "an id has 1 to 32 of the signs a–z, 0–9, _ and -."
    if not any(text.strip() for text in policy.name.values()):
        yield "it has no name."
    if policy.since is not None and policy.since.tzinfo is None:
        yield "the time since when it counts has no zone."
    yield from _faults_of_warnings(policy.warn_at)
    priorities = [targets.priority for targets in policy.targets]
    for priority in priorities:
        if priorities.count(priority) > 1:
            yield f"P{priority} is there twice."
    for targets in policy.targets:
        yield from _faults_of_targets(targets)


def _faults_of_warnings(percents: tuple[int, ...]) -> Iterator[str]:
    if len(percents) > MOST_WARNINGS:
        yield f"{len(percents)} warnings are too many; at most {MOST_WARNINGS} are given."
    if list(percents) != sorted(set(percents)):
        yield "its warnings must rise, each once."
    for percent in percents:
        if not 0 < percent < BREACHED_PERCENT:
            yield f"a warning is given at 1 to 99 percent, not at {percent}."


def _faults_of_targets(targets: Targets) -> Iterator[str]:
    lengths = {target: length for target in Target if (length := targets.length(target)) is not None}
    if not lengths:
        yield f"it promises nothing for P{targets.priority}; leave the priority out instead."
    for target, length in lengths.items():
        if not 0 < length.count <= MOST[length.unit]:
            allowed = f"1 to {MOST[length.unit]} {length.unit}"
            yield f"the {target} of P{targets.priority} must be {allowed}, not {length.count}."
