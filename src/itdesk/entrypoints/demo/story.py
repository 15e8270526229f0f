"""The main job, lived through the real windows: report on one computer, solve on another."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QImage, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Delivery, View
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.status import Status
from itdesk.domain.ticket import number_text
from itdesk.entrypoints.demo.hands import (
    NeverHappened,
    ask,
    ask_until,
    drag,
    part,
    press,
    shows,
    stopwatch,
    wait_until,
    write,
)
from itdesk.entrypoints.demo.invoice_program import InvoiceProgram
from itdesk.entrypoints.demo.script import Script
from itdesk.entrypoints.demo.stage import Desktop, Stage
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.services.report import Saved, send_now
from itdesk.ui.console.deed_bar import DeedBar
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.note_dialog import NoteDialog
from itdesk.ui.console.priority_dialog import PriorityDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.report.exact_preview import ExactPreview
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.requester.outcome_bar import OutcomeBar
from itdesk.ui.requester.rating_bar import RatingBar
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.widgets.composer import Composer
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.screenshot_view import ScreenshotView
from itdesk.ui.widgets.segmented_control import SegmentedControl
from itdesk.ui.widgets.symptom_card import SymptomGrid

Window = TypeVar("Window", bound=HouseWindow)
Tell = Callable[[str, float], None]
"""Hears of a step: the ticket and what happened, and how many milliseconds a person waited for it."""

SCORE = 5
MARGIN_PX = 40


@dataclass(frozen=True)
class Lived:
    """What the story made, to be checked and shown."""

    ticket_id: TicketId
    number: int
    blacked_out: tuple[QRect, ...]
    facts: str
    """Exactly as they were shown before sending."""
    screen: QImage
    """Joanna's screen, before anything was blacked out."""


class Story:
    """Joanna's printer. Each step is told as it happens, with the time that a person waited for it."""

    def __init__(self, stage: Stage, script: Script, tell: Tell) -> None:
        self._stage = stage
        self._script = script
        self._told = tell
        self._reference = ""
        self._saved: list[Saved] = []

    def live(self) -> Lived:
        """Live the whole story. Raises NeverHappened."""
        console = self.open_desktops()
        report = self.write_report()
        blacked_out, facts = self.choose_what_goes_along(report)
        ticket_id, number = self.send(report, console)
        self.take_up(console, ticket_id)
        self.say_and_note(console, ticket_id)
        tickets = self.answer(ticket_id)
        self.resolve(console, ticket_id)
        self.confirm_and_rate(tickets, ticket_id)
        self.see_the_end(console, ticket_id)
        return Lived(ticket_id, number, blacked_out, facts, self._screen)

    # -- Joanna reports

    def open_desktops(self) -> ConsoleWindow:
        """Both start their programs; Marek looks at what nobody has taken yet."""
        with stopwatch() as passed:
            for desktop, wanted in ((self._stage.technician, "console"), (self._stage.employee, "tickets")):
                desktop.shell.start(wanted)
            console = self._window(self._stage.technician, "console", ConsoleWindow)
            tickets = self._window(self._stage.employee, "tickets", TicketsWindow)
            self._place(console, 1)
            self._place(tickets, 0)
            wait_until(lambda: console.navigation.model.rowCount() > len(View), "the console's queues")
            console.navigation.go_to(View.UNASSIGNED.value)
            wait_until(lambda: console.tickets.model.rowCount() > 0, "tickets in the console")
            self._tell("both desktops are open, everything is here", passed())
        tickets.close()
        return console

    def write_report(self) -> ReportWindow:
        """Joanna's invoices do not print: she asks for help from the tray and says what happens."""
        program = InvoiceProgram(self._script.message)
        screens = QGuiApplication.screens()
        program.fill(screens[0])
        QCursor.setPos(screens[0].geometry().center())
        wait_until(lambda: is_drawn(screens[0]), "the invoice program on the screen")
        self._accounts = program.accounts_area()
        with stopwatch() as passed:
            self._stage.employee.shell.tray.report_wanted.emit()
            report = self._window(self._stage.employee, "report", ReportWindow)
            self._tell("the report is open, ready to type in", passed())
        program.close()
        self._place(report, 0)
        grid = part(report, SymptomGrid)
        press(next(card for card in grid.cards() if card.symptom.id == "printing"))
        write(part(report, QPlainTextEdit), self._script.description)
        urgency = self._segments(report, QCoreApplication.translate("ProblemForm", "I cannot work"))
        press(urgency)
        with stopwatch() as passed:
            wait_until(lambda: bool(report.along.collected.facts), "the facts about the computer")
            wait_until(lambda: not self._stage.employee.shell.runner.waiting, "all the facts")
            self._tell("the facts about her computer are there", passed())
        return report

    def choose_what_goes_along(self, report: ReportWindow) -> tuple[tuple[QRect, ...], str]:
        """She makes the bank accounts unreadable, and looks at exactly what is sent."""
        black_out = QCoreApplication.translate(
            "ScreenshotPanel", "Black out: drag over what nobody should see"
        )
        press(part(report, QAbstractButton, black_out))
        view = part(report, ScreenshotView)
        self._screen = view.image
        drag(view, *on_thumbnail(view, self._accounts))
        wait_until(lambda: bool(view.blacked_out), "the black rectangle")
        if not view.blacked_out[0].contains(self._accounts):
            raise NeverHappened("the bank accounts are not blacked out")
        with stopwatch() as passed:
            exactly = QCoreApplication.translate("GoingAlong", "Show exactly what we send")
            press(part(report, QAbstractButton, exactly))
            preview = part(report, ExactPreview)
            self._tell("she sees exactly what is sent", passed())
        shown = preview.text.toPlainText()
        press(part(preview, QAbstractButton, QCoreApplication.translate("ExactPreview", "Close")))
        return view.blacked_out, shown

    def send(self, report: ReportWindow, console: ConsoleWindow) -> tuple[TicketId, int]:
        """She sends it; it is safe at once, gets its number, and appears in Marek's list.

        It could still be undone for a while; she is sure, so it goes out now.
        """
        report.saved.connect(self._saved.append)
        with stopwatch() as passed:
            press(part(report, QAbstractButton, QCoreApplication.translate("Footer", "Send report")))
            wait_until(lambda: bool(self._saved), "the saved report")
            ticket_id = self._saved[0].ticket_id
            self._reference = number_text(None, ticket_id)
            self._tell("the report is saved on her computer", passed())
        with stopwatch() as passed:
            press(part(report, QAbstractButton, QCoreApplication.translate("ReceiptPage", "Send now")))
            model = console.tickets.model
            wait_until(lambda: model.place_of(ticket_id).isValid(), "the ticket in the console")
            wait_until(lambda: model.place_of(ticket_id).data(TicketRole.ROW) is not None, "its row")
            row = model.place_of(ticket_id).data(TicketRole.ROW)
            self._reference = row.reference
            self._tell("visible in the console", passed())
            self._wait_for(
                self._stage.employee, ticket_id, lambda page: page.ticket.number is not None, "the number"
            )
            wait_until(lambda: shows(report, f"IT-{row.number}"), "the number on the receipt")
            self._tell("Joanna sees the number", passed())
        press(part(report, QAbstractButton, QCoreApplication.translate("ReceiptPage", "Open my report")))
        return ticket_id, int(row.number)

    # -- Marek helps

    def take_up(self, console: ConsoleWindow, ticket_id: TicketId) -> None:
        """Marek opens the ticket, takes it, and judges how much it matters."""
        view = console.tickets.list
        with stopwatch() as passed:
            place = console.tickets.model.place_of(ticket_id)
            view.scrollTo(place)
            QTest.mouseClick(
                view.viewport(),
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                view.visualRect(place).center(),
            )
            self._wait_for_shown(console, lambda page: page.ticket.id == ticket_id, "the ticket's page")
            self._tell("Marek reads it", passed())
        marek = self._stage.technician.account.person_id
        with stopwatch() as passed:
            self._do(console, Deed.TAKE)
            self._wait_for_shown(console, lambda page: page.ticket.assignee_id == marek, "Marek's name")
            self._tell("he takes it", passed())
        with stopwatch() as passed:
            self._do(console, Deed.PRIORITY)
            dialog = part(console, PriorityDialog)
            dialog.choose(Impact.MEDIUM, Urgency.HIGH)
            press(dialog.ok_button)
            self._wait_for_shown(
                console, lambda page: page.ticket.ranking.impact is Impact.MEDIUM, "the priority"
            )
            self._tell("he sets the priority", passed())

    def say_and_note(self, console: ConsoleWindow, ticket_id: TicketId) -> None:
        """He keeps a note for IT, and answers Joanna.

        The answer could be taken back for ten seconds; he is sure, so it goes out now.
        """
        composer = console.page.reply_box.composer
        for words, is_internal in ((self._script.note, True), (self._script.reply, False)):
            with stopwatch() as passed:
                press(composer.switch.segments()[int(is_internal)])
                write(composer.text, words)
                press(composer.send_button)
                if not is_internal:
                    self._send_now(ticket_id)
                self._wait_for(self._stage.technician, ticket_id, _says(words), "his words")
                wait_until(lambda: not composer.body and composer.isEnabled(), "an empty composer")
                self._tell("he keeps a note for IT" if is_internal else "he answers Joanna", passed())

    def _send_now(self, ticket_id: TicketId) -> None:
        marek = self._stage.technician
        find = partial(_held, marek.desk, ticket_id)
        for saved in ask_until(marek.shell.runner, find, bool, "the answer in the outbox"):
            ask(marek.shell.runner, partial(send_now, marek.desk, saved))

    def answer(self, ticket_id: TicketId) -> TicketsWindow:
        """Joanna reads the answer, not the note, and answers in turn."""
        with stopwatch() as passed:
            tickets = self._window(self._stage.employee, "tickets", TicketsWindow)
            self._place(tickets, 0)
            wait_until(lambda: shows(tickets, self._script.reply), "the answer on Joanna's screen")
            self._tell("Joanna sees the answer", passed())
        if shows(tickets, self._script.note):
            raise NeverHappened("Joanna sees the internal note")
        composer = part(tickets, Composer)
        write(composer.text, self._script.answer)
        with stopwatch() as passed:
            press(composer.send_button)
            self._wait_for(self._stage.technician, ticket_id, _says(self._script.answer), "her answer")
            self._tell("Marek has her answer", passed())
        return tickets

    def resolve(self, console: ConsoleWindow, ticket_id: TicketId) -> None:
        """He resolves it, with a note."""
        with stopwatch() as passed:
            self._do(console, Deed.RESOLVE)
            dialog = part(console, NoteDialog)
            write(dialog.note, self._script.resolution)
            press(dialog.ok_button)
            self._wait_for(
                self._stage.employee, ticket_id, lambda page: page.ticket.status is Status.RESOLVED, "the end"
            )
            self._tell("Marek resolves it, and Joanna knows", passed())

    def confirm_and_rate(self, tickets: TicketsWindow, ticket_id: TicketId) -> None:
        """Joanna says that it works, and how good the help was."""
        with stopwatch() as passed:
            press(part(tickets, OutcomeBar).yes_button)
            self._wait_for(
                self._stage.technician, ticket_id, lambda page: page.ticket.status is Status.CLOSED, "her yes"
            )
            self._tell("Joanna says that it works", passed())
        with stopwatch() as passed:
            bar = part(tickets, RatingBar)
            press(bar.stars.stars[SCORE - 1])
            wait_until(bar.comment.isVisible, "the field for a word")
            write(bar.comment, self._script.thanks)
            press(bar.send_button)
            self._wait_for(
                self._stage.technician, ticket_id, lambda page: page.ticket.rating is not None, "the rating"
            )
            self._tell(f"she rates the help {SCORE} of 5", passed())

    def see_the_end(self, console: ConsoleWindow, ticket_id: TicketId) -> None:
        """Marek sees that it is over, without doing anything."""
        with stopwatch() as passed:
            self._wait_for_shown(console, lambda page: page.ticket.rating is not None, "the shown rating")
            self._tell("Marek sees it in the console", passed())

    # -- What the steps share

    def _tell(self, what: str, ms: float) -> None:
        self._told(f"{self._reference:8} {what}", ms)

    def _window(self, desktop: Desktop, kind: str, expected: type[Window]) -> Window:
        windows = desktop.shell.windows
        wait_until(
            lambda: (window := windows.window(kind)) is not None and window.isVisible(),
            f"the window “{kind}” of {desktop.account.name}",
        )
        window = windows.window(kind)
        assert isinstance(window, expected)
        return window

    def _place(self, window: QWidget, screen: int) -> None:
        screens = QGuiApplication.screens()
        corner = screens[min(screen, len(screens) - 1)].geometry().topLeft()
        window.move(corner + QPoint(MARGIN_PX, MARGIN_PX))

    def _segments(self, window: QWidget, words: str) -> QAbstractButton:
        return next(
            button
            for control in window.findChildren(SegmentedControl)
            for button in control.findChildren(QAbstractButton)
            if button.text() == words
        )

    def _do(self, console: ConsoleWindow, deed: Deed) -> None:
        bar = part(console, DeedBar)
        wait_until(lambda: deed in bar.offered, f"the permission to {deed.value}")
        if bar.button(deed).isVisible():
            press(bar.button(deed))
        else:
            bar.wanted.emit(deed)  # from the bar's own menu

    def _wait_for(
        self, desktop: Desktop, ticket_id: TicketId, is_it: Callable[[TicketPage], bool], what: str
    ) -> TicketPage:
        """Wait until this desktop's copy of the ticket says it, and the server has confirmed it."""

        def holds(page: TicketPage | None) -> bool:
            return page is not None and is_it(page) and _is_settled(page)

        page = ask_until(
            desktop.shell.runner, partial(reading.ticket_page, desktop.desk, ticket_id), holds, what
        )
        assert page is not None
        return page

    def _wait_for_shown(self, console: ConsoleWindow, is_it: Callable[[TicketPage], bool], what: str) -> None:
        def holds() -> bool:
            view = console.page.view
            return view is not None and view.page is not None and is_it(view.page) and _is_settled(view.page)

        wait_until(holds, what)


def is_drawn(screen: QScreen) -> bool:
    """Tell whether something stands in the middle of the screen."""
    picture = screen.grabWindow(0).toImage()
    return picture.pixelColor(picture.rect().center()) != QColor("black")


def _is_settled(page: TicketPage) -> bool:
    return all(moment.delivery is Delivery.SENT for moment in page.moments)


def _says(words: str) -> Callable[[TicketPage], bool]:
    """Tell whether a ticket's page holds these words as a comment."""
    return lambda page: any(getattr(moment.event.payload, "body", "") == words for moment in page.moments)


def on_thumbnail(view: ScreenshotView, area: QRect) -> tuple[QPoint, QPoint]:
    """Return where an area of the picture begins and ends on its thumbnail, a little around it."""
    ratio = min(view.width() / view.image.width(), view.height() / view.image.height())
    left = (view.width() - view.image.width() * ratio) / 2
    top = (view.height() - view.image.height() * ratio) / 2
    begin = QPoint(int(left + area.left() * ratio) - 1, int(top + area.top() * ratio) - 1)
    end = QPoint(int(left + area.right() * ratio) + 2, int(top + area.bottom() * ratio) + 2)
    return begin, end


def _held(desk: Desk, ticket_id: TicketId) -> tuple[Saved, ...]:
    """Return what is held back on a ticket. Touches the disk."""
    return tuple(
        Saved(change_id=one.change.id, ticket_id=ticket_id)
        for one in desk.outbox.entries_of(ticket_id)
        if one.change.not_before is not None
    )
