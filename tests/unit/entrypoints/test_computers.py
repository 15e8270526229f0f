"""What the demo's computers say about themselves: as declared, plausible, small, the same each time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from itdesk.diagnostics.base import Field, Kind
from itdesk.diagnostics.comparison import compare
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.facts import read_facts
from itdesk.entrypoints.demo.company import DeviceSeed, load_company
from itdesk.entrypoints.demo.computer_state import MODELS, Computer, second_tuesday
from itdesk.entrypoints.demo.computers import ABOUT_A_COMPUTER, facts_of
from itdesk.entrypoints.demo.stories import TicketStory, compose, moment

NOW = datetime(2026, 5, 25, 9, 21, tzinfo=UTC)
MOST_BYTES = 10_000
Told = Mapping[str, Mapping[str, object]]
Report = tuple[DeviceSeed, TicketStory, Told]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    company = load_company()
    own = {device.owner: device for device in company.devices if device.kind == "computer"}
    about = [story for story in compose(company) if story.category in ABOUT_A_COMPUTER]
    return [(own[story.requester], story, facts(own[story.requester], story)) for story in about]


def facts(device: DeviceSeed, story: TicketStory) -> Told:
    text = facts_of(device, story, moment(NOW, story.minutes_ago))
    assert len(text.encode()) < MOST_BYTES
    assert text == facts_of(device, story, moment(NOW, story.minutes_ago)), "the same each time"
    return read_facts(text).facts


def fields_and_values(told: Told) -> Iterator[tuple[Field, object]]:
    """Return each value with its declaration. Raises KeyError for what nobody has declared."""
    for probe, values in told.items():
        fields = {field.name: field for field in declarations()[probe].fields}
        for name, value in values.items():
            yield fields[name], value
            columns = {column.name: column for column in fields[name].columns}
            rows = value if fields[name].kind is Kind.TABLE and isinstance(value, list) else []
            yield from ((columns[key], cell) for row in rows for key, cell in row.items())


def test_they_say_what_probes_say(reports: list[Report]) -> None:
    for _, _, told in reports:
        for field, value in fields_and_values(told):
            if field.kind is Kind.NUMBER:
                assert isinstance(value, int | float), field.name
                assert field.least is None or field.least <= value, field.name
                assert field.most is None or value <= field.most, field.name
            if field.choices:
                assert value in field.choices, field.name
            if field.kind is Kind.MOMENT:
                assert datetime.fromisoformat(str(value)) <= NOW, field.name


def test_every_report_tells_the_first_two_tiers(reports: list[Report]) -> None:
    for device, _, told in reports:
        expected = {"device", "displays", "graphics", "printers", "updates", "security", "busiest", "changes"}
        assert expected <= told.keys()
        is_laptop = MODELS[device.model.partition(" ")[2]].chassis == "laptop"
        assert ("battery" in told) is is_laptop


def test_a_device_has_one_number_and_no_other_has_it(reports: list[Report]) -> None:
    numbers = defaultdict(set)
    for device, _, told in reports:
        numbers[device.name].add(told["device"]["id"])
    assert all(len(found) == 1 for found in numbers.values())
    assert len({number for found in numbers.values() for number in found}) == len(numbers)


def test_one_to_four_things_changed_the_newest_first(reports: list[Report]) -> None:
    for _, _, told in reports:
        changes = told["changes"]["changes"]
        assert isinstance(changes, list)
        assert 1 <= len(changes) <= 4
        minutes = [change["minutes_before"] for change in changes]
        assert minutes == sorted(minutes)
        assert all(change["what"] in ("added", "removed", "changed") for change in changes)


def test_what_changed_is_what_it_is_now(reports: list[Report]) -> None:
    drivers = 0
    for _, _, told in reports:
        changes, adapters = told["changes"]["changes"], told["graphics"]["adapters"]
        assert isinstance(changes, list)
        assert isinstance(adapters, list)
        for change in changes:
            if change["probe"] == "graphics":
                drivers += 1
                assert change["after"] == adapters[0]["driver_version"] != change["before"]
    assert drivers


def test_two_reports_of_a_device_differ_in_a_few_things(reports: list[Report]) -> None:
    told_by = defaultdict(list)
    for device, _, told in reports:
        told_by[device.name].append(told)
    compared = [
        compare(before, after, declarations().values())
        for several in told_by.values()
        for before, after in pairwise(several)
    ]
    assert any(compared)
    assert max(map(len, compared)) < 40


def test_checks_find_faults_now_and_then(reports: list[Report]) -> None:
    found: list[Mapping[str, object]] = []
    for _, _, told in reports:
        rows = told.get("checks", {}).get("findings", [])
        assert isinstance(rows, list)
        found += rows
    faults = sum(row["is_fault"] is True for row in found)
    assert 10 < faults < len(found) - 10


def test_updates_come_on_second_tuesdays_and_never_before() -> None:
    assert second_tuesday(2026 * 12 + 4) == datetime(2026, 5, 12, 17, tzinfo=UTC)
    device = next(one for one in load_company().devices if one.os.startswith("Windows"))
    for day in range(60):
        computer = Computer(device, "joanna", NOW + timedelta(days=day))
        names, days = zip(*(computer.update(months) for months in range(3)), strict=True)
        assert len(set(names)) == 3
        assert NOW + timedelta(days=day) > days[0] > days[1] > days[2]
