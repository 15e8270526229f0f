"""What rules look at: a report, its requester's site and her computer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import TicketOpened
from itdesk.domain.routing.wording import Wording
from itdesk.domain.ticket import Ticket

COMPUTER_FACTS = (("host", "name"), ("machine", "manufacturer"), ("machine", "model"))


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A report as rules see it. `computer` holds what its facts call the computer; empty when unknown."""

    category: Category
    symptom: str = ""
    site: str = ""
    computer: tuple[str, ...] = ()
    title: str = ""
    description: str = ""

    @cached_property
    def words(self) -> tuple[Wording, ...]:
        """What title and description say."""
        return Wording(self.title), Wording(self.description)

    @cached_property
    def computer_words(self) -> tuple[Wording, ...]:
        """What the computer is called."""
        return tuple(map(Wording, self.computer))


def situation_of(report: TicketOpened | Ticket, *, site: str, facts: str) -> Situation:
    """Return what rules see of a report; `facts` is its JSON document, "" when it has none."""
    return Situation(
        category=report.category,
        symptom=report.symptom,
        site=site,
        computer=computer_in(facts),
        title=report.title,
        description=report.description,
    )


def computer_in(facts: str) -> tuple[str, ...]:
    """Return what the facts call the computer: its name, maker and model, as far as they tell."""
    try:
        document = json.loads(facts)
    except (ValueError, RecursionError):
        return ()
    probes = document.get("facts") if isinstance(document, Mapping) else None
    found = (_text(probes, probe, field) for probe, field in COMPUTER_FACTS)
    return tuple(text for text in found if text)


def _text(probes: object, probe: str, field: str) -> str:
    fields = probes.get(probe) if isinstance(probes, Mapping) else None
    text = fields.get(field) if isinstance(fields, Mapping) else None
    return text if isinstance(text, str) else ""
