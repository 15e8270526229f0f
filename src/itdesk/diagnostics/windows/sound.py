"""Sound devices by the registry and Core Audio, cameras by WMI, and who may use them by the consent store."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.audio_endpoints import Endpoint
from itdesk.diagnostics.windows.registry import Registry, text
from itdesk.diagnostics.windows.wmi import CIMV2, Wmi
from itdesk.diagnostics.windows.wmi import text as told_text

SERVICE = "Audiosrv"
DEVICES_KEY = r"SOFTWARE\Microsoft\Windows\CurrentVersion\MMDevices\Audio"
KIND_OF_PLUG = "{a45c254e-df1c-4efd-8020-67d146a850e0},2"  # "Speakers"
KIND_OF_CARD = "{b3f8fa53-0004-438e-9003-51a46e139bfc},6"  # "Realtek(R) Audio"
IS_THERE = 1
CAMERAS = "SELECT Name FROM Win32_PnPEntity WHERE PNPClass='Camera' OR Service='usbvideo'"
CONSENT_KEY = r"SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
PRIVACY_KEY = r"SOFTWARE\Policies\Microsoft\Windows\AppPrivacy"
FORCE_DENY = 2
OTHER_PROGRAMS = "NonPackaged"


def read(
    registry: Registry,
    own: Registry,
    wmi: Wmi,
    endpoints: Callable[[], Sequence[Endpoint]],
    service_state: Callable[[str], str | None],
) -> dict[str, object]:
    """Return devices, service and permissions; `own` is the person's registry. Raises NotAvailable."""
    known: Sequence[Endpoint] = ()
    with suppress(NotAvailable):  # without the service there is nobody to ask; the registry still lists all
        known = endpoints()
    return {
        "outputs": _devices(registry, "Render", known),
        "inputs": _devices(registry, "Capture", known),
        "cameras": _cameras(wmi, [registry, own]),
        "service": service_state(SERVICE),
        "camera_allowed": is_allowed(registry, own, "webcam", "LetAppsAccessCamera"),
        "microphone_allowed": is_allowed(registry, own, "microphone", "LetAppsAccessMicrophone"),
    }


def _devices(registry: Registry, flow: str, known: Iterable[Endpoint]) -> list[dict[str, object]]:
    by_key = {endpoint.id.rpartition(".")[2].lower(): endpoint for endpoint in known}
    key = rf"{DEVICES_KEY}\{flow}"
    return [
        _device(registry, rf"{key}\{name}", by_key.get(name.lower()))
        for name in registry.subkeys(key)
        if registry.value(rf"{key}\{name}", "DeviceState") == IS_THERE
    ]


def _device(registry: Registry, key: str, endpoint: Endpoint | None) -> dict[str, object]:
    plug = text(registry, rf"{key}\Properties", KIND_OF_PLUG)
    card = text(registry, rf"{key}\Properties", KIND_OF_CARD)
    name = {"name": f"{plug} ({card})" if plug and card else plug or card}
    if endpoint is None:
        return {**name}
    return {
        **name,
        "is_default": endpoint.is_default,
        "muted": endpoint.muted,
        "volume_percent": endpoint.volume_percent,
    }


def _cameras(wmi: Wmi, registries: Iterable[Registry]) -> list[dict[str, object]]:
    """Return the cameras. Windows tells that a program uses one, not which: of several it stays open."""
    with suppress(NotAvailable):
        names = [told_text(row, "Name") for row in wmi.query(CIMV2, CAMERAS)]
        is_used = in_use(registries, "webcam")
        told = is_used if len(names) == 1 or not is_used else None
        return [{"name": name, "in_use": told} for name in names]
    return []


def in_use(registries: Iterable[Registry], what: str) -> bool | None:
    """Return whether a program uses the camera or microphone now, None when nothing is kept of it."""
    kept = [used for registry in registries for used in _uses(registry, rf"{CONSENT_KEY}\{what}")]
    return any(kept) if kept else None


def _uses(registry: Registry, key: str) -> list[bool]:
    """Return of each program that ever asked whether it has begun and not ended."""
    places = [rf"{key}\{name}" for name in registry.subkeys(key) if name != OTHER_PROGRAMS]
    others = rf"{key}\{OTHER_PROGRAMS}"
    places += [rf"{others}\{name}" for name in registry.subkeys(others)]
    starts = [(registry.value(place, "LastUsedTimeStart"), place) for place in places]
    return [registry.value(place, "LastUsedTimeStop") == 0 for start, place in starts if start]


def is_allowed(registry: Registry, own: Registry, what: str, policy: str) -> bool | None:
    """Return whether ordinary programs may use it: nobody must have said no. None when nothing is said."""
    if registry.value(PRIVACY_KEY, policy) == FORCE_DENY:
        return False
    key = rf"{CONSENT_KEY}\{what}"
    said = [text(place, at, "Value") for place in (registry, own) for at in (key, rf"{key}\{OTHER_PROGRAMS}")]
    return "Deny" not in said if any(said) else None
