"""Sound devices by the registry and Core Audio, cameras, and the consent store."""

import sys

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import sound
from itdesk.diagnostics.windows.audio_endpoints import Endpoint, read_endpoints
from tests.unit.diagnostics.fake_registry import FakeRegistry
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

SPEAKERS, HEADSET = "{8c55c8ef-2f5d-4a3c-8f1c-1a2b3c4d5e6f}", "{11111111-2222-3333-4444-555555555555}"
RENDER, CAPTURE = (rf"{sound.DEVICES_KEY}\{flow}" for flow in ("Render", "Capture"))
TEAMS = r"NonPackaged\C:#Program Files#Teams#ms-teams.exe"


def device(key: str, state: int, plug: str, card: str) -> dict[str, dict[str, object]]:
    return {
        key: {"DeviceState": state},
        rf"{key}\Properties": {sound.KIND_OF_PLUG: plug, sound.KIND_OF_CARD: card},
    }


REGISTRY = FakeRegistry(
    device(rf"{RENDER}\{SPEAKERS}", 1, "Speakers", "Realtek(R) Audio")
    | device(rf"{RENDER}\{HEADSET}", 4, "Headset Earphone", "Jabra Evolve 65")
    | device(rf"{CAPTURE}\{HEADSET}", 1, "Microphone", "")
)
NOTHING = FakeRegistry({})
NO_CAMERA = FakeWmi({"Win32_PnPEntity": []})


def endpoints() -> list[Endpoint]:
    id_ = f"{{0.0.0.00000000}}.{SPEAKERS.upper()}"
    return [Endpoint(id=id_, is_default=True, muted=True, volume_percent=35)]


def running(name: str) -> str | None:
    assert name == "Audiosrv"
    return "running"


def consent(what: str, value: str, **apps: tuple[int, int]) -> dict[str, dict[str, object]]:
    key = rf"{sound.CONSENT_KEY}\{what}"
    used: dict[str, dict[str, object]] = {
        rf"{key}\{TEAMS if app == 'teams' else app}": {"LastUsedTimeStart": begun, "LastUsedTimeStop": ended}
        for app, (begun, ended) in apps.items()
    }
    return {key: {"Value": value}, **used}


def test_what_is_there_with_loudness_and_default() -> None:
    told = sound.read(REGISTRY, NOTHING, NO_CAMERA, endpoints, running)
    assert told == {
        "outputs": [
            {"name": "Speakers (Realtek(R) Audio)", "is_default": True, "muted": True, "volume_percent": 35}
        ],
        "inputs": [{"name": "Microphone"}],
        "cameras": [],
        "service": "running",
        "camera_allowed": None,
        "microphone_allowed": None,
    }


def test_without_the_sound_service_the_devices_are_still_listed() -> None:
    def fail() -> list[Endpoint]:
        raise NotAvailable("Windows did not answer (0x800706B5).")

    told = sound.read(REGISTRY, NOTHING, FakeWmi({}), fail, lambda _: "stopped")
    assert told["outputs"] == [{"name": "Speakers (Realtek(R) Audio)"}]
    assert told["service"] == "stopped"


@pytest.mark.parametrize(
    ("apps", "names", "in_use"),
    [
        ({"teams": (133_000, 0)}, ["HD Webcam"], [True]),
        (
            {"teams": (133_000, 134_000), "Microsoft.Windows.Camera_8wekyb3d8bbwe": (1, 2)},
            ["HD Webcam"],
            [False],
        ),
        ({"teams": (0, 0)}, ["HD Webcam"], [None]),
        ({"teams": (133_000, 0)}, ["HD Webcam", "IR Camera"], [None, None]),
        ({"teams": (1, 2)}, ["HD Webcam", "IR Camera"], [False, False]),
    ],
)
def test_which_camera_is_used_is_told_only_of_one(
    apps: dict[str, tuple[int, int]], names: list[str], in_use: list[bool | None]
) -> None:
    own = FakeRegistry(consent("webcam", "Allow", **apps))
    wmi = FakeWmi({"Win32_PnPEntity": [{"Name": name} for name in names]})
    cameras = sound.read(NOTHING, own, wmi, list, running)["cameras"]
    assert cameras == [{"name": name, "in_use": used} for name, used in zip(names, in_use, strict=True)]


def test_who_may_use_the_camera() -> None:
    allowed, denied = (FakeRegistry(consent("webcam", value)) for value in ("Allow", "Deny"))
    policy = FakeRegistry({sound.PRIVACY_KEY: {"LetAppsAccessCamera": 2}})
    ask = ("webcam", "LetAppsAccessCamera")
    assert sound.is_allowed(allowed, allowed, *ask) is True
    assert sound.is_allowed(allowed, denied, *ask) is False
    assert sound.is_allowed(denied, NOTHING, *ask) is False
    assert sound.is_allowed(policy, allowed, *ask) is False
    others = FakeRegistry({rf"{sound.CONSENT_KEY}\webcam\NonPackaged": {"Value": "Deny"}})
    assert sound.is_allowed(allowed, others, *ask) is False


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows' real Core Audio")
def test_the_real_core_audio_answers_or_says_why_not() -> None:
    try:
        found = read_endpoints()
    except NotAvailable:  # without a sound card wine has no devices; a fault of ours would be another error
        found = []
    assert all(endpoint.id for endpoint in found)
