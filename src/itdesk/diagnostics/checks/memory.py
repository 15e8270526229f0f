"""Why the computer is slow: memory, swap, the biggest program, how long it runs."""

from itdesk.diagnostics.checks.finding import Finding
from itdesk.diagnostics.checks.judging import Judged, conclude, failed, passed, skipped, unknown
from itdesk.diagnostics.checks.reading import (
    FactsDocument,
    Values,
    number,
    percent,
    rows,
    text,
    truth,
    values,
)

PROBES = ("memory", "busiest", "boot")
FULL_PERCENT = 95
TIGHT_PERCENT = 85
MUCH_OF_SWAP = 0.5
MUCH_OF_MEMORY = 0.5
DAY_S = 86_400
LONG_UPTIME_S = 14 * DAY_S
TEN_YEARS_S = 10 * 366 * DAY_S


def check_memory(facts: FactsDocument) -> Finding:
    """Return what takes the memory, and whether a restart is due."""
    judged = (_memory(facts), _swap(facts), _busiest(facts), _uptime(facts), _restart(facts))
    return conclude("memory", judged)


def _memory(facts: FactsDocument) -> Judged:
    used = percent(values(facts, "memory"), "used_percent")
    if used is None:
        return unknown("memory")
    biggest, detail = text(_biggest(facts), "name"), f"{round(used)} %"
    if used < TIGHT_PERCENT:
        return passed("memory", detail)
    verdict = "full" if used >= FULL_PERCENT else "tight"
    by = "_by" if biggest else ""
    return failed("memory", f"{verdict}{by}", biggest, detail, is_fault=used >= FULL_PERCENT)


def _biggest(facts: FactsDocument) -> Values:
    """Return the program that uses most memory, nothing where it is not told."""
    programs = rows(values(facts, "busiest"), "by_memory") or []
    return max(programs, key=lambda program: number(program, "bytes") or 0, default={})


def _swap(facts: FactsDocument) -> Judged:
    told = values(facts, "memory")
    total, used = number(told, "swap_total_bytes"), number(told, "swap_used_bytes")
    if total is None or used is None:
        return skipped("swap") if total == 0 else unknown("swap")
    if total == 0:
        return skipped("swap")
    detail = f"{round(min(used / total, 1) * 100)} %"
    if used / total < MUCH_OF_SWAP:
        return passed("swap", detail)
    is_tight = (percent(told, "used_percent") or 0) >= TIGHT_PERCENT
    return failed("swap", "swapping", detail=detail, is_fault=is_tight)


def _busiest(facts: FactsDocument) -> Judged:
    biggest = _biggest(facts)
    taken, total = number(biggest, "bytes"), number(values(facts, "memory"), "total_bytes", least=1)
    name = text(biggest, "name")
    if taken is None or total is None:
        return unknown("busiest", name)
    if taken / total >= MUCH_OF_MEMORY:
        detail = f"{name} {round(min(taken / total, 1) * 100)} %"
        return failed("busiest", "one_program", name, detail, is_fault=False)
    return passed("busiest", name)


def _uptime(facts: FactsDocument) -> Judged:
    uptime_s = number(values(facts, "boot"), "uptime_s", most=TEN_YEARS_S)
    if uptime_s is None:
        return unknown("uptime")
    days = f"{int(uptime_s // DAY_S)} d"
    if uptime_s >= LONG_UPTIME_S:
        return failed("uptime", "long_uptime", detail=days, is_fault=False)
    return passed("uptime", days)


def _restart(facts: FactsDocument) -> Judged:
    pending = truth(values(facts, "boot"), "pending_restart")
    if pending is None:
        return unknown("restart")
    return failed("restart", "restart_waits", is_fault=False) if pending else passed("restart")
