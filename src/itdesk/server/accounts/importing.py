"""People from a file: what it would do, and doing it, all of it or nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.limits import NAME_CHARS, SHORT_TEXT_CHARS
from itdesk.domain.logins import fold_login
from itdesk.domain.people import Person, Role
from itdesk.domain.person_rules import is_renamed
from itdesk.domain.refusals import Refused
from itdesk.domain.text import check_text
from itdesk.domain.writing import HeldPerson
from itdesk.server.accounts.people_file import MOST_FAULTS, SHOWN_CHARS, Fault, PeopleFile, Row
from itdesk.server.store.documents import lock_writings
from itdesk.server.store.people import PersonVersion, every_person, write_people
from itdesk.server.store.search.writing import index_renamed
from itdesk.server.store.store import Store

GIVEN_ROLES = tuple(role for role in Role if role.is_given)
YES, NO = ("yes", "true", "1", "tak", "x"), ("no", "false", "0", "nie")
ONLY_WHEN_SAID = "administrators are made, changed to others and let in or shut out only with --allow-admins."
ONLY_CLAIMED = "this login is only claimed by a computer: choose another one."
CHECKS: dict[str, Callable[[str], object]] = {
    "login": fold_login,
    "name": lambda text: check_text(text, "name", NAME_CHARS, required=True),
    "department": lambda text: check_text(text, "department", SHORT_TEXT_CHARS),
    "site": lambda text: check_text(text, "site", SHORT_TEXT_CHARS),
    "place": lambda text: check_text(text, "place", SHORT_TEXT_CHARS),
    "phone": lambda text: check_text(text, "phone", SHORT_TEXT_CHARS),
}


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """How a file is to be taken. `disable_others`: who is not in it may sign in no more."""

    allow_admins: bool = False
    disable_others: bool = False
    dry_run: bool = False


@dataclass
class Plan:
    """What a file comes to, over the people as they are."""

    created: list[PersonVersion] = field(default_factory=list)
    changed: list[PersonVersion] = field(default_factory=list)
    disabled: list[PersonVersion] = field(default_factory=list)
    unchanged: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def writes(self) -> list[PersonVersion]:
        """All that is to be written."""
        return [*self.created, *self.changed, *self.disabled]


def import_people(store: Store, file: PeopleFile, wishes: Wishes, now: Callable[[], datetime]) -> Plan:
    """Take the file in one transaction; with a fault, or for a dry run, nothing is written.

    Raises StoreUnavailable.
    """
    with store.writing() as connection:
        lock_writings(connection)
        plan = plan_of(file, {_login(held): held for held in every_person(connection)}, wishes)
        if not plan.faults and not wishes.dry_run:
            write_people(connection, plan.writes, now())
            index_renamed(connection, {one.person.id for one in plan.writes if one.is_renamed})
        return plan


def plan_of(file: PeopleFile, held: Mapping[str, HeldPerson], wishes: Wishes) -> Plan:
    """Return what the file comes to, where `held` are all people by their logins."""
    plan, lines = Plan(faults=list(file.faults)), dict[str, int]()
    for row in file.rows:
        if len(plan.faults) >= MOST_FAULTS:
            break
        faults = [*_cell_faults(row), *_login_taken(row, lines)]
        if not faults:
            faults = _take(plan, held.get(_folded(row), HeldPerson()), row, wishes)
        plan.faults += faults
    if wishes.disable_others:
        plan.disabled += _others(held, lines, wishes)
    plan.faults += _without_admin(plan, held)
    plan.faults.sort(key=lambda fault: fault.line)
    return plan


def _login(held: HeldPerson) -> str:
    return held.person.login if held.person else ""


def _folded(row: Row) -> str:
    return fold_login(row.cells["login"])


def _cell_faults(row: Row) -> Iterator[Fault]:
    """Yield what cannot be taken of a row, cell by cell."""
    for column, cell in row.cells.items():
        text = cell.strip()
        if column == "role" and text.lower() not in ("", *GIVEN_ROLES):
            sentence = f"“{text[:SHOWN_CHARS]}” is no role; known are {', '.join(GIVEN_ROLES)}."
            yield Fault(line=row.line, column=column, sentence=sentence)
        elif column == "disabled" and text.lower() not in ("", *YES, *NO):
            sentence = f"“{text[:SHOWN_CHARS]}” is neither yes nor no."
            yield Fault(line=row.line, column=column, sentence=sentence)
        elif column in CHECKS:
            try:
                CHECKS[column](text)
            except Refused as refused:
                yield Fault(line=row.line, column=column, sentence=str(refused))


def _login_taken(row: Row, lines: dict[str, int]) -> Iterator[Fault]:
    """Note in which line a login stands; yield a fault where it stood before."""
    try:
        login = _folded(row)
    except Refused:
        return
    if login in lines:
        sentence = f"“{login[:SHOWN_CHARS]}” stands in line {lines[login]} already."
        yield Fault(line=row.line, column="login", sentence=sentence)
    lines.setdefault(login, row.line)


def _take(plan: Plan, held: HeldPerson, row: Row, wishes: Wishes) -> list[Fault]:
    """Put a sound row into the plan, or return why it may not be."""
    before, after = held.person, _person(held.person, row)
    if before is not None and not before.role.is_given:
        return [Fault(line=row.line, column="login", sentence=ONLY_CLAIMED)]
    if column := _column_of_admins(before, after, wishes):
        return [Fault(line=row.line, column=column, sentence=ONLY_WHEN_SAID)]
    if before == after:
        plan.unchanged += 1
    else:
        version = PersonVersion(
            person=after,
            standing=held.standing.written_by(None),
            is_renamed=is_renamed(before, after),
        )
        (plan.changed if before else plan.created).append(version)
    return []


def _person(before: Person | None, row: Row) -> Person:
    """Return the person as a sound row says her; columns that the file does not have stay as they are."""
    base = before or Person(id=PersonId(new_id()), login=_folded(row), name="")
    cells = {column: cell.strip() for column, cell in row.cells.items()}
    return replace(
        base,
        name=cells.get("name", base.name),
        department=cells.get("department", base.department),
        site=cells.get("site", base.site),
        place=cells.get("place", base.place),
        phone=cells.get("phone", base.phone),
        role=Role(cells["role"].lower()) if cells.get("role") else base.role,
        is_disabled=cells["disabled"].lower() in YES if cells.get("disabled") else base.is_disabled,
    )


def _column_of_admins(before: Person | None, after: Person, wishes: Wishes) -> str:
    """Return the column that makes, unmakes or shuts out an administrator although that was not said."""
    was = before is not None and before.role is Role.ADMIN
    becomes_or_ceases = was is not (after.role is Role.ADMIN)
    is_shut_out = was and before is not None and after.is_disabled is not before.is_disabled
    if wishes.allow_admins or not (becomes_or_ceases or is_shut_out):
        return ""
    return "role" if becomes_or_ceases else "disabled"


def _others(
    held: Mapping[str, HeldPerson], lines: Mapping[str, int], wishes: Wishes
) -> Iterator[PersonVersion]:
    """Yield those who are not in the file, as disabled; administrators only where that was said."""
    for login, one in held.items():
        person = one.person
        if person is None or person.is_disabled or login in lines or not person.role.is_given:
            continue
        if person.role is not Role.ADMIN or wishes.allow_admins:
            out = replace(person, is_disabled=True)
            yield PersonVersion(person=out, standing=one.standing.written_by(None))


def _without_admin(plan: Plan, held: Mapping[str, HeldPerson]) -> Sequence[Fault]:
    """Somebody must be left who can undo it."""
    admins = {one.person.id for one in held.values() if one.person and _administers(one.person)}
    left = set(admins)
    for version in plan.writes:
        left.discard(version.person.id)
        left |= {version.person.id} if _administers(version.person) else set()
    if admins and not left:
        return [Fault(line=1, sentence="nobody would be left as administrator.")]
    return []


def _administers(person: Person) -> bool:
    return person.role is Role.ADMIN and not person.is_disabled
