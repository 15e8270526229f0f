"""How far the network goes, by Windows' own opinion: the icon in the task bar shows the same."""

import sys
from queue import Empty, SimpleQueue
from threading import Thread

from itdesk.diagnostics.base import NotAvailable

INTERNET = 0x40 | 0x400  # NLM_CONNECTIVITY_IPV4_INTERNET, …_IPV6_INTERNET
WEB_IS_HIJACKED = 0x1  # NLM_INTERNET_CONNECTIVITY_WEBHIJACK: a page to sign in answers for everybody
LIMIT_S = 0.4


def level_of(connectivity: int, flags: int = 0) -> str:
    """Return none, portal, limited or full, of NLM_CONNECTIVITY and the flags of the networks together."""
    if not connectivity:
        return "none"
    if flags & WEB_IS_HIJACKED:
        return "portal"
    return "full" if connectivity & INTERNET else "limited"


def read_level() -> str:
    """Return the level, "" when Windows does not tell it soon: the rest of the network must not wait."""
    answer: SimpleQueue[str] = SimpleQueue()
    Thread(target=lambda: answer.put(_level()), name="network level", daemon=True).start()
    try:
        return answer.get(timeout=LIMIT_S)
    except Empty:
        return ""


def _level() -> str:
    from itdesk.diagnostics.windows.com import with_com

    try:
        return with_com(_ask)
    except NotAvailable:
        return ""


def _ask() -> str:
    level = ""
    if sys.platform == "win32":
        from itdesk.diagnostics.windows import netlistmgr

        level = level_of(*netlistmgr.connectivity())
    return level
