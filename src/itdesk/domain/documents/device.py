"""Computers of the company."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from itdesk.domain.ids import DeviceId, PersonId


@dataclass(frozen=True, kw_only=True)
class Device:
    """A computer that the company owns."""

    id: DeviceId
    name: str
    owner_id: PersonId | None = None
    model: str = ""
    system: str = ""
    serial: str = ""
    site: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
