"""What the palette shows: lines under headings, from the actions and from what words name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from itdesk.domain.documents import Article, Device, in_language
from itdesk.domain.listing import TicketRow
from itdesk.domain.people import Person
from itdesk.services.palette import OF_A_KIND, Found, is_named
from itdesk.ui.console.actions import Action
from itdesk.ui.words import person_name

Target = Action | TicketRow | Person | Device | Article


@dataclass(frozen=True, kw_only=True)
class PaletteLine:
    """One line; without a `target` it is a heading."""

    text: str
    hint: str = ""
    icon: str = ""
    target: Target | None = None


def palette_lines(actions: Sequence[Action], found: Found, language: str) -> tuple[PaletteLine, ...]:
    """Return what stands in the palette for `found.words`: actions that are possible now, then the rest."""
    possible = [one for one in actions if one.is_possible() and is_named(found.words, one.text)]
    groups = {
        QCoreApplication.translate("Palette", "Actions"): map(_of_action, possible[: 2 * OF_A_KIND]),
        QCoreApplication.translate("Palette", "Tickets"): map(_of_ticket, found.tickets),
        QCoreApplication.translate("Palette", "People"): map(_of_person, found.people),
        QCoreApplication.translate("Palette", "Computers"): map(_of_device, found.devices),
        QCoreApplication.translate("Palette", "Articles"): (
            _of_article(one, language) for one in found.articles
        ),
    }
    return tuple(line for heading, lines in groups.items() for line in _under(heading, lines))


def _under(heading: str, lines: Iterable[PaletteLine]) -> Iterator[PaletteLine]:
    every = list(lines)
    if every:
        yield PaletteLine(text=heading)
        yield from every


def _of_action(action: Action) -> PaletteLine:
    return PaletteLine(text=action.text, hint=action.key, icon=action.icon, target=action)


def _of_ticket(row: TicketRow) -> PaletteLine:
    text = f"{row.reference} {row.title}"
    name = person_name(row.requester_name, is_verified=row.requester_is_verified)
    return PaletteLine(text=text, hint=name, icon="ticket", target=row)


def _of_person(person: Person) -> PaletteLine:
    hint = " · ".join(part for part in (person.department, person.phone) if part)
    return PaletteLine(text=person.name, hint=hint, icon="person", target=person)


def _of_device(device: Device) -> PaletteLine:
    return PaletteLine(text=device.name, hint=device.model, icon="computer", target=device)


def _of_article(article: Article, language: str) -> PaletteLine:
    return PaletteLine(text=in_language(article.title, language), icon="book", target=article)
