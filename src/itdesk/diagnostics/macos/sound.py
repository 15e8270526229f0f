"""Sound and camera devices. Volumes and mute switches are told to programs with a window alone."""

from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.item import Item, first_text, number_of
from itdesk.diagnostics.macos.parts import together
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items, tree

SOUND_TYPE, CAMERA_TYPE = "SPAudioDataType", "SPCameraDataType"
LIMIT_S = 2.5
PGREP = ("/usr/bin/pgrep", "-x", "coreaudiod")
PGREP_LIMIT_S = 0.8
YES = "spaudio_yes"


def read() -> dict[str, object]:
    """Return the sound devices and cameras. Raises NotAvailable when nothing tells."""
    return together(
        lambda: _sound(ask_profiler(SOUND_TYPE, limit_s=LIMIT_S)),
        lambda: _cameras(ask_profiler(CAMERA_TYPE, limit_s=LIMIT_S)),
        lambda: parse_service(ask_tool(PGREP, limit_s=PGREP_LIMIT_S, may_fail=True)),
    )


def parse_sound(printed: str) -> dict[str, object]:
    """Return outputs and inputs of system_profiler's JSON. Raises NotAvailable when it is another."""
    return _sound(parse_items(printed, SOUND_TYPE))


def parse_cameras(printed: str) -> dict[str, object]:
    """Return the cameras of system_profiler's JSON. Raises NotAvailable when it is another."""
    return _cameras(parse_items(printed, CAMERA_TYPE))


def parse_service(printed: str) -> dict[str, object]:
    """Return whether the sound service runs: pgrep prints the number of its process."""
    return {"service": "running" if printed.strip().isdigit() else "stopped"}


def _sound(items: Items) -> dict[str, object]:
    devices = [item for item, _ in tree(items)]
    return {
        "outputs": _devices(devices, "coreaudio_device_output", "coreaudio_default_audio_output_device"),
        "inputs": _devices(devices, "coreaudio_device_input", "coreaudio_default_audio_input_device"),
    }


def _devices(items: list[Item], channels: str, is_default: str) -> list[dict[str, object]]:
    """Return the devices that have channels of one direction, or are the default of it."""
    rows = ((item, first_text(item, is_default) == YES) for item in items if first_text(item, "_name"))
    return [
        {"name": first_text(item, "_name"), "is_default": default}
        for item, default in rows
        if default or (number_of(item, channels) or 0) > 0
    ]


def _cameras(items: Items) -> dict[str, object]:
    return {"cameras": [{"name": name} for item in items if (name := first_text(item, "_name"))]}
