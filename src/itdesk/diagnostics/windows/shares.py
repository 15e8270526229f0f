"""Network drives, sign-in script, policies in force, certificates that end soon."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.certificate_store import Certificate
from itdesk.diagnostics.windows.registry import Registry, text
from itdesk.diagnostics.windows.wmi import CIMV2, Row, Wmi
from itdesk.diagnostics.windows.wmi import text as told_text

CONNECTIONS = "SELECT LocalName, RemoteName, ProviderName, ConnectionState FROM Win32_NetworkConnection"
REMEMBERED_KEY = "Network"
ENVIRONMENT_KEY = "Environment"
POLICY_KEY = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Group Policy"
SCRIPTS_KEY = rf"{POLICY_KEY}\Scripts\Logon"
SOON = timedelta(days=30)
PROVIDERS = {"microsoft windows network": "SMB", "web client network": "WebDAV", "nfs network": "NFS"}


def read(
    registry: Registry,
    own: Registry,
    wmi: Wmi,
    certificates: Callable[[], Sequence[Certificate]],
    now: datetime | None = None,
) -> dict[str, object]:
    """Return drives, script, policies and certificates; `own` is the person's registry."""
    return {
        "drives": _drives(own, wmi),
        "login_script": _login_script(own),
        "policies": list(dict.fromkeys([*_policies(registry), *_policies(own)])),
        "certificates": _ending(certificates, now or datetime.now(UTC)),
    }


def _drives(own: Registry, wmi: Wmi) -> list[dict[str, object]]:
    """Return the drives: those connected now, and those that Windows only remembers."""
    told: list[dict[str, object]] = []
    with suppress(NotAvailable):
        told = [_drive(row) for row in wmi.query(CIMV2, CONNECTIONS) if told_text(row, "LocalName")]
    known = {drive["at"] for drive in told}
    remembered = (_remembered(own, letter) for letter in own.subkeys(REMEMBERED_KEY))
    return [*told, *(drive for drive in remembered if drive["at"] not in known)]


def _drive(row: Row) -> dict[str, object]:
    return {
        "at": told_text(row, "LocalName").upper(),
        "path": told_text(row, "RemoteName"),
        "type": _provider(told_text(row, "ProviderName")),
        "connected": told_text(row, "ConnectionState") == "Connected",
    }


def _remembered(own: Registry, letter: str) -> dict[str, object]:
    key = rf"{REMEMBERED_KEY}\{letter}"
    return {
        "at": f"{letter.upper()}:" if len(letter) == 1 else letter,
        "path": text(own, key, "RemotePath"),
        "type": _provider(text(own, key, "ProviderName")),
        "connected": False,
    }


def _provider(name: str) -> str:
    return PROVIDERS.get(name.lower(), name)


def _login_script(own: Registry) -> str:
    """Return the script of the account, or the first that a policy brings."""
    script = text(own, ENVIRONMENT_KEY, "UserInitMprLogonScript")
    keys = (
        rf"{SCRIPTS_KEY}\{policy}\{number}"
        for policy in own.subkeys(SCRIPTS_KEY)
        for number in own.subkeys(rf"{SCRIPTS_KEY}\{policy}")
    )
    return script or next(filter(None, (text(own, key, "Script") for key in keys)), "")


def _policies(registry: Registry) -> Iterator[str]:
    """Yield the names of the policies that were applied; a part of Windows keeps each of its own."""
    history = rf"{POLICY_KEY}\History"
    for part in registry.subkeys(history):
        for number in registry.subkeys(rf"{history}\{part}"):
            if name := text(registry, rf"{history}\{part}\{number}", "DisplayName"):
                yield name


def _ending(certificates: Callable[[], Iterable[Certificate]], now: datetime) -> list[dict[str, object]]:
    with suppress(NotAvailable):
        soon = (each for each in certificates() if each.ends_at <= now + SOON)
        return [
            {
                "name": each.name,
                "ends_at": each.ends_at.isoformat(timespec="seconds"),
                "days_left": (each.ends_at - now).days,
            }
            for each in sorted(soon, key=lambda each: each.ends_at)
        ]
    return []
