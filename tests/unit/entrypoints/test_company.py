"""The demo's company is whole, bilingual and believable, and its past can be told again exactly."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.domain.limits import NAME_CHARS, SHORT_TEXT_CHARS, TEXT_CHARS, TITLE_CHARS
from itdesk.domain.people import Role
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.text import check_text
from itdesk.domain.workflow import TRANSITIONS, Part
from itdesk.entrypoints.demo.company import Company, load_company
from itdesk.entrypoints.demo.stories import (
    LIVE_REPORTER,
    NEWEST_KEPT_APART,
    SPAN_DAYS,
    STATUS_AFTER,
    WARSAW,
    WORKDAY_MINUTES,
    StepKind,
    TicketStory,
    compose,
    moment,
)
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.server.starter import starter_articles

EPOCH = datetime(2024, 1, 10, tzinfo=UTC)
STAFF_KINDS = {StepKind.QUEUED, StepKind.TAKEN, StepKind.NOTED, StepKind.WAITING, StepKind.RESOLVED}
REQUESTER_KINDS = {StepKind.CONFIRMED, StepKind.REJECTED, StepKind.RATED}


@pytest.fixture(scope="module")
def company() -> Company:
    return load_company()


@pytest.fixture(scope="module")
def stories(company: Company) -> tuple[TicketStory, ...]:
    return compose(company)


@pytest.fixture(scope="module")
def codes() -> set[str]:
    return {symptom.code for symptom in shipped_symptoms()}


def test_the_company_has_the_promised_size(company: Company, stories: tuple[TicketStory, ...]) -> None:
    parts = (company.people, company.queues, company.devices, company.articles, stories)
    assert [len(part) for part in parts] == [30, 4, 40, 10, 200]


def test_people_are_distinct_and_hold_the_promised_roles(company: Company) -> None:
    assert Counter(person.role for person in company.people) == {
        Role.EMPLOYEE: 24, Role.TECHNICIAN: 4, Role.LEAD: 1, Role.ADMIN: 1,
    }  # fmt: skip
    for attribute in ("login", "name", "phone"):
        assert len({getattr(person, attribute) for person in company.people}) == 30, attribute
    assert {person.site for person in company.people} == set(company.sites)
    assert {person.department for person in company.people} == set(company.departments)
    assert {person.language for person in company.people} == {"pl", "en"}


def test_joanna_sits_where_the_story_says(company: Company) -> None:
    joanna = next(person for person in company.people if person.login == LIVE_REPORTER)
    assert joanna.name == "Joanna Wiśniewska"
    assert (joanna.place.pl, joanna.contact.en) == ("pokój 312", "ext. 4410")
    assert company.departments[joanna.department].pl == "Księgowość"


def test_queues_and_devices_name_people_that_exist(company: Company) -> None:
    staff = {person.login for person in company.people if person.role.is_staff}
    assert all(queue.members and set(queue.members) <= staff for queue in company.queues)
    assert [queue.code for queue in company.queues if queue.restricted] == ["hr_security"]
    owners = Counter(device.owner for device in company.devices if device.owner)
    assert owners == {person.login: 1 for person in company.people}
    assert len({device.name for device in company.devices}) == len({d.serial for d in company.devices}) == 40


def test_articles_are_whole_in_both_languages(company: Company, codes: set[str]) -> None:
    assert Counter(article.staff_only for article in company.articles) == {False: 7, True: 3}
    for article in company.articles:
        assert article.symptoms, article.id
        assert set(article.symptoms) <= codes, article.id
        assert set(article.title) == set(article.body) == {"en", "pl"}, article.id
        assert article.title["pl"] != article.title["en"]
        for body in article.body.values():
            assert 80 <= len(body.split()) <= 200, article.id


def test_the_knowledge_base_is_the_companys_own_and_what_every_store_starts_with(company: Company) -> None:
    starters = starter_articles()
    assert len(company.articles) + len(starters) == 26
    own, given = ({article.id for article in some} for some in (company.articles, starters))
    assert max(own) < min(given), "the company's own stand first"


def test_tickets_refer_to_what_exists(
    company: Company, stories: tuple[TicketStory, ...], codes: set[str]
) -> None:
    people = {person.login: person for person in company.people}
    members = {queue.code: queue.members for queue in company.queues}
    for script in company.scripts:
        assert script.symptom in codes, script.code
        assert set(script.departments) <= set(company.departments), script.code
        assert {line.who for line in script.talk} <= {"requester", "technician"}
        assert {(line.who, line.how) for line in script.talk}.isdisjoint({("requester", "note")})
        assert script.resolution or script.cancel, script.code
    for story in stories:
        assert people[story.requester].language == story.language
        assert story.technician in members[story.queue]
        assert {step.by for step in story.steps} <= {story.requester, story.technician}


def test_titles_are_mostly_distinct_and_both_languages_appear(stories: tuple[TicketStory, ...]) -> None:
    assert len({story.title for story in stories}) >= 150
    languages = Counter(story.language for story in stories)
    assert 0.6 <= languages["pl"] / len(stories) <= 0.75


def test_about_sixty_tickets_are_open_and_every_ending_appears(stories: tuple[TicketStory, ...]) -> None:
    assert 50 <= sum(story.status.is_open for story in stories) <= 70
    assert {story.status for story in stories} == set(Status) - {Status.MERGED}
    assert any(step.kind is StepKind.REJECTED for story in stories for step in story.steps)
    assert {step.score for story in stories for step in story.steps} >= {3, 4, 5}


def test_nothing_in_the_past_is_what_joanna_reports_live(stories: tuple[TicketStory, ...]) -> None:
    assert not any(story.requester == LIVE_REPORTER and story.symptom == "printing" for story in stories)
    assert {"Nie mogę wydrukować faktur", "Cannot print invoices"}.isdisjoint(s.title for s in stories)
    newest = stories[-NEWEST_KEPT_APART:]
    assert not any(s.requester == LIVE_REPORTER or s.symptom == "printing" for s in newest)


def test_all_texts_can_be_stored(company: Company, stories: tuple[TicketStory, ...]) -> None:
    for person in company.people:
        check_text(person.name, "name", NAME_CHARS, required=True)
        check_text(person.place.pl, "place", SHORT_TEXT_CHARS, required=True)
    for article in company.articles:
        for title in article.title.values():
            check_text(title, "title", TITLE_CHARS, required=True)
    for story in stories:
        check_text(story.title, "title", TITLE_CHARS, required=True)
        check_text(story.description, "description", TEXT_CHARS, required=True)
        for step in story.steps:
            check_text(step.text, step.kind, TEXT_CHARS)
    everything = json.dumps(msgspec.to_builtins(stories), ensure_ascii=False)
    assert not any(mark in everything for mark in ("{printer}", "{pc}", "{room}"))


def test_steps_say_what_the_workflow_asks_for(stories: tuple[TicketStory, ...]) -> None:
    worded = STAFF_KINDS - {StepKind.QUEUED, StepKind.TAKEN} | {StepKind.REPLIED, StepKind.CANCELLED}
    for story, step in [(told, step) for told in stories for step in told.steps]:
        if step.kind in STAFF_KINDS:
            assert step.by == story.technician
        if step.kind in REQUESTER_KINDS:
            assert step.by == story.requester
        if step.kind in worded:
            assert step.text, story.title
        if step.kind is StepKind.WAITING:
            assert step.reason
            assert (step.reason is PendingReason.SCHEDULED) == (step.until_days > 0)


def test_every_step_is_legal_in_the_workflow(stories: tuple[TicketStory, ...]) -> None:
    for story in stories:
        for length, step in enumerate(story.steps):
            before = replace(story, steps=story.steps[:length]).status
            after = replace(story, steps=story.steps[: length + 1]).status
            part = Part.REQUESTER if step.by == story.requester else Part.TECHNICIAN
            if before is not after:
                assert part in TRANSITIONS[before, after], (story.title, before, after)
            else:
                assert step.kind not in STATUS_AFTER, (story.title, before, step.kind)


def test_time_runs_forward_within_ninety_working_days(stories: tuple[TicketStory, ...]) -> None:
    opened = [story.minutes_ago for story in stories]
    assert opened == sorted(opened, reverse=True)
    assert (SPAN_DAYS - 2) * WORKDAY_MINUTES < opened[0] <= (SPAN_DAYS + 1) * WORKDAY_MINUTES
    for story in stories:
        times = [story.minutes_ago, *(step.minutes_ago for step in story.steps)]
        assert all(earlier > later for earlier, later in pairwise(times))
        assert times[-1] > 0


def test_the_same_seed_tells_the_same_past(company: Company, stories: tuple[TicketStory, ...]) -> None:
    assert compose(load_company()) == stories
    assert compose(company, seed=8) != stories


@pytest.mark.parametrize("count", [0, 1, 17, 450])
def test_as_many_stories_as_asked_for(company: Company, count: int) -> None:
    assert len(compose(company, count)) == count


@given(
    now=st.integers(0, 5 * 365 * 24 * 3600).map(lambda seconds: EPOCH + timedelta(seconds=seconds)),
    minutes_ago=st.integers(1, SPAN_DAYS * WORKDAY_MINUTES),
)
def test_a_moment_lies_in_working_hours_and_before_a_later_one(now: datetime, minutes_ago: int) -> None:
    then = moment(now, minutes_ago)
    local = then.astimezone(WARSAW)
    minute = local.hour * 60 + local.minute
    assert then < now
    assert local.weekday() < 5
    assert 8 * 60 <= minute <= 16 * 60
    assert moment(now, minutes_ago + 1) < then


def test_a_moment_steps_over_the_weekend() -> None:
    monday_at_nine = datetime(2026, 11, 23, 9, tzinfo=WARSAW)
    assert moment(monday_at_nine, 60) == monday_at_nine - timedelta(hours=1)
    assert moment(monday_at_nine, 61) == datetime(2026, 11, 20, 15, 59, tzinfo=WARSAW)
