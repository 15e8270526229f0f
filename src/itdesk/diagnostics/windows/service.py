"""Whether one of Windows' services runs, by the service manager."""

from itdesk.diagnostics.base import NotAvailable


def service_state(name: str) -> str | None:
    """Return "running" or "stopped", None for a service that this Windows has not."""
    import psutil

    if not hasattr(psutil, "win_service_get"):
        raise NotAvailable("This is not Windows.")
    try:
        status: str = psutil.win_service_get(name).status()
    except (psutil.Error, OSError):
        return None
    return "running" if status == "running" else "stopped"
