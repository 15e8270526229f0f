"""Whether this Windows waits for a restart, by the registry."""

from itdesk.diagnostics.windows.registry import Registry

PENDING_KEYS = (
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired",
)
POWER_KEY = r"SYSTEM\CurrentControlSet\Control\Session Manager\Power"


def read(registry: Registry) -> dict[str, object]:
    """Return whether updates wait, and whether "switched off" really was a restart."""
    return {
        "pending_restart": any(registry.exists(key) for key in PENDING_KEYS),
        "fast_startup": registry.value(POWER_KEY, "HiberbootEnabled") == 1,
    }
