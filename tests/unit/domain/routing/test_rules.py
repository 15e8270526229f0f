"""What rules look at, whether they hold and why, and what they come to together."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import TicketOpened
from itdesk.domain.documents import Conditions, Effects, Rule
from itdesk.domain.ids import QueueId, RuleId
from itdesk.domain.limits import TAGS
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.routing.evaluate import evaluate, try_rule
from itdesk.domain.routing.look import Condition
from itdesk.domain.routing.situation import Situation, computer_in, situation_of
from itdesk.domain.routing.wording import BEGINNING, Wording
from itdesk.domain.skills import Skill, SkillArea, has_skills
from itdesk.domain.tokeniser import fold

MACHINE = {"manufacturer": "Dell", "model": "Latitude 5440"}
FACTS = json.dumps({"facts": {"host": {"name": "KRK-LT-0042"}, "machine": MACHINE}})
PRINTING = Situation(
    category=Category.HARDWARE_FAILURE,
    symptom="printing",
    site="Kraków",
    computer=("KRK-LT-0042", "Dell", "Latitude 5440"),
    title="Drukarka w holu nie drukuje",
    description="Miga czerwona lampka. VPN działa.",
)
SAP = Skill(area=SkillArea.APPLICATIONS, name="SAP")


def rule(id: str = "r", order: int = 0, *, stops: bool = False, **parts: Any) -> Rule:
    """Return a rule; `parts` are of its conditions and effects."""
    of_effects = {name: value for name, value in parts.items() if name in Effects.__dataclass_fields__}
    of_conditions = {name: value for name, value in parts.items() if name not in of_effects}
    return Rule(
        id=RuleId(id),
        name={"en": id},
        order=order,
        conditions=Conditions(**of_conditions),
        effects=Effects(**of_effects),
        stops=stops,
    )


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"categories": (Category.OTHER, Category.HARDWARE_FAILURE)}, ("hardware_failure",)),
        ({"categories": (Category.OTHER,)}, ()),
        ({"symptoms": ("printing",)}, ("printing",)),
        ({"symptoms": ("print",)}, ()),
        ({"sites": ("krakow",)}, ("Kraków",)),
        ({"sites": ("Warszawa",)}, ()),
        ({"devices": ("latitude",)}, ("Latitude",)),
        ({"devices": ("krk",)}, ("KRK",)),
        ({"devices": ("dell latitude",)}, ()),
        ({"words": ("drukar",)}, ("Drukarka",)),
        ({"words": ("DRUK",)}, ("Drukarka", "drukuje")),
        ({"words": ("nie drukuje", "vpn")}, ("nie drukuje", "VPN")),
        ({"words": ("nie dziala",)}, ()),
        ({"words": ("dziala",)}, ("działa",)),
        ({"words": ("vp", "hol", "lampka drukarka")}, ()),
        ({"words": ("...", "")}, ()),
    ],
)
def test_a_condition_says_what_met_it(conditions: dict[str, Any], found: tuple[str, ...]) -> None:
    verdict = try_rule(rule(**conditions), PRINTING)
    (looked,) = verdict.looks
    assert looked.found == found
    assert looked.wanted == tuple(map(str, next(iter(conditions.values()))))
    assert verdict.holds is bool(found)


def test_all_that_are_given_must_be_met_and_each_is_explained() -> None:
    asked = rule(words=("drukarka",), sites=("Warszawa",), categories=(Category.HARDWARE_FAILURE,))
    verdict = try_rule(asked, PRINTING)
    assert not verdict.holds
    assert {one.condition: one.holds for one in verdict.looks} == {
        Condition.CATEGORY: True,
        Condition.SITE: False,
        Condition.WORDS: True,
    }


def test_one_without_conditions_always_holds() -> None:
    assert try_rule(rule(), PRINTING).holds


def test_what_is_not_known_meets_nothing() -> None:
    bare = Situation(category=Category.OTHER)
    nothing: list[dict[str, Any]] = [
        {"sites": ("",)},
        {"symptoms": ("",)},
        {"devices": ("",)},
        {"words": (" ",)},
    ]
    for conditions in nothing:
        assert not try_rule(rule(**conditions), bare).holds


def test_what_an_earlier_rule_has_said_stands_and_tags_and_skills_add_up() -> None:
    first = rule("b", 1, queue_id=QueueId("q1"), tags=("a", "b"), impact=Impact.HIGH)
    second = rule(
        "a", 2, queue_id=QueueId("q2"), tags=("b", "c"), urgency=Urgency.LOW, impact=Impact.LOW, skills=(SAP,)
    )
    outcome = evaluate([second, first], PRINTING)
    assert outcome.effects == Effects(
        queue_id=QueueId("q1"),
        impact=Impact.HIGH,
        urgency=Urgency.LOW,
        tags=("a", "b", "c"),
        skills=(SAP,),
    )
    assert [verdict.rule.id for verdict in outcome.verdicts] == ["b", "a"]


def test_one_that_stops_is_the_last_only_when_it_holds() -> None:
    last = rule("z", 9, override=Priority.LOW)
    stopping = rule("a", 1, stops=True, words=("drukarka",), tags=("printer",))
    assert evaluate([last, stopping], PRINTING).effects == Effects(tags=("printer",))
    other = replace(PRINTING, title="Nothing", description="")
    assert evaluate([last, stopping], other).effects == Effects(override=Priority.LOW)


def test_one_that_is_off_is_not_asked_but_can_be_tried() -> None:
    off = replace(rule(tags=("x",)), is_on=False)
    assert evaluate([off], PRINTING).verdicts == ()
    assert try_rule(off, PRINTING).holds


RULES = some.builds(
    rule,
    some.text("abc", min_size=1, max_size=2),
    some.integers(0, 3),
    stops=some.booleans(),
    words=some.lists(some.sampled_from(["drukarka", "vpn", "nothing"]), max_size=2).map(tuple),
    queue_id=some.sampled_from([None, QueueId("q1"), QueueId("q2")]),
    tags=some.lists(some.sampled_from("xyz"), max_size=2).map(tuple),
)


@given(some.lists(RULES, unique_by=lambda one: one.id, max_size=6), some.randoms())
def test_in_whatever_order_rules_come_they_come_to_the_same(rules: list[Rule], dice: object) -> None:
    outcome = evaluate(rules, PRINTING)
    dice.shuffle(rules)  # type: ignore[attr-defined]
    assert evaluate(rules, PRINTING) == outcome
    held = [verdict.rule for verdict in outcome.verdicts if verdict.holds]
    assert outcome.effects.queue_id == next(
        (one.effects.queue_id for one in held if one.effects.queue_id), None
    )
    assert set(outcome.effects.tags) == {tag for one in held for tag in one.effects.tags}
    assert [one.id for one in held if one.stops] in ([], [held[-1].id] if held else [])


def test_rules_give_no_more_tags_than_a_ticket_has_room_for() -> None:
    rules = [rule(f"r{n}", n, tags=tuple(f"{n} {place}" for place in range(TAGS - 1))) for n in range(2)]
    assert len(evaluate(rules, PRINTING).effects.tags) == TAGS


@given(some.text(max_size=60), some.text(max_size=60), some.lists(some.text(max_size=8), max_size=4))
def test_whatever_is_found_stands_in_the_report(title: str, description: str, words: list[str]) -> None:
    at = Situation(category=Category.OTHER, title=title, description=description)
    for one in try_rule(rule(words=tuple(words)), at).looks:
        for found in one.found:
            assert all(part in title or part in description for part in found.split())


def test_the_facts_tell_what_the_computer_is_called() -> None:
    assert computer_in(FACTS) == PRINTING.computer
    report = TicketOpened(title="x", symptom="printing", category=Category.HARDWARE_FAILURE)
    assert situation_of(report, site="Kraków", facts=FACTS).computer == PRINTING.computer


@pytest.mark.parametrize(
    "facts",
    [
        "",
        "x",
        "[]",
        "7",
        '{"facts": 7}',
        '{"facts": {"host": []}}',
        '{"facts":{"host":{"name":1}}}',
        "[" * 99_999,
    ],
)
def test_facts_of_any_form_tell_nothing_and_do_no_harm(facts: str) -> None:
    assert computer_in(facts) == ()


def test_skills_are_compared_as_people_read_them() -> None:
    polish = Skill(area=SkillArea.LANGUAGES, name="Język polski ")
    assert has_skills([SAP, polish], [Skill(area=SkillArea.LANGUAGES, name="jezyk POLSKI")])
    assert not has_skills([Skill(area=SkillArea.NETWORK, name="SAP")], [SAP])
    assert has_skills([], [])


WORDS = some.lists(
    some.sampled_from(["druk", "drukarka", "drukarki", "Nie", "nie", "działa", "vpn", "vp"]), max_size=8
)


def _read_word_by_word(wanted: list[str], text: str) -> list[str]:
    """The rule itself, without an index: all but the last word must be the same, the last may go on."""
    said = text.split()
    return [
        " ".join(said[start : start + len(wanted)])
        for start in range(len(said) - len(wanted) + 1)
        if all(fold(word) == one for word, one in zip(said[start:], wanted[:-1], strict=False))
        and fold(said[start + len(wanted) - 1]).startswith(wanted[-1])
        and (len(wanted[-1]) >= BEGINNING or fold(said[start + len(wanted) - 1]) == wanted[-1])
    ]


@given(WORDS.map(" ".join), WORDS.filter(bool))
def test_the_index_finds_what_reading_finds(text: str, wanted: list[str]) -> None:
    folded = [fold(word) for word in wanted]
    assert list(Wording(text).meetings(folded)) == _read_word_by_word(folded, text)
