"""Two people, three computers, one server, and everything that can go wrong between them, in any order.

The real outbox, replica and exchange against the fake server. Whatever happened: once all is well again,
every acknowledged report is in the store exactly once, every outbox is empty, and every replica shows
what its person may see.
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy import event

from itdesk.domain.changes import CommentAdded, TicketOpened
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Question
from itdesk.domain.people import Role
from itdesk.domain.refusals import Refused
from itdesk.domain.status import Status
from itdesk.replica.outbox_entry import State
from itdesk.replica.replica import remove_replica
from itdesk.services import reading
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk, close_desk
from itdesk.services.failures import WorldFailed
from itdesk.services.report import Report, report_problem
from itdesk.services.standing import refused_changes, standing
from itdesk.services.synchronising import exchange_now
from itdesk.services.work import assign, change_status
from tests.fakes import FakeClock, FakeConnection, FakeServer, Fault, change_by, desk_at

EVERYBODY = 3
WHO = st.integers(0, EVERYBODY - 1)
FAULTS = st.lists(st.sampled_from([Fault.LOST_ANSWER, Fault.TWICE, *Fault]), min_size=1, max_size=3)


class Crash(Exception):
    """The process ends in the middle of a write."""


class World(RuleBasedStateMachine):
    """Anna at two computers, Tomek at one."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="itdesk-model-"))
        self.clock = FakeClock()
        self.server = FakeServer(self.clock, page_size=1)
        anna, tomek = self.server.hire("anna"), self.server.hire("tomek", Role.TECHNICIAN)
        self.people = [anna, anna, tomek]
        self.saved_backup = self.server.backup()
        self.desks = [self.open(number) for number in range(EVERYBODY)]
        self.wires = [FakeConnection(self.server, person.id) for person in self.people]
        self.reports: dict[str, TicketId] = {}
        self.replies: dict[str, TicketId] = {}

    def open(self, number: int) -> Desk:
        return desk_at(self.folder / str(number), self.people[number], self.clock)

    @rule(who=WHO)
    def report(self, who: int) -> None:
        title = f"report {len(self.reports)}"
        self.reports[title] = report_problem(self.desks[who], Report(title=title)).ticket_id

    @rule(who=WHO, data=st.data())
    def reply(self, who: int, data: st.DataObject) -> None:
        ids = reading.ticket_ids(self.desks[who], Question())
        if not ids:
            return
        id = data.draw(st.sampled_from(sorted(ids)))
        body = f"reply {len(self.replies)}"
        reply(self.desks[who], id, body)
        self.replies[body] = id

    @rule(data=st.data())
    def work(self, data: st.DataObject) -> None:
        console = self.desks[2]
        ids = reading.ticket_ids(console, Question())
        if not ids:
            return
        id = data.draw(st.sampled_from(sorted(ids)))
        with suppress(Refused):
            if data.draw(st.booleans()):
                assign(console, id, self.people[2].id)
            else:
                change_status(console, id, Status.RESOLVED, note="Done.")

    @rule(who=WHO, faults=FAULTS)
    def exchange(self, who: int, faults: list[Fault]) -> None:
        self.wires[who].faults.extend(faults)
        with suppress(WorldFailed):
            exchange_now(self.desks[who], self.wires[who], wait_s=30)
        self.wires[who].faults.clear()

    @rule(who=WHO, at=st.integers(1, 40))
    def crash(self, who: int, at: int) -> None:
        """Exchange until the `at`-th write, then start the program again."""
        desk = self.desks[who]
        writes = 0

        def end(*arguments: object) -> None:
            nonlocal writes
            statement = str(arguments[2]) if len(arguments) > 2 else "COMMIT"
            writes += statement.startswith(("INSERT", "UPDATE", "DELETE", "COMMIT"))
            if writes >= at:
                raise Crash

        for engine in (desk.outbox.engine, desk.replica.engine):
            event.listen(engine, "before_cursor_execute", end)
            event.listen(engine, "commit", end)
        with suppress(Crash, WorldFailed):
            exchange_now(desk, self.wires[who], wait_s=30)
        close_desk(desk)
        self.desks[who] = self.open(who)

    @rule()
    def somebody_replies(self) -> None:
        for id in list(self.server.memory.histories)[:1]:
            self.server.act(self.people[2].id, change_by(CommentAdded(body="from elsewhere"), id))

    @rule()
    def backup(self) -> None:
        self.saved_backup = self.server.backup()

    @rule()
    def restore(self) -> None:
        self.server.restore(self.saved_backup)

    @rule(who=WHO)
    def lose_replica(self, who: int) -> None:
        close_desk(self.desks[who])
        remove_replica(self.desks[who].replica.path.parent)
        self.desks[who] = self.open(who)

    @rule(who=WHO)
    def look(self, who: int) -> None:
        """What waits to be sent is on the screen where it was written."""
        shown = set(reading.ticket_ids(self.desks[who], Question()))
        opened = self.desks[who].outbox.entries(State.QUEUED)
        waiting = {one.change.ticket_id for one in opened if isinstance(one.change.payload, TicketOpened)}
        assert waiting <= shown

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        try:
            self.heal()
            self.check()
        finally:
            for desk in self.desks:
                close_desk(desk)
            shutil.rmtree(self.folder, ignore_errors=True)

    def heal(self) -> None:
        for _ in range(4):
            for who in range(EVERYBODY):
                self.clock.move(86_400 / 2)
                exchange_now(self.desks[who], self.wires[who], wait_s=30)

    def check(self) -> None:
        for title in self.reports:
            assert self.server.count_titles(title) == 1, f"{title}: {self.server.count_titles(title)} times"
        refused = [one.change for desk in self.desks for one in refused_changes(desk)]
        assert not [one for one in refused if isinstance(one.payload, TicketOpened)]
        for body, id in self.replies.items():
            said = [e for e in self.server.memory.histories[id] if e.payload == CommentAdded(body=body)]
            kept = [one for one in refused if one.payload == CommentAdded(body=body)]
            assert len(said) + len(kept) == 1, f"{body}: {len(said)} times, {len(kept)} refused"
        for who, desk in enumerate(self.desks):
            assert standing(desk).pending == 0
            self.check_screen(desk, who)

    def check_screen(self, desk: Desk, who: int) -> None:
        visible = self.server.visible_to(self.people[who].id)
        assert set(reading.ticket_ids(desk, Question())) == set(visible)
        for id, ticket in visible.items():
            page = reading.ticket_page(desk, id)
            assert page is not None
            assert page.ticket == ticket
            own = {one.change.id for one in refused_changes(desk)}
            events = [moment.event for moment in page.moments if moment.event.id not in own]
            assert events == self.server.readable_to(self.people[who].id, id)


TestModel = World.TestCase
TestModel.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
