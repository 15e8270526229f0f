"""Which Windows this is, by the registry."""

import platform
from datetime import UTC, datetime

from itdesk.diagnostics.windows.registry import Registry, text

KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
FIRST_BUILD_OF_11 = 22_000


def read(registry: Registry) -> dict[str, object]:
    """Return name, version, build and day of installation."""
    build = text(registry, KEY, "CurrentBuildNumber") or text(registry, KEY, "CurrentBuild")
    revision, installed = registry.value(KEY, "UBR"), registry.value(KEY, "InstallDate")
    return {
        "name": windows_name(text(registry, KEY, "ProductName"), build),
        "version": text(registry, KEY, "DisplayVersion") or text(registry, KEY, "ReleaseId"),
        "edition": text(registry, KEY, "EditionID"),
        "build": f"{build}.{revision}" if isinstance(revision, int) else build,
        "architecture": platform.machine(),
        "installed_at": _moment(installed),
    }


def windows_name(product: str, build: str) -> str:
    """Return the product's name. The registry of Windows 11 still says 10: the build number decides."""
    if build.isdecimal() and int(build) >= FIRST_BUILD_OF_11 and "Server" not in product:
        return product.replace("Windows 10", "Windows 11", 1)
    return product or "Windows"


def _moment(seconds: object) -> str | None:
    """Return a number of seconds since 1970 as a moment in UTC, None when it is none."""
    if not isinstance(seconds, int):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None
