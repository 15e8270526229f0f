"""The believable past of the demo's company: its scripts, composed into the stories of many tickets."""

import math
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from itdesk.domain.catalogue import Category
from itdesk.domain.people import Role
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.status import PendingReason, Status
from itdesk.entrypoints.demo.company import Company, Line, Opening, PersonSeed, TicketScript, Wait

WARSAW = ZoneInfo("Europe/Warsaw")
WORK_BEGINS = time(8)
WORKDAY_MINUTES = 8 * 60
SPAN_DAYS = 90
NEWEST_MINUTES_AGO = 12

LIVE_REPORTER = "joanna"
"""She reports a printer that does not print while the demo runs, so the past leaves that to her."""
LIVE_SYMPTOM = "printing"
NEWEST_KEPT_APART = 10


class StepKind(StrEnum):
    """What happens in one step of a story."""

    QUEUED = "queued"
    TAKEN = "taken"
    RANKED = "ranked"
    REPLIED = "replied"
    NOTED = "noted"
    WAITING = "waiting"
    RESUMED = "resumed"
    RESOLVED = "resolved"
    CANCELLED = "cancelled"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    RATED = "rated"


STATUS_AFTER = {
    StepKind.TAKEN: Status.OPEN,
    StepKind.WAITING: Status.PENDING,
    StepKind.RESUMED: Status.OPEN,
    StepKind.RESOLVED: Status.RESOLVED,
    StepKind.CANCELLED: Status.CANCELLED,
    StepKind.CONFIRMED: Status.CLOSED,
    StepKind.REJECTED: Status.OPEN,
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step. `by` is a login; `minutes_ago` are working minutes before the demo starts."""

    kind: StepKind
    by: str
    minutes_ago: int
    text: str = ""
    reason: PendingReason | None = None
    until_days: int = 0
    """For a scheduled wait: days from the demo's start."""
    score: int = 0


@dataclass(frozen=True, kw_only=True)
class TicketStory:
    """One ticket of the past, from its report to where it stands now."""

    requester: str
    technician: str
    language: str
    minutes_ago: int
    title: str
    description: str
    symptom: str
    category: Category
    urgency: Urgency
    impact: Impact
    queue: str
    steps: tuple[Step, ...]

    @property
    def status(self) -> Status:
        """Where the story leaves the ticket; an answer to a question to the requester opens it."""
        status = Status.NEW
        for step in self.steps:
            answered = step.kind is StepKind.REPLIED and step.by == self.requester
            waited = status is Status.PENDING
            status = Status.OPEN if waited and answered else STATUS_AFTER.get(step.kind, status)
        return status


class _Fate(StrEnum):
    """How far a story has come by now."""

    NEW = "new"
    ONGOING = "ongoing"
    RESOLVED = "resolved"
    CLOSED = "closed"


def compose(company: Company, count: int = 200, seed: int = 7) -> tuple[TicketStory, ...]:
    """Return `count` stories of the last 90 working days, oldest first; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a story, no secret
    cast = _Cast(company, chance)
    stories = []
    for index, (general, opening) in enumerate(_plots(company.scripts, count, chance)):
        script = general.solved_by(opening)
        rank = count - 1 - index
        minutes_ago = _age(rank, count, chance)
        requester = cast.requester(script, recent=rank < NEWEST_KEPT_APART)
        technician = cast.technician(script)
        teller = _Teller(script, requester.login, technician, chance, minutes_ago, cast.facts(requester))
        stories.append(teller.story(opening, _fate(rank, script.urgency)))
    return tuple(stories)


def _age(rank: int, count: int, chance: random.Random) -> int:
    """Return how many working minutes ago the `rank`-th newest began; the nearer, the denser they lie."""
    share = (rank + 0.3 + chance.random() / 2) / count
    return NEWEST_MINUTES_AGO + round(SPAN_DAYS * WORKDAY_MINUTES * math.pow(share, 1.8))


def _fate(rank: int, urgency: Urgency) -> _Fate:
    """Return how far the `rank`-th newest has come: about 60 of 200 are open, nothing urgent lies long."""
    if rank < (4 if urgency is Urgency.HIGH else 14):
        return _Fate.NEW
    if (rank < 60 and rank % 5 != 4) or (rank < 100 and rank % 4 == 0):
        return _Fate.ONGOING
    return _Fate.RESOLVED if rank < 60 else _Fate.CLOSED


def _plots(
    scripts: tuple[TicketScript, ...], count: int, chance: random.Random
) -> list[tuple[TicketScript, Opening]]:
    """Return what happens, in order. The newest are not about what is reported live."""
    plots: list[tuple[TicketScript, Opening]] = []
    while len(plots) < count:
        for turn in range(max(len(script.openings) for script in scripts)):
            batch = [(script, script.openings[turn]) for script in scripts if turn < len(script.openings)]
            plots += chance.sample(batch, len(batch))
    chance.shuffle(plots := plots[:count])
    calm = [i for i, (script, _) in enumerate(plots) if script.symptom != LIVE_SYMPTOM and not script.cancel]
    newest = calm[-NEWEST_KEPT_APART:]
    return [plot for i, plot in enumerate(plots) if i not in newest] + [plots[i] for i in newest]


class _Cast:
    """Chooses who plays in a story, so that everybody gets a fair share."""

    def __init__(self, company: Company, chance: random.Random) -> None:
        self._company = company
        self._chance = chance
        self._seen: Counter[str] = Counter()

    def requester(self, script: TicketScript, *, recent: bool) -> PersonSeed:
        """Return the fitting person who has reported least so far."""
        live = recent or script.symptom == LIVE_SYMPTOM
        fitting = [
            person
            for person in self._company.people
            if person.role is Role.EMPLOYEE
            and person.language == script.language
            and (not script.departments or person.department in script.departments)
            and not (live and person.login == LIVE_REPORTER)
        ]
        chosen = min(fitting, key=lambda person: (self._seen[person.login], self._chance.random()))
        self._seen[chosen.login] += 1
        return chosen

    def technician(self, script: TicketScript) -> str:
        """Return the login of one of the queue's members."""
        members = next(queue.members for queue in self._company.queues if queue.code == script.queue)
        return self._chance.choice(members)

    def facts(self, person: PersonSeed) -> dict[str, str]:
        """Return what the placeholders stand for when this person reports."""
        devices = self._company.devices
        printers = [d.name for d in devices if d.kind == "printer" and d.site == person.site]
        own = next(device.name for device in devices if device.owner == person.login)
        return {"printer": self._chance.choice(printers), "pc": own, "room": person.room}


@dataclass
class _Teller:
    """Writes a story step by step, its clock running towards the demo's start."""

    script: TicketScript
    requester: str
    technician: str
    chance: random.Random
    minutes_ago: int
    facts: dict[str, str]
    steps: list[Step] = field(default_factory=list)

    def story(self, opening: Opening, fate: _Fate) -> TicketStory:
        """Return the whole story."""
        script, opened = self.script, self.minutes_ago
        self._tell(fate)
        return TicketStory(
            requester=self.requester,
            technician=self.technician,
            language=script.language,
            minutes_ago=opened,
            title=self._filled(opening.title),
            description=self._filled(opening.description),
            symptom=script.symptom,
            category=script.category,
            urgency=script.urgency,
            impact=script.impact,
            queue=script.queue,
            steps=tuple(self.steps),
        )

    def _tell(self, fate: _Fate) -> None:
        script = self.script
        self._step(StepKind.QUEUED, self.technician, (2, 6))
        if script.cancel:
            by = self.requester if script.cancel.by == "requester" else self.technician
            self._step(StepKind.CANCELLED, by, (20, 90), script.cancel.reason)
        elif fate is not _Fate.NEW:
            self._work(fate)

    def _work(self, fate: _Fate) -> None:
        self._step(StepKind.TAKEN, self.technician, (3, 40))
        if self.script.impact is not Impact.LOW:
            self._step(StepKind.RANKED, self.technician, (1, 3))
        for line in self._lines(fate):
            by = self.requester if line.who == "requester" else self.technician
            self._step(StepKind.NOTED if line.how == "note" else StepKind.REPLIED, by, (5, 90), line.text)
        if self.script.wait:
            self._wait(self.script.wait, fate)
        if fate is not _Fate.ONGOING or self.script.again:
            self._solve(fate)

    def _lines(self, fate: _Fate) -> tuple[Line, ...]:
        """Return the conversation: of an ongoing story perhaps only its beginning."""
        talk, script = self.script.talk, self.script
        if fate is _Fate.ONGOING and not script.wait and not script.again:
            return talk[: self.chance.randint(0, len(talk))]
        return talk

    def _wait(self, wait: Wait, fate: _Fate) -> None:
        ongoing = fate is _Fate.ONGOING and not self.script.again
        if wait.reason is PendingReason.SCHEDULED and not ongoing:
            return
        self._step(
            StepKind.WAITING,
            self.technician,
            (5, 60),
            wait.ask,
            reason=wait.reason,
            until_days=wait.until_days,
        )
        if ongoing:
            return
        if wait.reason is PendingReason.USER:
            self._step(StepKind.REPLIED, self.requester, (30, 400), wait.answer)
        else:
            self._step(StepKind.RESUMED, self.technician, (480, 1400))

    def _solve(self, fate: _Fate) -> None:
        script = self.script
        self._step(StepKind.RESOLVED, self.technician, (10, 240), script.resolution)
        if script.again:
            self._step(StepKind.REJECTED, self.requester, (30, 500), script.again.complaint)
            self._step(StepKind.REPLIED, self.technician, (5, 60), script.again.answer)
            if fate is not _Fate.ONGOING:
                self._step(StepKind.RESOLVED, self.technician, (20, 240), script.again.resolution)
        if fate is _Fate.CLOSED:
            self._step(StepKind.CONFIRMED, self.requester, (15, 600))
            if script.score:
                self._step(StepKind.RATED, self.requester, (1, 5), script.thanks, score=script.score)

    def _step(
        self,
        kind: StepKind,
        by: str,
        pause: tuple[int, int],
        text: str = "",
        *,
        reason: PendingReason | None = None,
        until_days: int = 0,
        score: int = 0,
    ) -> None:
        """Let the clock run on and add a step; what would happen after the demo's start is left out."""
        self.minutes_ago -= self.chance.randint(*pause)
        if self.minutes_ago > 0:
            self.steps.append(
                Step(
                    kind=kind,
                    by=by,
                    minutes_ago=self.minutes_ago,
                    text=self._filled(text),
                    reason=reason,
                    until_days=until_days,
                    score=score,
                )
            )

    def _filled(self, text: str) -> str:
        return text.format_map(self.facts)


def moment(now: datetime, minutes_ago: int) -> datetime:
    """Return the UTC time that lies so many working minutes (Mon–Fri, 8–16 in Warsaw) before `now`."""
    local = now.astimezone(WARSAW)
    begins = datetime.combine(local, WORK_BEGINS, WARSAW)
    minutes = min(max(int((local - begins).total_seconds() // 60), 0), WORKDAY_MINUTES)
    while begins.weekday() >= 5 or minutes_ago > minutes:
        minutes_ago -= minutes if begins.weekday() < 5 else 0
        begins, minutes = begins - timedelta(days=1), WORKDAY_MINUTES
    return (begins + timedelta(minutes=minutes - minutes_ago)).astimezone(UTC)
