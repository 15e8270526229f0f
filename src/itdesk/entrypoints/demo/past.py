"""Turns the stories of the demo's company into the changes that people once asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    Change,
    CommentAdded,
    DiagnosticsAttached,
    FixConfirmed,
    MovedToQueue,
    Payload,
    PrioritySet,
    Rated,
    StatusChanged,
    TicketOpened,
)
from itdesk.domain.ids import ChangeId, PersonId, QueueId, TicketId, new_id
from itdesk.domain.status import Status
from itdesk.entrypoints.demo.company import Company
from itdesk.entrypoints.demo.computers import ABOUT_A_COMPUTER, facts_of
from itdesk.entrypoints.demo.stories import Step, StepKind, TicketStory, moment

ALL_SO_FAR = 1_000_000
"""As a version: more than any ticket of the demo has, also with what the server says by itself."""


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One change of the past. `by` is a login, `at` is UTC."""

    by: str
    at: datetime
    title: str
    change: Change


class Past:
    """Tells stories as changes, with the ids that the store has given."""

    def __init__(
        self,
        company: Company,
        people: Mapping[str, PersonId],
        queues: Mapping[str, QueueId],
        now: datetime,
    ) -> None:
        self._persons = {person.login: person for person in company.people}
        self._computers = {device.owner: device for device in company.devices if device.kind == "computer"}
        self._people = people
        self._queues = queues
        self._now = now

    def deeds(self, stories: Sequence[TicketStory]) -> list[Deed]:
        """Return everything that was done, story by story."""
        return [deed for story in stories for deed in self._deeds_of(story)]

    def _deeds_of(self, story: TicketStory) -> Iterator[Deed]:
        """Each change was made by somebody who saw everything before it."""
        opened = moment(self._now, story.minutes_ago)
        ticket_id = TicketId(_id_of(opened))
        reported = self._reported(story, opened)
        for payload in reported:
            yield self._deed(story, story.requester, opened, ticket_id, payload)
        for step in story.steps:
            at = moment(self._now, step.minutes_ago)
            yield self._deed(story, step.by, at, ticket_id, self._payload(story, step))

    def _deed(self, story: TicketStory, by: str, at: datetime, ticket_id: TicketId, payload: Payload) -> Deed:
        id = ChangeId(_id_of(at))
        change = Change(id=id, ticket_id=ticket_id, payload=payload, seen=ALL_SO_FAR, made_at=at)
        return Deed(by=by, at=at, title=story.title, change=change)

    def _reported(self, story: TicketStory, at: datetime) -> list[Payload]:
        """The facts of her computer go along where it is about that."""
        device = self._computers.get(story.requester)
        if device is None or story.category not in ABOUT_A_COMPUTER:
            return [self._opening(story)]
        return [self._opening(story), DiagnosticsAttached(facts=facts_of(device, story, at))]

    def _opening(self, story: TicketStory) -> TicketOpened:
        """People say where they are in the language in which they report."""
        requester = self._persons[story.requester]
        return TicketOpened(
            title=story.title,
            description=story.description,
            category=story.category,
            symptom=story.symptom,
            urgency=story.urgency,
            place=requester.place.by_language()[story.language],
            contact=requester.contact.by_language()[story.language],
        )

    def _payload(self, story: TicketStory, step: Step) -> Payload:
        match step.kind:
            case StepKind.QUEUED:
                return MovedToQueue(to=self._queues[story.queue])
            case StepKind.TAKEN:
                return Assigned(to=self._people[step.by])
            case StepKind.RANKED:
                return PrioritySet(impact=story.impact, urgency=story.urgency)
            case StepKind.REPLIED:
                return CommentAdded(body=step.text)
            case StepKind.NOTED:
                return CommentAdded(body=step.text, audience=Audience.STAFF)
            case StepKind.CONFIRMED | StepKind.REJECTED:
                return FixConfirmed(works=step.kind is StepKind.CONFIRMED, comment=step.text)
            case StepKind.RATED:
                return Rated(score=step.score, comment=step.text)
        return self._moved(step)

    def _moved(self, step: Step) -> StatusChanged:
        to = {
            StepKind.WAITING: Status.PENDING,
            StepKind.RESUMED: Status.OPEN,
            StepKind.RESOLVED: Status.RESOLVED,
            StepKind.CANCELLED: Status.CANCELLED,
        }[step.kind]
        until = self._now + timedelta(days=step.until_days) if step.until_days else None
        return StatusChanged(to=to, reason=step.reason, until=until, note=step.text)


def _id_of(at: datetime) -> str:
    return new_id(round(at.timestamp() * 1000))
