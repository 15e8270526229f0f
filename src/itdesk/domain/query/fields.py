"""The fields of the language, declared once: what each may be, and by which words people name that."""

from dataclasses import dataclass, field
from enum import StrEnum

from itdesk.domain.catalogue import Category
from itdesk.domain.priority import Priority
from itdesk.domain.status import Status
from itdesk.domain.tokeniser import tokens


class Kind(StrEnum):
    """How the value of a field is read."""

    CHOICE = "choice"
    """One of a few words."""
    SCALE = "scale"
    """One of a few words that have an order."""
    PERSON = "person"
    """`me`, `none`, or words of a name or login."""
    NAME = "name"
    """`none`, or words of a name."""
    TAG = "tag"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field. `values` are what a choice may be, each with other folded words for the same."""

    name: str
    kind: Kind
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    example: str = ""

    @property
    def has_order(self) -> bool:
        """Whether there are ranges of it."""
        return self.kind in (Kind.SCALE, Kind.NUMBER, Kind.DATE)

    def named(self, words: str) -> tuple[str, ...]:
        """Return the values that these words name: the one of that name, or all that contain them."""
        wanted = tokens(words)
        whole = " ".join(wanted)
        exact = [value for value, names in self.values.items() if whole in (_spaced(value), *names)]
        if exact or not wanted or self.kind is Kind.SCALE:
            return tuple(exact)
        return tuple(value for value in self.values if set(wanted) <= set(tokens(value.replace("_", " "))))


def _spaced(value: str) -> str:
    return " ".join(tokens(value.replace("_", " ")))


STATUS = Field(
    name="status",
    kind=Kind.CHOICE,
    values={
        Status.NEW.value: ("nowe",),
        Status.OPEN.value: ("otwarte", "w toku", "in progress"),
        Status.PENDING.value: ("wstrzymane", "on hold"),
        Status.RESOLVED.value: ("rozwiazane", "solved"),
        Status.CLOSED.value: ("zamkniete",),
        Status.CANCELLED.value: ("anulowane", "canceled"),
        Status.MERGED.value: ("scalone",),
    },
)
IS = Field(name="is", kind=Kind.CHOICE, values={"open": ("otwarte",), "closed": ("zamkniete", "done")})
PRIORITY = Field(
    name="priority",
    kind=Kind.SCALE,
    values={str(one.value): (f"p{one.value}", one.name.lower()) for one in Priority},
)
CATEGORY = Field(name="category", kind=Kind.CHOICE, values={one.value: () for one in Category})
ASSIGNEE = Field(name="assignee", kind=Kind.PERSON)
REQUESTER = Field(name="requester", kind=Kind.PERSON)
QUEUE = Field(name="queue", kind=Kind.NAME)
TAG = Field(name="tag", kind=Kind.TAG)
NUMBER = Field(name="number", kind=Kind.NUMBER, example="1042, 1000..1100")
CREATED = Field(name="created", kind=Kind.DATE, example="2026-01-31, 2026-01, 2026, today, yesterday")

FIELDS = {
    one.name: one
    for one in (STATUS, IS, PRIORITY, ASSIGNEE, REQUESTER, QUEUE, CATEGORY, TAG, CREATED, NUMBER)
}
"""A new field is added here, resolved in `resolving`, and marked on tickets in `searched`."""

ME, NONE = ("me", "ja"), ("none", "brak", "nikt")
"""The words for who asks, and for nobody and nothing."""
