"""Reports of one trouble are found, whatever their order; those of several troubles are left alone."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.similar_reports import SIMILAR_FROM, Traits, points, suggested, telling_words

NOON = datetime(2026, 5, 25, 12, tzinfo=UTC)


def report(number: int, text: str = "", **traits: str) -> Traits:
    told = {"category": "network", **traits}
    return Traits(
        ticket_id=TicketId(f"{number:032x}"),
        requester_id=PersonId(told.pop("requester_id", f"p{number}")),
        created_at=NOON + timedelta(minutes=number),
        words=telling_words(text),
        **told,
    )


def numbers(reports: tuple[Traits, ...]) -> list[int]:
    return [int(one.ticket_id, 16) for one in reports]


def test_three_people_with_one_symptom_and_one_fault_are_one_trouble() -> None:
    vpn = [report(n, symptom="vpn", fault="network.no_gateway", site="Kraków") for n in (3, 1, 2)]
    others = [report(4, symptom="vpn", category="hardware"), report(5, "No sound", site="Kraków")]
    assert numbers(suggested([*vpn, *others])) == [1, 2, 3]


def test_words_and_the_symptom_are_enough() -> None:
    texts = ("VPN pyta o kod dwa razy", "Znowu pyta o kod dwa razy", "VPN pyta o kod dwa razy od rana")
    assert len(suggested(report(n, text, symptom="vpn") for n, text in enumerate(texts, 1))) == 3


def test_one_person_who_reports_three_times_is_no_incident() -> None:
    same = [report(n, symptom="vpn", fault="x", requester_id="joanna") for n in (1, 2, 3)]
    assert suggested(same) == ()


def test_the_same_category_and_site_alone_say_nothing() -> None:
    assert suggested(report(n, site="Kraków") for n in range(1, 9)) == ()


some_reports = some.lists(
    some.builds(
        lambda number, who, symptom, fault, text: report(
            number, text, requester_id=who, symptom=symptom, fault=fault
        ),
        some.integers(1, 40),
        some.sampled_from("abcde"),
        some.sampled_from(("", "vpn", "printer")),
        some.sampled_from(("", "gateway", "spooler")),
        some.sampled_from(("nothing works today", "printer blinks red", "nothing works since noon")),
    ),
    max_size=9,
    unique_by=lambda one: one.ticket_id,
)


@given(some_reports.flatmap(lambda some_of: some.tuples(some.just(some_of), some.permutations(some_of))))
def test_the_order_does_not_matter(both: tuple[list[Traits], list[Traits]]) -> None:
    reports, shuffled = both
    assert suggested(reports) == suggested(shuffled)


@given(some_reports)
def test_everybody_in_a_group_is_similar_to_somebody_in_it(reports: list[Traits]) -> None:
    group = suggested(reports)
    for one in group:
        assert any(points(one, other) >= SIMILAR_FROM for other in group if other is not one)
    assert len({one.requester_id for one in group}) >= 3 or not group
