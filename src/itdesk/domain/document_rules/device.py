"""What must hold of a device."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_details
from itdesk.domain.documents.device import Device
from itdesk.domain.limits import NAME_CHARS, SHORT_TEXT_CHARS
from itdesk.domain.text import check_text


def check_device(device: Device) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_text(device.name, "name", NAME_CHARS, required=True)
    check_text(device.model, "model", SHORT_TEXT_CHARS)
    check_text(device.system, "system", SHORT_TEXT_CHARS)
    check_text(device.serial, "serial number", SHORT_TEXT_CHARS)
    check_text(device.site, "site", SHORT_TEXT_CHARS)
    check_details(device.details, "details", SHORT_TEXT_CHARS)


def named_by_device(device: Device) -> Iterator[Reference]:
    """Yield what must exist."""
    if device.owner_id is not None:
        yield Reference("person", device.owner_id)
