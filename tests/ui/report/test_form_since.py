"""Since when it is so, as the reporter said it, stands in the head of the ticket on both sides."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage, ticket_page
from itdesk.services.report import Report, report_problem
from itdesk.ui.console.page_header import PageHeader
from itdesk.ui.requester.ticket_header import TicketHeader
from itdesk.ui.times import since_text
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.gui_guard import in_background

NOW = datetime.now(UTC)


def page_of(desk: Desk, since: datetime | None) -> TicketPage:
    def report() -> TicketPage | None:
        saved = report_problem(desk, Report(title="It does not print", since=since))
        return ticket_page(desk, saved.ticket_id)

    page = in_background(report)
    assert isinstance(page, TicketPage)
    return page


@pytest.fixture
def headers(desk: Desk, qtbot: QtBot) -> tuple[TicketHeader, PageHeader]:
    """The requester's head and the technician's."""
    made = (TicketHeader(desk.account.person_id), PageHeader(desk.account.person_id, "en"))
    for header in made:
        qtbot.addWidget(header)
        header.show()
    return made


def test_both_heads_say_since_when(desk: Desk, headers: tuple[TicketHeader, PageHeader]) -> None:
    page, (hers, his) = page_of(desk, NOW - timedelta(days=1)), headers
    hers.show_page(page, NOW)
    his.show_page(page, None, NOW)
    for header in headers:
        said = [label.text() for label in header.findChildren(PlainLabel) if label.isVisible()]
        assert any("since yesterday" in text for text in said), said


def test_what_nobody_said_is_not_told(desk: Desk, headers: tuple[TicketHeader, PageHeader]) -> None:
    page, (hers, his) = page_of(desk, None), headers
    hers.show_page(page, NOW)
    his.show_page(page, None, NOW)
    for header in headers:
        said = [label.text() for label in header.findChildren(PlainLabel) if label.isVisible()]
        assert not any("since" in text for text in said), said


def test_of_today_the_time_is_told_of_other_days_the_day() -> None:
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC).astimezone()
    assert since_text(noon.replace(hour=9, minute=40), noon) == "since about 9:40 AM".replace(
        " AM", "\u202fAM"
    )
    assert since_text(noon - timedelta(days=3), noon) == "since about 1 Mar"
    assert since_text(noon - timedelta(days=400), noon) == "since about 28 Jan 2025"
