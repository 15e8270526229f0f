"""Fills in what this computer knows: her place and phone, the helpdesk, whom and what she may pick."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSysInfo, Signal, Slot

from itdesk.diagnostics.facts import Facts
from itdesk.domain.people import Person
from itdesk.services.desk import Desk
from itdesk.services.helpdesk import HelpdeskNow, helpdesk_now
from itdesk.services.own_computers import own_computers
from itdesk.services.reading import people
from itdesk.ui.background import Runner
from itdesk.ui.report.around import Knows
from itdesk.ui.report.around_line import AroundLine
from itdesk.ui.report.head import Head
from itdesk.ui.report.phone_panel import PhonePanel


@dataclass(frozen=True)
class KnownThings:
    """What was read of the desk."""

    people: tuple[Person, ...]
    computers: tuple[str, ...]
    helpdesk: HelpdeskNow | None


class KnownHere(QObject):
    """Hands what is known to the parts of the form. Signals: failed(error)."""

    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, head: Head, around: AroundLine, phone: PhonePanel) -> None:
        super().__init__(head)
        self._desk = desk
        self._runner = runner
        self._head = head
        self._around = around
        self._phone = phone
        self.show_facts(Facts(collected_in_ms=0, facts={}))

    def begin(self) -> None:
        """Read, off the GUI thread."""
        self._runner.run(partial(_read, self._desk), then=self._on_read, failed=self._on_failed)

    def show_facts(self, facts: Facts) -> None:
        """Tell the phone's panel what this computer is called and how it is reached."""
        host, network = facts.facts.get("host", {}), facts.facts.get("network", {})
        name = host.get("name") or QSysInfo.machineHostName()
        found = network.get("ipv4") or network.get("ipv6")
        addresses = found if isinstance(found, list | tuple) else ()
        self._phone.show_computer(str(name), tuple(str(address) for address in addresses))

    @Slot(object)
    def _on_read(self, known: KnownThings) -> None:
        me = self._desk.account.person_id
        others = tuple(person for person in known.people if person.id != me)
        self._around.know(Knows(known.computers, others))
        for person in known.people:
            if person.id == me:
                self._around.show_reach(person.place, person.phone)
        if known.helpdesk is not None:
            self._head.show_helpdesk(known.helpdesk, self._desk.now())
            self._phone.show_number(known.helpdesk.phone)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _read(desk: Desk) -> KnownThings:
    return KnownThings(
        people=_proved(desk), computers=own_computers(desk), helpdesk=helpdesk_now(desk, desk.now())
    )


def _proved(desk: Desk) -> tuple[Person, ...]:
    """Return those for whom she can report, and herself: not who is only claimed to be somebody."""
    return tuple(one for one in people(desk) if one.role.is_verified or one.id == desk.account.person_id)
