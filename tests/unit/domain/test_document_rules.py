"""What must hold of each kind of document; one named reason each, with the field and the limit."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain import limits
from itdesk.domain.catalogue import Category
from itdesk.domain.document_rules.check import CHECKS, check_document, named_by
from itdesk.domain.document_rules.pieces import Reference
from itdesk.domain.documents import (
    DOCUMENT_KINDS,
    Absence,
    Announcement,
    Article,
    Calendar,
    CategoryPage,
    Conditions,
    Device,
    Document,
    Effects,
    Helpdesk,
    Macro,
    OpenHours,
    Policy,
    Profile,
    Queue,
    Rule,
    Snooze,
    Team,
    View,
    kind_of_document,
    private_to,
)
from itdesk.domain.documents.custom_field import CustomField, FieldChoice, FieldKind
from itdesk.domain.documents.policy import Length, Targets
from itdesk.domain.ids import (
    AnnouncementId,
    ArticleId,
    CalendarId,
    DeviceId,
    MacroId,
    PersonId,
    PolicyId,
    QueueId,
    RuleId,
    SnoozeId,
    SymptomId,
    TeamId,
    TicketId,
    ViewId,
)
from itdesk.domain.macro_text import filled
from itdesk.domain.people import Actor, Role
from itdesk.domain.policy import may_write, may_write_kind
from itdesk.domain.priority import Priority, Urgency
from itdesk.domain.refusals import Refused
from itdesk.domain.skills import Skill, SkillArea
from itdesk.domain.status import PendingReason, Status
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.server.starter import starter_articles

BOTH = {"en": "Printers", "pl": "Drukarki"}
LONG = "x" * (limits.TEXT_CHARS + 1)
PERSON = PersonId("0" * 31 + "a")
NOW = datetime(2026, 3, 2, tzinfo=UTC)

QUEUE = Queue(id=QueueId("printers"), name=BOTH, members=frozenset({PERSON}))
ARTICLE = Article(id=ArticleId("paper"), title={"en": "Paper"}, body={"en": "Out."}, symptoms=("printing",))
ANNOUNCEMENT = Announcement(id=AnnouncementId("vpn"), title={"pl": "VPN"}, body={}, begins_at=NOW)
DEVICE = Device(id=DeviceId("ws-1"), name="ws-1", owner_id=PERSON)
HELPDESK = Helpdesk(name=BOTH, zone="Europe/Warsaw", closed_days=(date(2026, 12, 24),))
VIEW = View(id=ViewId("urgent"), name={"pl": "Pilne"}, search="priority:P1", team_id="network")
SNOOZE = Snooze(
    id=SnoozeId("lunch"),
    owner_id=PersonId("1" * 32),
    ticket_id=TicketId("2" * 32),
    until=datetime(2026, 5, 25, 11, tzinfo=UTC),
)
SYMPTOM = shipped_symptoms()[0]
FLOOR = CustomField(code="floor", kind=FieldKind.NUMBER, name=BOTH, least=0, most=40)
COLOUR = CustomField(
    code="colour",
    kind=FieldKind.CHOICE,
    name=BOTH,
    choices=(FieldChoice(code="red", words=BOTH), FieldChoice(code="blue", words=BOTH)),
)
PAGE = CategoryPage(
    id=Category.HARDWARE_FAILURE,
    name=BOTH,
    done=BOTH,
    not_done=BOTH,
    expected_time=BOTH,
    fields=(FLOOR, COLOUR),
)
MACRO = Macro(
    id=MacroId("restart"),
    name=BOTH,
    text={"en": "Dear {requester_first_name}, restart it. {link}", "pl": "Uruchom ponownie."},
    status=Status.PENDING,
    reason=PendingReason.USER,
    queue_id=QueueId("printers"),
)
OFFICE = OpenHours(weekday=0, opens=time(8), closes=time(16))
CALENDAR = Calendar(id=CalendarId("office"), name=BOTH, zone="Europe/Warsaw", hours=(OFFICE,))
POLICY = Policy(
    id=PolicyId("usual"),
    name=BOTH,
    calendar_id=CALENDAR.id,
    targets=(Targets(priority=Priority.HIGH, resolution=Length(8 * 60), calendar_id=CalendarId("always")),),
)
TEAM = Team(
    id=TeamId("network"),
    name=BOTH,
    queue_id=QueueId("network"),
    members=frozenset({PERSON}),
    escalates_to=QueueId("vendor"),
)
PROFILE = Profile(id=PERSON, skills=(Skill(area=SkillArea.NETWORK, name="VPN"),), hours=(OFFICE,))
RULE = Rule(
    id=RuleId("vpn"),
    name=BOTH,
    conditions=Conditions(symptoms=("vpn",)),
    effects=Effects(queue_id=QueueId("network")),
)
NOTHING = replace(MACRO, text={}, status=None, reason=None, queue_id=None)

GOOD: list[Document] = [QUEUE, ARTICLE, ANNOUNCEMENT, DEVICE, HELPDESK, VIEW, SNOOZE, SYMPTOM, PAGE, MACRO]
GOOD += [CALENDAR, POLICY, TEAM, PROFILE, RULE]
FOR_OTHERS = [one for one in GOOD if private_to(one) is None]
BAD: list[tuple[Document, str, str]] = [
    (replace(QUEUE, id=QueueId("Printers")), "bad_document", "“Printers” is no id"),
    (replace(QUEUE, id=QueueId("a\nb")), "bad_document", "is no id"),
    (replace(QUEUE, name={"en": "Printers"}), "words_missing", "The name is missing in Polish."),
    (replace(QUEUE, name={"en": " ", "pl": "Drukarki"}), "words_missing", "missing in English"),
    (replace(QUEUE, name=BOTH | {"pl": "x" * 201}), "text_too_long", "at most 200 characters"),
    (replace(QUEUE, name=BOTH | {"no such language": "x"}), "bad_document", "is no code of a language"),
    (replace(QUEUE, name=BOTH | {"de": "\0"}), "text_has_nul", "NUL"),
    (replace(SNOOZE, ticket_id=TicketId("../x")), "bad_document", "A ticket’s id has 32 of the signs"),
    (replace(SNOOZE, until=datetime(2026, 5, 25, 11)), "bad_document", "The time has no zone."),  # noqa: DTZ001
    (replace(QUEUE, members=frozenset({PersonId("../x")})), "bad_document", "is no id"),
    (
        replace(QUEUE, members=frozenset(PersonId(f"{n:032x}") for n in range(1_001))),
        "too_many",
        "There are 1001 of this: members; at most 1000 are kept.",
    ),
    (replace(ARTICLE, title={}), "text_empty", "The title is empty."),
    (replace(ARTICLE, body={"en": "  "}), "text_empty", "The text is empty."),
    (replace(ARTICLE, body={"en": LONG}), "text_too_long", "at most 20000"),
    (replace(ARTICLE, category="cooking"), "unknown_category", "no category “cooking”"),
    (replace(ARTICLE, symptoms=("a b",)), "bad_document", "is no id"),
    (replace(ARTICLE, keywords={"en": LONG}), "text_too_long", "keywords"),
    (replace(ANNOUNCEMENT, title={"en": ""}), "text_empty", "title"),
    (replace(ANNOUNCEMENT, body={"en": LONG}), "text_too_long", "text"),
    (replace(ANNOUNCEMENT, begins_at=NOW.replace(tzinfo=None)), "bad_document", "offset from UTC"),
    (replace(ANNOUNCEMENT, ends_at=datetime(2020, 1, 1, tzinfo=UTC)), "bad_document", "before it begins"),
    (replace(DEVICE, name=""), "text_empty", "name"),
    (replace(DEVICE, serial="x" * 201), "text_too_long", "serial number"),
    (replace(DEVICE, details={str(n): "" for n in range(201)}), "too_many", "details"),
    (replace(HELPDESK, id="other"), "bad_document", "There is one helpdesk"),
    (replace(HELPDESK, zone="Europe/Atlantis"), "bad_document", "no time zone “Europe/Atlantis”"),
    (replace(HELPDESK, phone="1" * 201), "text_too_long", "phone"),
    (
        replace(HELPDESK, hours=(OpenHours(weekday=7, opens=time(8), closes=time(9)),)),
        "out_of_range",
        "0 to 6",
    ),
    (replace(VIEW, name={}), "text_empty", "name"),
    (replace(VIEW, search="x" * 501), "text_too_long", "search"),
    (replace(VIEW, owner_id=PERSON), "bad_document", "shared with no team"),
    (replace(CALENDAR, name={"en": "Office"}), "words_missing", "missing in Polish"),
    (replace(CALENDAR, hours=()), "bad_document", "Calendar “office”"),
    (replace(POLICY, name={}), "words_missing", "missing in English"),
    (replace(POLICY, targets=POLICY.targets * 2), "bad_document", "is there twice"),
    (replace(TEAM, name={"pl": "Sieć"}), "words_missing", "missing in English"),
    (replace(TEAM, queue_id=QueueId("a b")), "bad_document", "is no id"),
    (replace(TEAM, escalates_to=QueueId("")), "bad_document", "is no id"),
    (replace(PROFILE, zone="Mars/North"), "bad_document", "no time zone “Mars/North”"),
    (
        replace(PROFILE, absences=(Absence(begins_at=NOW, ends_at=NOW),)),
        "bad_document",
        "It ends before it begins.",
    ),
    (replace(PROFILE, skills=(Skill(area=SkillArea.NETWORK, name=""),)), "text_empty", "skills"),
    (replace(RULE, name={}), "words_missing", "missing in English"),
    (replace(RULE, effects=Effects()), "bad_document", "A rule does something"),
    (replace(RULE, effects=Effects(tags=("x" * (limits.TAG_CHARS + 1),))), "text_too_long", "tag"),
    (replace(RULE, effects=Effects(tags=tuple(map(str, range(limits.TAGS + 1))))), "too_many", "tags"),
    (replace(MACRO, tags=("x" * (limits.TAG_CHARS + 1),)), "text_too_long", "tag"),
    (replace(PAGE, id="cooking"), "unknown_category", "cooking"),  # type: ignore[arg-type]
    (replace(PAGE, done={"en": "We mend it."}), "words_missing", "The what we do is missing in Polish."),
    (replace(PAGE, expected_time=BOTH | {"en": "x" * 201}), "text_too_long", "expected time"),
    (replace(PAGE, fields=(FLOOR, FLOOR)), "bad_document", "“floor”: there are two of this code"),
    (replace(PAGE, fields=(replace(FLOOR, code="a b"),)), "bad_document", "is no id"),
    (replace(PAGE, fields=(replace(FLOOR, name={}),)), "words_missing", "name of the field"),
    (replace(PAGE, fields=(replace(FLOOR, longest=3),)), "bad_document", "“longest” is for a text"),
    (replace(PAGE, fields=(replace(FLOOR, least=50),)), "bad_document", "least is above its most"),
    (replace(PAGE, fields=(replace(COLOUR, choices=()),)), "bad_document", "at least 2 values"),
    (
        replace(PAGE, fields=(replace(COLOUR, choices=COLOUR.choices * 2),)),
        "bad_document",
        "two choices have the code “red”",
    ),
    (
        replace(PAGE, fields=tuple(replace(FLOOR, code=f"f{n}") for n in range(41))),
        "too_many",
        "at most 40",
    ),
    (replace(MACRO, name={"pl": "Restart"}), "words_missing", "missing in English"),
    (replace(MACRO, text={"en": "Dear {boss}"}), "bad_document", "“{boss}” fills in nothing; known are"),
    (replace(MACRO, text={"en": "a } b"}), "bad_document", "“}” fills in nothing"),
    (replace(MACRO, text={"en": "{requester.__class__}"}), "bad_document", "fills in nothing"),
    (replace(MACRO, status=Status.NEW, reason=None), "bad_document", "No macro makes a ticket new."),
    (replace(MACRO, reason=None), "reason_required", "waits for"),
    (replace(MACRO, urgency=Urgency.HIGH), "bad_document", "set together"),
    (replace(MACRO, tags=("",)), "text_empty", "tag"),
    (NOTHING, "bad_document", "says or does something"),
    (replace(SYMPTOM, name={"en": "Printing"}), "bad_document", "missing in Polish"),
    (replace(SYMPTOM, id=SymptomId("x"), questions=()), "bad_document", "one to three questions"),
]


def test_every_kind_has_rules() -> None:
    assert set(CHECKS) == set(DOCUMENT_KINDS.values()) == {type(document) for document in GOOD}


@pytest.mark.parametrize("document", GOOD, ids=lambda one: type(one).__name__)
def test_a_good_one_passes(document: Document) -> None:
    check_document(document)


@pytest.mark.parametrize(("document", "code", "words"), BAD)
def test_a_bad_one_is_refused_with_its_reason(document: Document, code: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        check_document(document)
    assert refused.value.refusal.code == code
    assert words in str(refused.value)
    assert str(refused.value).endswith(".")


def test_what_travels_with_the_program_passes() -> None:
    shipped: list[Document] = [*shipped_symptoms(), *starter_articles()]
    for document in shipped:
        check_document(document)


def test_what_is_named_must_exist() -> None:
    assert named_by(QUEUE) == {Reference("person", PERSON)}
    assert named_by(ARTICLE) == {Reference("symptom", "printing")}
    assert named_by(replace(ANNOUNCEMENT, symptoms=("vpn",))) == {Reference("symptom", "vpn")}
    assert named_by(DEVICE) == {Reference("person", PERSON)}
    calendars = {Reference("calendar", "office"), Reference("calendar", "always")}
    assert named_by(POLICY) == calendars
    queues = {Reference("queue", "network"), Reference("queue", "vendor")}
    assert named_by(TEAM) == queues | {Reference("person", PERSON)}
    assert named_by(PROFILE) == {Reference("person", PERSON)}
    assert named_by(RULE) == {Reference("queue", "network"), Reference("symptom", "vpn")}
    assert named_by(MACRO) == {Reference("queue", "printers")}
    assert named_by(VIEW) == {Reference("team", "network")}
    assert named_by(HELPDESK) == frozenset()


def test_places_are_filled_in_and_values_are_only_text() -> None:
    values = {"requester": "{link}", "ticket": "IT-1"}
    assert filled("{requester} {ticket} {title}.", values) == "{link} IT-1 ."


@given(some.text(max_size=40), some.text(max_size=40))
def test_no_text_breaks_a_rule_of_ours(id: str, text: str) -> None:
    """Whatever is written, it passes or is refused in words."""
    for document in (
        Queue(id=QueueId(id), name={"en": text, "pl": text}),
        Article(id=ArticleId(id), title={text: text}, body={"en": text}, symptoms=(id,), category=text),
        Helpdesk(zone=text, name={"en": text}),
    ):
        with suppress(Refused):
            check_document(document)


LOWEST = {
    "announcement": Role.LEAD,
    "article": Role.LEAD,
    "calendar": Role.ADMIN,
    "category": Role.ADMIN,
    "device": Role.LEAD,
    "helpdesk": Role.ADMIN,
    "macro": Role.LEAD,
    "policy": Role.ADMIN,
    "profile": Role.ADMIN,
    "queue": Role.ADMIN,
    "rule": Role.ADMIN,
    "snooze": Role.ADMIN,
    "symptom": Role.ADMIN,
    "team": Role.ADMIN,
    "view": Role.LEAD,
}
RANK = [Role.CLAIMED, Role.EMPLOYEE, Role.TECHNICIAN, Role.LEAD, Role.ADMIN, Role.SYSTEM]


def test_the_table_of_writers_is_told_of_every_kind() -> None:
    assert LOWEST.keys() == DOCUMENT_KINDS.keys()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("document", FOR_OTHERS, ids=lambda one: type(one).__name__)
def test_who_writes_which_kind(document: Document, role: Role) -> None:
    kind = kind_of_document(document)
    reaches = RANK.index(role) >= RANK.index(LOWEST[kind])
    assert may_write(Actor(id=PERSON, role=role), document) is reaches
    assert may_write_kind(Actor(id=PERSON, role=role), kind) is reaches


@pytest.mark.parametrize("role", Role)
def test_an_own_view_is_everybodys_in_it_and_nobody_elses(role: Role) -> None:
    own = replace(VIEW, team_id=None, owner_id=PERSON)
    assert may_write(Actor(id=PERSON, role=role), own) is (role not in (Role.CLAIMED, Role.EMPLOYEE))
    assert not may_write(Actor(id=PersonId("0" * 32), role=role), own)


@pytest.mark.parametrize("role", Role)
def test_a_kind_that_nobody_knows_is_the_admins(role: Role) -> None:
    assert may_write_kind(Actor(id=PERSON, role=role), "hologram") is (role in (Role.ADMIN, Role.SYSTEM))
