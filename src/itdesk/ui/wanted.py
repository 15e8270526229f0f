"""What may be asked of the running desktop: a window by its word, one ticket, or an address `itdesk://…`.

All of it comes from outside, so the grammar is strict: whatever is not one of these asks for nothing.
"""

import re

WORDS = ("tray", "report", "tickets", "console", "knowledge")
"""What may be asked for by one word. One ticket is asked for by `ticket/` and its number."""

TICKET = re.compile(r"ticket/([1-9][0-9]{0,11})", re.ASCII)
ADDRESS = re.compile(r"(?i:itdesk)://(new|ticket/[1-9][0-9]{0,11})/?", re.ASCII)
LONGEST_ADDRESS = 64
"""In characters. The longest good address has half of them."""

NOT_AN_ADDRESS = "This is no address that itdesk opens; there are itdesk://new and itdesk://ticket/1042."


def wanted_at(address: str) -> str | None:
    """Return what an address `itdesk://…` asks for, `None` when it is not one of ours."""
    found = ADDRESS.fullmatch(address) if len(address) <= LONGEST_ADDRESS else None
    if found is None:
        return None
    return "report" if found[1] == "new" else found[1]


def is_wanted(text: str) -> bool:
    """Return whether `text` is something that may be asked for."""
    return text in WORDS or TICKET.fullmatch(text) is not None


def ticket_number(wanted: str) -> int | None:
    """Return the number of the ticket that is wanted, `None` when it is something else."""
    found = TICKET.fullmatch(wanted)
    return None if found is None else int(found[1])


def message_of(wanted: str) -> dict[str, object]:
    """Return the message that asks for it. A desktop of an earlier version then shows the list."""
    number = ticket_number(wanted)
    return {"wanted": wanted} if number is None else {"wanted": "tickets", "ticket": number}


def wanted_in(message: object) -> str | None:
    """Return what a message asks for, `None` when it is not one of ours. What is not known is passed over."""
    word = message.get("wanted") if isinstance(message, dict) else None
    if not isinstance(word, str) or word not in WORDS:
        return None
    number = message.get("ticket") if isinstance(message, dict) else None
    if word == "tickets" and type(number) is int:
        ticket = f"ticket/{number}"
        return ticket if is_wanted(ticket) else word
    return word
