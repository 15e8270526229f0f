"""What came together is one notification, in words."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from itdesk.domain.documents import Announcement
from itdesk.domain.ids import AnnouncementId, TicketId, new_id
from itdesk.services.news import News, NewsKind
from itdesk.ui.tray.notice import Deed, notices_of, thanks_for
from itdesk.ui.tray.notice_words import MOST_CHARS, NoticeWords, one_line


def news(
    ticket: str = "1",
    kind: NewsKind = NewsKind.REPLY,
    words: str = "Hello",
    title: str = "Printer",
    author: str = "Marek",
) -> News:
    return News(
        id=new_id(),
        kind=kind,
        ticket_id=TicketId(ticket * 32),
        reference=f"IT-{ticket}",
        words=words,
        title=title,
        author=author,
    )


MANY = st.lists(
    st.builds(news, st.sampled_from("123"), st.sampled_from(NewsKind), st.text(max_size=20)), max_size=8
)


@pytest.fixture
def words(dressed_app: QApplication) -> NoticeWords:
    return NoticeWords()


@given(MANY)
def test_all_that_came_together_is_in_one_notification(came: list[News]) -> None:
    found = notices_of(came)
    assert [one for notice in found for one in notice.news] == came
    assert len(found) == bool(came)


@given(MANY)
def test_only_a_resolved_ticket_can_be_confirmed_and_only_a_single_one(came: list[News]) -> None:
    for notice in notices_of(came):
        is_solved = any(one.kind is NewsKind.RESOLVED for one in came)
        assert (Deed.WORKS in notice.deeds) == (len(notice.tickets) == 1 and is_solved)
        assert (notice.ticket_id is not None) == (len(notice.tickets) == 1)


def test_one_answer_says_who_wrote_what(words: NoticeWords) -> None:
    (notice,) = notices_of([news()])
    assert words.title(notice) == "An answer from Marek"
    assert words.body(notice) == "IT-1 Printer\nHello"
    assert [words.label(deed) for deed in notice.deeds] == ["Open"]


def test_a_solution_asks_whether_it_works(words: NoticeWords) -> None:
    (notice,) = notices_of([news(), news(kind=NewsKind.RESOLVED, words="Done")])
    assert words.title(notice) == "IT-1: 2 new things"
    assert words.body(notice) == "IT-1 Printer\nDone"
    assert [words.label(deed) for deed in notice.deeds] == ["Open", "It works", "It does not work"]


def test_several_tickets_are_named(words: NoticeWords) -> None:
    (notice,) = notices_of([news("1"), news("2"), news("2")])
    assert words.title(notice) == "News on 2 of your tickets"
    assert words.body(notice) == "IT-1 Printer\nIT-2 Printer"


def test_thanks_ask_for_a_rating(words: NoticeWords) -> None:
    notice = thanks_for(TicketId("1" * 32), "IT-1")
    assert words.title(notice) == "Thank you, IT-1 is done"
    assert [words.label(deed) for deed in notice.deeds] == ["Very good", "Fair", "Poor"]


def test_an_announcement_stands_beside_the_answers(words: NoticeWords) -> None:
    told = Announcement(
        id=AnnouncementId(new_id()),
        title={"en": "No mail until noon", "pl": "Poczta nie działa do południa"},
        body={},
        begins_at=datetime(2026, 5, 25, tzinfo=UTC),
    )
    _, notice = notices_of([news()], [told])
    assert words.title(notice) == "IT announces something"
    assert words.body(notice) == "No mail until noon"


@given(st.text(), st.text(), st.text())
def test_foreign_words_stay_in_the_body_and_short(title: str, author: str, said: str) -> None:
    (notice,) = notices_of([news(title=title, author=author, words=said)])
    words = NoticeWords()
    assert len(words.body(notice)) <= 2 * MOST_CHARS + 1
    assert all(line.isprintable() for line in words.body(notice).split("\n"))
    assert words.title(notice).isprintable()
    assert len(words.title(notice)) <= MOST_CHARS + 40


def test_a_long_text_is_cut_where_it_can_be_seen() -> None:
    assert one_line("a" * 500) == "a" * (MOST_CHARS - 1) + "…"
    assert one_line(" a\n\n b\t\x07c ") == "a b c"
