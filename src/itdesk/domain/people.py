"""People, their roles, and the one who acts."""

from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.ids import SYSTEM, PersonId, QueueId


class Role(StrEnum):
    """What a person is to the help desk."""

    CLAIMED = "claimed"
    """Nobody has signed in: a computer says who sits there. Sees and does less than everybody else."""
    EMPLOYEE = "employee"
    TECHNICIAN = "technician"
    LEAD = "lead"
    ADMIN = "admin"
    SYSTEM = "system"

    @property
    def is_staff(self) -> bool:
        """Whether this role belongs to IT."""
        return self in (Role.TECHNICIAN, Role.LEAD, Role.ADMIN, Role.SYSTEM)

    @property
    def is_verified(self) -> bool:
        """Whether it is known who she is: she has proved it, nobody only says so."""
        return self is not Role.CLAIMED

    @property
    def is_given(self) -> bool:
        """Whether somebody can be given this role; the others are the server's own affair."""
        return self not in (Role.CLAIMED, Role.SYSTEM)

    @property
    def leads(self) -> bool:
        """Whether this role steers the team's work."""
        return self in (Role.LEAD, Role.ADMIN, Role.SYSTEM)

    def reaches(self, other: "Role") -> bool:
        """Whether who has this role may do all that the other role may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody in the company."""

    id: PersonId
    login: str
    name: str
    role: Role = Role.EMPLOYEE
    department: str = ""
    site: str = ""
    place: str = ""
    phone: str = ""
    is_disabled: bool = False
    """Whether she may sign in no more. Her tickets and her history stay."""
    version: int = 0
    """How often her card was written; 0 where the reader need not know."""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who asks for a change: the server knows it from the token, never from the change."""

    id: PersonId
    role: Role
    queues: frozenset[QueueId] = frozenset()
    """The restricted queues that this person belongs to."""


SYSTEM_ACTOR = Actor(id=SYSTEM, role=Role.SYSTEM)
