"""Who may read one event of a ticket."""

from enum import StrEnum


class Audience(StrEnum):
    """Staff always read; the value says who else does."""

    PARTICIPANTS = "participants"
    """The requester and everybody she or IT invited."""

    REQUESTER = "requester"
    """The requester alone: facts about her computer, her screen."""

    STAFF = "staff"
    """Nobody else: internal notes."""
