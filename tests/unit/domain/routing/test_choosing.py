"""Who takes a ticket, and where one goes that a team cannot solve."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.documents import Absence, Assigning, Line, OpenHours, Profile, Team
from itdesk.domain.ids import PersonId, QueueId, TeamId
from itdesk.domain.routing.choosing import candidates, choose, is_available
from itdesk.domain.routing.lines import is_higher, line_of, next_queue
from itdesk.domain.skills import Skill, SkillArea

NINE = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)
ADA, BOB, EVE = (PersonId(name) for name in ("ada", "bob", "eve"))
SAP = Skill(area=SkillArea.APPLICATIONS, name="SAP")
PEOPLE = some.lists(some.sampled_from("abcdef").map(PersonId), unique=True, min_size=1).map(sorted)


def team(id: str = "t", line: Line = Line.FIRST, **details: object) -> Team:
    given = {"queue_id": QueueId(f"queue {id}"), **details}
    return Team(id=TeamId(id), name={"en": id}, line=line, **given)  # type: ignore[arg-type]


def test_who_is_absent_or_at_home_is_not_there() -> None:
    warsaw = Profile(
        id=ADA, zone="Europe/Warsaw", hours=(OpenHours(weekday=2, opens=time(8), closes=time(16)),)
    )
    assert is_available(warsaw, NINE)
    assert not is_available(warsaw, NINE.replace(hour=15)), "it is four in Warsaw"
    assert not is_available(warsaw, NINE + DAY), "a Thursday"
    away = Profile(id=ADA, absences=(Absence(begins_at=NINE, ends_at=NINE + DAY),))
    assert [is_available(away, NINE + after) for after in (-DAY, timedelta(), DAY)] == [True, False, True]
    unknown_zone = Profile(id=ADA, zone="Nowhere/Land", hours=warsaw.hours)
    assert not is_available(unknown_zone, NINE)


def test_candidates_are_there_and_know_enough() -> None:
    profiles = {
        ADA: Profile(id=ADA, skills=(SAP,)),
        BOB: Profile(id=BOB, skills=(SAP,), absences=(Absence(begins_at=NINE - DAY, ends_at=NINE + DAY),)),
    }
    all_three = team(members=frozenset({EVE, BOB, ADA}))
    assert candidates(all_three, profiles, (), NINE) == [ADA, EVE]
    assert candidates(all_three, profiles, (SAP,), NINE) == [ADA]
    assert candidates(all_three, profiles, (SAP,), NINE + DAY) == [ADA, BOB]


@given(PEOPLE, some.integers(1, 30))
def test_in_turn_everybody_gets_as_many_as_everybody_else(able: list[PersonId], count: int) -> None:
    last: PersonId | None = None
    given_to = Counter[PersonId]()
    for _ in range(count):
        last = choose(Assigning.ROUND_ROBIN, able, last, {})
        assert last is not None
        given_to[last] += 1
    assert max(given_to.values()) - min(given_to[id] for id in able) <= 1


@given(PEOPLE, some.sampled_from("abcdefz").map(PersonId))
def test_the_next_in_turn_follows_the_last_also_when_she_has_left(
    able: list[PersonId], last: PersonId
) -> None:
    later = [id for id in able if id > last]
    assert choose(Assigning.ROUND_ROBIN, able, last, {}) == (later or able)[0]


@given(PEOPLE, some.dictionaries(some.sampled_from("abcdef").map(PersonId), some.integers(0, 5)))
def test_by_load_nobody_who_has_more_is_chosen(able: list[PersonId], loads: dict[PersonId, int]) -> None:
    chosen = choose(Assigning.LEAST_LOADED, able, None, loads)
    assert chosen is not None
    assert all(loads.get(chosen, 0) <= loads.get(id, 0) for id in able)


def test_equals_take_turns() -> None:
    assert choose(Assigning.LEAST_LOADED, [ADA, BOB, EVE], ADA, {BOB: 1}) == EVE


@pytest.mark.parametrize("assigning", Assigning)
def test_nobody_is_chosen_where_nobody_is_able(assigning: Assigning) -> None:
    assert choose(assigning, [], ADA, {}) is None


def test_by_hand_nobody_is_chosen() -> None:
    assert choose(Assigning.BY_HAND, [ADA], None, {}) is None


FIRST, SECOND, NETWORK, THIRD = (
    team("1"),
    team("2", Line.SECOND),
    team("2 network", Line.SECOND),
    team("3", Line.THIRD),
)
ALL = [THIRD, NETWORK, SECOND, FIRST]


def test_a_ticket_goes_one_line_up() -> None:
    assert next_queue(ALL, FIRST.queue_id) == SECOND.queue_id
    assert next_queue(ALL, NETWORK.queue_id) == THIRD.queue_id
    assert next_queue(ALL, THIRD.queue_id) is None
    assert next_queue(ALL, None) == FIRST.queue_id
    assert next_queue([FIRST, THIRD], FIRST.queue_id) == THIRD.queue_id, (
        "a line that there is not is left out"
    )
    assert next_queue([], None) is None


def test_a_team_may_say_itself_where_it_hands_on() -> None:
    to_network = team("1", escalates_to=NETWORK.queue_id)
    assert next_queue([*ALL[:3], to_network], to_network.queue_id) == NETWORK.queue_id
    sideways = team("2", Line.SECOND, escalates_to=NETWORK.queue_id)
    assert is_higher([sideways, NETWORK], sideways.queue_id, NETWORK.queue_id)


def test_escalating_is_upwards() -> None:
    assert line_of(ALL, QueueId("nobody's")) == 0
    assert is_higher(ALL, FIRST.queue_id, THIRD.queue_id)
    assert not is_higher(ALL, SECOND.queue_id, NETWORK.queue_id)
    assert not is_higher(ALL, SECOND.queue_id, FIRST.queue_id)
    assert not is_higher(ALL, FIRST.queue_id, QueueId("nobody's"))
