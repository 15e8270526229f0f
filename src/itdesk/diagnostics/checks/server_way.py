"""The way to the server, as the probe "server" has walked it."""

from collections.abc import Iterator

from itdesk.connection.outcome import Outcome
from itdesk.diagnostics.checks.judging import Judged, failed, passed, skipped, unknown
from itdesk.diagnostics.checks.reading import FactsDocument, Values, number, rows, text, truth, values

WAY = ("dns", "tcp", "proxy", "tls", "server")
BY_CAUSE = {
    "name": "name_unknown",
    "refused": "server_refused",
    "timeout": "server_silent",
    "tls": "not_safe",
    "proxy": "proxy_unreachable",
    "proxy_login": "proxy_login",
    "broken": "broken_off",
    "answer": "not_itdesk",
    "problem": "server_fails",
}


def server_reached(facts: FactsDocument) -> bool | None:
    """Return whether the server answered, None where nothing tells."""
    told = values(facts, "server")
    outcomes = {text(row, "name"): text(row, "outcome") for row in rows(told, "steps") or []}
    if truth(told, "reached") is False or Outcome.FAILED in outcomes.values():
        return False
    return True if truth(told, "reached") or outcomes.get("server") == Outcome.PASSED else None


def judge_way(facts: FactsDocument) -> list[Judged]:
    """Return the steps of the way in the order in which they were gone; those that were not, last."""
    told = values(facts, "server")
    verdict_of = _Verdicts(facts)
    walked: dict[str, Judged] = {}
    for row in rows(told, "steps") or []:
        name = text(row, "name")
        if name in WAY and name not in walked:
            walked[name] = _walked(name, row, verdict_of)
    return list({**walked, **{one.step.name: one for one in _rest(facts, walked, verdict_of)}}.values())


def _walked(name: str, row: Values, verdict_of: "_Verdicts") -> Judged:
    reason, ms = text(row, "reason"), number(row, "ms")
    took = None if ms is None else round(ms)
    match text(row, "outcome"):
        case Outcome.PASSED:
            return passed(name, reason, took)
        case Outcome.FAILED:
            return failed(name, verdict_of(name), detail=reason, ms=took, is_fault=True)
        case Outcome.SKIPPED if name != "server":
            return skipped(name, reason)
    return unknown(name, reason)


def _rest(facts: FactsDocument, walked: dict[str, Judged], verdict_of: "_Verdicts") -> Iterator[Judged]:
    """Yield the steps that were not walked: pointless after a failure, and proved by an answer."""
    reached = server_reached(facts)
    told_why = any(one.step.outcome is Outcome.FAILED for one in walked.values())
    for name in WAY[:-1]:
        if name not in walked:
            yield unknown(name) if reached is None else skipped(name)
    if reached is False and not told_why:
        yield failed("server", verdict_of("server"), is_fault=True)
    elif "server" not in walked:
        yield passed("server") if reached else skipped("server") if told_why else unknown("server")


class _Verdicts:
    """Says what it means that a step failed."""

    def __init__(self, facts: FactsDocument) -> None:
        self._cause = text(values(facts, "server"), "failed_at")
        self._wants_sign_in = text(values(facts, "network"), "level") == "portal"

    def __call__(self, step: str) -> str:
        """Return the verdict."""
        if self._wants_sign_in:
            return "portal"
        if step == "dns" and self._cause == "timeout":
            return "names_silent"
        if step == "proxy" and self._cause != "proxy_login":
            return "proxy_refuses"
        return BY_CAUSE.get(self._cause, "server_unreached")
