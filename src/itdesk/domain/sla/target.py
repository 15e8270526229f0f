"""What is promised a time for."""

from enum import StrEnum

BREACHED_PERCENT = 100
"""So much of a promised time is all of it."""


class Target(StrEnum):
    """What a clock counts towards."""

    FIRST_RESPONSE = "first_response"
    """From the report to the first public word of a technician: once."""

    NEXT_RESPONSE = "next_response"
    """From what the requester has said since to the next answer."""

    RESOLUTION = "resolution"
    """From the report until it is solved."""
