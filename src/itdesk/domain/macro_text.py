"""The places in a macro's text that are filled in for each ticket."""

import re
from collections.abc import Mapping

VARIABLES = ("requester", "requester_first_name", "ticket", "title", "technician", "queue", "phone", "link")
"""By these names: who asked, her first name, the number, the title, who answers, the queue, the helpdesk's
phone, and the address by which the desktop opens the ticket."""

PLACE = re.compile(r"\{([^{}]*)\}")


def strange_place(text: str) -> str:
    """Return the first place in `text` that nothing fills, or a lone bracket; "" when there is none."""
    for name in PLACE.findall(text):
        if name not in VARIABLES:
            return f"{{{name}}}"
    rest = PLACE.sub("", text)
    return next((sign for sign in rest if sign in "{}"), "")


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with the values in their places, none where there is none. No value is looked into."""
    return PLACE.sub(lambda place: values.get(place[1], ""), text)
