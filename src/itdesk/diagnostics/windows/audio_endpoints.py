"""Loudness and defaults of the sound devices, by Windows' Core Audio."""

import sys
from dataclasses import dataclass

from itdesk.diagnostics.base import NotAvailable


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """A device in use: `id` ends with the name of its key in the registry."""

    id: str
    is_default: bool = False
    muted: bool | None = None
    volume_percent: int | None = None


def read_endpoints() -> list[Endpoint]:
    """Return the devices for sound that are there now. Raises NotAvailable."""
    if sys.platform == "win32":
        from itdesk.diagnostics.windows.com import with_com

        return with_com(_read)
    raise NotAvailable("This is not Windows.")


def _read() -> list[Endpoint]:
    found: list[Endpoint] = []
    if sys.platform == "win32":
        from itdesk.diagnostics.windows import core_audio

        found = core_audio.endpoints()
    return found
