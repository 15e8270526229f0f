"""After Send: a receipt in place, Undo that brings the whole form back, a kind end for what is not needed."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from itdesk.domain.documents import Announcement, AnnouncementKind, Article
from itdesk.domain.ids import AnnouncementId, ArticleId
from itdesk.domain.listing import Question
from itdesk.services.desk import Desk
from itdesk.services.drafts import draft
from itdesk.services.helpdesk import HelpdeskNow
from itdesk.services.reading import tickets
from itdesk.ui.report.receipt_page import ReceiptPage
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.report.words import words_of
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.receipt_steps import Step
from tests.ui.gui_guard import in_background
from tests.ui.report.test_report_window import TEXT, fill, sent
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped


def test_the_receipt_stands_in_the_forms_place(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    fill(window)
    sent(window, qtbot)
    receipt = window.after.receipt
    assert window.isVisible()
    assert receipt.isVisible()
    assert not window.form.isVisible()
    assert receipt.can_undo
    assert receipt.steps.accessibleName() == "Saved"
    [row] = in_background(lambda: tickets(desk, Question()))
    assert row.title == "Nie mogę wydrukować faktur"


def test_undo_brings_the_whole_form_back(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    fill(window)
    answer = next(iter(window.form.questions.questions)).id
    window.form.questions.show_answers({answer: "HP-312"})
    window.along.screenshot.leave_out()
    before = window.form.words()
    sent(window, qtbot)
    with qtbot.waitSignal(window.withdrawn, timeout=10_000):
        window.after.receipt.undo_button.click()
    assert window.form.isVisible()
    assert window.form.words() == before
    assert window.along.pictures() == ()
    assert in_background(lambda: tickets(desk, Question())) == ()
    kept = words_of(in_background(lambda: draft(desk, "report")))
    assert (kept.description, kept.answers) == (TEXT, {answer: "HP-312"})
    sent(window, qtbot)
    assert len(in_background(lambda: tickets(desk, Question()))) == 1


def test_after_its_time_it_cannot_be_undone(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    fill(window)
    sent(window, qtbot)
    window.after.send_now()
    assert not window.after.receipt.undo_button.isVisible()
    window.after.undo()
    assert len(in_background(lambda: tickets(desk, Question()))) == 1


def test_a_window_that_is_closed_meanwhile_keeps_no_draft(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    fill(window)
    sent(window, qtbot)
    window.close()
    assert in_background(lambda: draft(desk, "report")) == ""
    assert len(in_background(lambda: tickets(desk, Question()))) == 1


@pytest.fixture
def receipt(qtbot: QtBot) -> ReceiptPage:
    """A receipt alone."""
    made = ReceiptPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.usefixtures("language", "scale")
def test_the_receipt_is_named_and_fits(receipt: ReceiptPage) -> None:
    receipt.begin("Nie mogę wydrukować faktur")
    assert_not_clipped(receipt, SMALLEST_SCREEN)
    assert_named(receipt)
    receipt.end_hold()
    receipt.steps.show_reached(Step.TAKEN)
    assert_not_clipped(receipt, SMALLEST_SCREEN)


def keep(desk: Desk, document: Article | Announcement, kind: str) -> None:
    """Put a document into the replica, as an exchange does."""
    import msgspec

    body = msgspec.json.encode(document)
    with desk.replica.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO documents (kind, id, version, body) VALUES (?, ?, 1, ?)", (kind, document.id, body)
        )


ARTICLE = Article(
    id=ArticleId("starter-paper-jam"),
    title={"en": "How to take out jammed paper"},
    body={"en": "Open the printer."},
    symptoms=("printing",),
)
OUTAGE = Announcement(
    id=AnnouncementId("0c" * 16),
    title={"en": "The printers on floor 3 stand still"},
    body={"en": "A part is on its way."},
    kind=AnnouncementKind.OUTAGE,
    symptoms=("printing",),
    begins_at=datetime.now(UTC) - timedelta(hours=1),
    people=14,
)


def test_an_article_is_shown_first_and_then_may_have_solved_it(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    in_background(lambda: keep(desk, ARTICLE, "article"))
    fill(window)
    banner = window.advice.article_banner
    qtbot.waitUntil(banner.isVisible, timeout=10_000)
    with qtbot.waitSignal(window.article_wanted):
        banner.button.click()
    assert banner.button.text() == "That solved it"
    banner.button.click()
    qtbot.waitUntil(lambda: window.after.is_over, timeout=10_000)
    [row] = in_background(lambda: tickets(desk, Question()))
    assert row.title == "How to take out jammed paper"
    assert not window.form.isVisible()


def test_words_alone_find_an_article(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    in_background(lambda: keep(desk, ARTICLE, "article"))
    window.form.description.setPlainText("The paper is jammed again and I cannot open it")
    qtbot.waitUntil(window.advice.article_banner.isVisible, timeout=10_000)


def test_a_known_trouble_comes_before_an_article_and_counts_who_has_it_too(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    in_background(lambda: keep(desk, ARTICLE, "article"))
    in_background(lambda: keep(desk, OUTAGE, "announcement"))
    fill(window)
    banner = window.advice.article_banner
    qtbot.waitUntil(banner.isVisible, timeout=10_000)
    assert "14" in banner.accessibleName()
    assert banner.button.text() == "I have it too"
    banner.button.click()
    qtbot.waitUntil(lambda: window.after.is_over, timeout=10_000)
    assert in_background(lambda: draft(desk, "report")) == ""


def test_the_helpdesk_and_the_phone_are_told_where_they_are_known(window: ReportWindow) -> None:
    assert not window.phone.isVisible()
    now = datetime.now(UTC)
    told = HelpdeskNow(
        name={},
        phone="4400",
        address="",
        is_open=True,
        until=now + timedelta(minutes=1),
        opens_at=None,
        usual_first_answer_min=12,
    )
    window.head.show_helpdesk(told, now)
    assert any("4400" in label.text() for label in window.head.findChildren(PlainLabel))
    window.phone.show_number(told.phone)
    window.phone.show_computer("PC-7", ("10.0.0.7",))
    window.phone.toggle()
    assert set(window.phone.copy_buttons) == {"4400", "PC-7", "10.0.0.7"}
    window.phone.copy_buttons["PC-7"].click()
    assert window.phone.copy_buttons["PC-7"].text() == "Copied"


def test_a_symptom_is_found_by_a_word_and_chosen_by_enter(window: ReportWindow, qtbot: QtBot) -> None:
    field = window.form.search.field
    qtbot.keyClicks(field, "toner")
    assert [card.symptom.id for card in window.form.symptoms.cards_in_sight()] == ["printing"]
    qtbot.keyClick(field, "\r")
    assert window.form.words().symptom == "printing"
    assert field.text() == ""
    assert len(window.form.symptoms.cards_in_sight()) == 9
    qtbot.keyClicks(field, "uprawnienia")
    qtbot.keyClick(field, "\r")
    assert window.form.words().symptom == "access"
    assert len(window.form.symptoms.cards_in_sight()) == 10


def test_a_word_that_nothing_is_called_by_leaves_the_description(window: ReportWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.form.search.field, "zzz")
    assert window.form.symptoms.cards_in_sight() == []
    window.form.search.field.clear()
    assert len(window.form.symptoms.cards_in_sight()) == 9
