"""The windows of the running desktop: made when first wanted, shown again, kept fresh, closed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from itdesk.ui.background import Runner
from itdesk.ui.one_recording import OneRecording
from itdesk.ui.surroundings import Surroundings
from itdesk.ui.ticket_finder import TicketFinder
from itdesk.ui.widgets.house_window import HouseWindow

if TYPE_CHECKING:
    from itdesk.domain.documents import Announcement
    from itdesk.domain.ids import ArticleId, TicketId
    from itdesk.domain.presence import Presence
    from itdesk.services.desk import Desk
    from itdesk.services.standing import Standing
    from itdesk.services.symptoms import Symptom
    from itdesk.ui.console.window import ConsoleWindow
    from itdesk.ui.report.draft_shelf import DraftShelf
    from itdesk.ui.report.window import ReportWindow
    from itdesk.ui.requester.tickets_window import TicketsWindow


class Windows(QObject):
    """One window of each kind at most. Windows do not know each other: they meet here."""

    report_wanted = Signal()
    report_saved = Signal(object)
    report_withdrawn = Signal()
    signed_in = Signal(object)
    sign_out_wanted = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    last_closed = Signal()

    def __init__(self, parent: QObject, runner: Runner, around: Surroundings) -> None:
        super().__init__(parent)
        self._runner = runner
        self._around = around
        self._desk: Desk | None = None
        self._symptoms: Sequence[Symptom] = ()
        self._open: dict[str, HouseWindow] = {}
        self._geometry = dict(around.geometry)
        self._standing: Standing | None = None
        self._presences: tuple[Presence, ...] = ()
        self._shelf: DraftShelf | None = None
        self._is_swept = False
        self._sentence = ""
        self._recording = OneRecording(runner, around.folder, self)
        self._recording.failed.connect(self.show_failure)
        self._finds_in = "tickets"
        self._finder = TicketFinder(runner, self)
        self._finder.found.connect(self._on_found)
        self._finder.missing.connect(self._on_missing)
        self._finder.failed.connect(self.show_failure)

    def use_desk(self, desk: "Desk | None", symptoms: "Sequence[Symptom]" = ()) -> None:
        """Show the tickets of this desk from now on; windows of the one before are closed."""
        self.close_all()
        self._sweep()
        self._desk, self._sentence, self._presences = desk, "", ()
        self._symptoms = symptoms
        self._shelf = None if desk is None else self._swept_shelf(desk)

    def know_symptoms(self, symptoms: "Sequence[Symptom]") -> None:
        """The next report offers these."""
        self._symptoms = symptoms

    def window(self, kind: str) -> HouseWindow | None:
        """Return the window of this kind, if it was made."""
        return self._open.get(kind)

    # -- Showing

    def show_sign_in(self, left: object = None) -> None:
        """Show the sign-in; `left` is what a sign-out before it has kept."""
        window = self._shown("sign_in", self._make_sign_in)
        if left is not None:
            window.show_left(left)

    def show_report(self, picture: QImage | None) -> None:
        """Show the report, ready to type, with a picture of the screen and what an article began."""
        report: ReportWindow = self._shown("report", partial(self._make_report, picture))
        if self._sentence and report.is_sent:
            report.begin_anew()  # a receipt is no place to go on writing
        elif self._sentence:
            report.form.begin_with(self._sentence)
            self._sentence = ""

    @Slot(object)
    def show_tickets(self, ticket_id: "TicketId | None" = None) -> None:
        """Show my tickets, and one of them opened."""
        window: TicketsWindow = self._shown("tickets", self._make_tickets)
        if ticket_id is not None:
            window.open_ticket(ticket_id)

    @Slot()
    def show_announced(self) -> None:
        """Show what IT announces, where it stands above my tickets."""
        window: TicketsWindow = self._shown("tickets", self._make_tickets)
        window.show_announced()

    def show_numbered(self, number: int | None, *, in_console: bool) -> None:
        """Show my tickets, or the console, and the ticket with this number where the person may see it."""
        self._finds_in = "console" if in_console and number is not None else "tickets"
        self._place_of_found()
        if number is not None:
            self._finder.find(self._signed_in_desk(), number)

    @Slot(object)
    def show_console(self, ticket_id: "TicketId | None" = None) -> None:
        """Show the technician's console, and one ticket in it."""
        window: ConsoleWindow = self._shown("console", self._make_console)
        if ticket_id is not None:
            window.open_ticket(ticket_id)

    @Slot(object)
    def show_knowledge(self, article_id: "ArticleId | None" = None) -> None:
        """Show the knowledge base, and one article opened."""
        window = self._shown("knowledge", self._make_knowledge)
        if article_id is not None:
            window.open_article(article_id)

    @Slot()
    def show_settings(self) -> None:
        """Show the few things that a person may change."""
        self._shown("settings", self._make_settings)

    @Slot()
    def show_about(self) -> None:
        """Show what this program is."""
        self._shown("about", self._make_about)

    # -- Keeping fresh

    def refresh(self) -> None:
        """Something changed: whoever shows tickets looks again."""
        for window in self._visible():
            window.refresh()

    def show_standing(self, standing: "Standing") -> None:
        """Say how the exchange stands, wherever there is a place for it."""
        self._standing = standing
        for window in self._visible():
            window.show_standing(standing)

    @Slot(object)
    def show_presences(self, presences: "tuple[Presence, ...]") -> None:
        """Show where colleagues are, in the console."""
        self._presences = presences
        console: Any = self._open.get("console")
        if console is not None:
            console.companions.show_presences(presences)

    def show_announcements(self, announcements: "Sequence[Announcement]") -> None:
        """Say what IT announces now, wherever there is a place for it."""
        for window in self._visible():
            window.announced.emit(announcements)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say on one window that something went wrong which nobody was waiting for."""
        for window in self._visible()[:1]:
            window.show_failure(error)

    def geometry(self) -> Mapping[str, bytes]:
        """Return the places of all windows that were shown, by kind."""
        self._geometry |= {kind: window.geometry_state() for kind, window in self._open.items()}
        return dict(self._geometry)

    def rebuild(self) -> None:
        """Make the windows anew that are shown, so that they speak the language of now.

        A report that is being written keeps its language: nothing of it may be lost.
        """
        shown = [kind for kind, window in self._open.items() if window.isVisible() and kind != "report"]
        self.geometry()
        for kind in shown:
            self._drop(kind)
        for kind in shown:
            SHOW[kind](self)

    def close_all(self) -> None:
        """Close every window; a recording that runs ends with them."""
        self._recording.abandon()
        for kind in list(self._open):
            self._drop(kind)

    # -- Making

    def _shown(self, kind: str, make: Callable[[], HouseWindow]) -> Any:
        window = self._open.get(kind)
        if window is None:
            window = self._open[kind] = make()
            window.closed.connect(self._on_closed)
            if kind in self._geometry:
                window.restore_geometry_state(self._geometry[kind])
            window.keep_on_screen()
        elif not window.isVisible():
            window.refresh()
        window.come_forward()
        if self._standing is not None:
            window.show_standing(self._standing)
        return window

    def _make_sign_in(self) -> HouseWindow:
        from itdesk.ui.preferences.sign_in_window import SignInWindow

        around = self._around
        window = SignInWindow(
            self._runner, sign_in=around.sign_in, use_code=around.use_code, settings=around.settings
        )
        window.signed_in.connect(self._on_signed_in)
        window.language_chosen.connect(self.language_chosen)
        return window

    def _make_report(self, picture: QImage | None) -> HouseWindow:
        from itdesk.ui.report.window import ReportWindow

        window = ReportWindow(
            self._signed_in_desk(),
            self._runner,
            collect_facts=self._around.collect_facts,
            symptoms=self._symptoms,
            picture=picture,
            may_grab=self._around.may_take_screenshots,
            rules=partial(self._around.redaction_rules, self._signed_in_desk().account),
            shelf=self._shelf,
        )
        window.saved.connect(self.report_saved)
        window.withdrawn.connect(self.report_withdrawn)
        window.ticket_wanted.connect(self.show_tickets)
        window.article_wanted.connect(self.show_knowledge)
        window.anew_wanted.connect(self._on_anew_wanted)
        window.along.screenshot.recording.record_wanted.connect(self._on_record_wanted)
        return window

    def _make_tickets(self) -> HouseWindow:
        from itdesk.ui.requester.consent_doer import computer_of
        from itdesk.ui.requester.tickets_window import TicketsWindow

        desk = self._signed_in_desk()
        fetch, computer = partial(self._around.attachment, desk), computer_of(self._around)
        window = TicketsWindow(desk, self._runner, attachment=fetch, computer=computer)
        window.report_wanted.connect(self.report_wanted)
        return window

    def _make_console(self) -> HouseWindow:
        from itdesk.ui.console.calls import calls_of
        from itdesk.ui.console.window import ConsoleWindow

        desk = self._signed_in_desk()
        window = ConsoleWindow(desk, self._runner, calls_of(self._around, desk))
        window.companions.show_presences(self._presences)
        window.report_wanted.connect(self.report_wanted)
        window.article_wanted.connect(self.show_knowledge)
        window.settings_wanted.connect(self.show_settings)
        return window

    def _make_knowledge(self) -> HouseWindow:
        from itdesk.ui.requester.knowledge_window import KnowledgeWindow

        desk = self._signed_in_desk()
        window = KnowledgeWindow(desk, self._runner, attachment=partial(self._around.attachment, desk))
        window.report_wanted.connect(self._on_not_helped)
        return window

    def _make_settings(self) -> HouseWindow:
        from itdesk.ui.preferences.calls import calls_of
        from itdesk.ui.preferences.settings_window import SettingsWindow

        account = self._desk.account if self._desk else None
        window = SettingsWindow(self._runner, calls_of(self._around), account=account)
        window.theme_chosen.connect(self.theme_chosen)
        window.language_chosen.connect(self.language_chosen)
        window.sign_out_wanted.connect(self.sign_out_wanted)
        return window

    def _make_about(self) -> HouseWindow:
        from itdesk.ui.preferences.about_window import AboutWindow

        return AboutWindow()

    def _signed_in_desk(self) -> "Desk":
        if self._desk is None:
            raise LookupError("windows with tickets need somebody who is signed in")
        return self._desk

    def shows(self, kind: str) -> bool:
        """Tell whether the window of this kind is shown."""
        return kind in self._open and self._open[kind].isVisible()

    def has_visible(self) -> bool:
        """Tell whether any window is shown."""
        return bool(self._visible())

    def _visible(self) -> list[HouseWindow]:
        return [window for window in self._open.values() if window.isVisible()]

    def _drop(self, kind: str) -> None:
        window = self._open.pop(kind)
        window.closed.disconnect(self._on_closed)
        window.close()
        window.deleteLater()

    @Slot()
    def _on_closed(self) -> None:
        """A report begins afresh each time; the other windows are kept and only shown again."""
        report = self._open.get("report")
        if report is self.sender() and report is not None:
            self._geometry["report"] = report.geometry_state()
            del self._open["report"]
            report.deleteLater()
        # The one that tells is hidden only after it has told.
        if all(window is self.sender() for window in self._visible()):
            self.last_closed.emit()

    @Slot(object)
    def _on_found(self, ticket_id: "TicketId") -> None:
        if self._desk is not None:
            self._place_of_found().open_ticket(ticket_id)

    @Slot(object)
    def _on_missing(self, number: int) -> None:
        """A link may come from anybody: that it leads nowhere is no fault of hers."""
        if self._desk is not None:
            words = self.tr("There is no ticket IT-{number} here that you may see.")
            self._place_of_found().toast.say(words.format(number=number))

    def _place_of_found(self) -> Any:
        SHOW[self._finds_in](self)
        return self._open[self._finds_in]

    @Slot(object)
    def _on_signed_in(self, account: object) -> None:
        if "sign_in" in self._open:  # the folder may have told of it first, and closed the window
            self._drop("sign_in")
        self.signed_in.emit(account)

    @Slot(str)
    def _on_not_helped(self, sentence: str) -> None:
        self._sentence = sentence
        self.report_wanted.emit()

    @Slot(object)
    def _on_anew_wanted(self, picture: QImage | None) -> None:
        """The next report comes before the last one goes: a program without any window may end."""
        last = self._open.pop("report")
        self._geometry["report"] = last.geometry_state()
        self.show_report(picture)
        last.close()
        last.deleteLater()

    # -- The report's recording and its draft

    @Slot()
    def _on_record_wanted(self) -> None:
        """The report steps aside while its steps are recorded."""
        report: Any = self._open["report"]
        self._recording.begin(report)

    def _sweep(self) -> None:
        """Once a start: remove the pictures that a program left which could not end in order."""
        from itdesk.ui.recorder.scratch import forget_recordings

        if not self._is_swept:
            self._is_swept = True
            self._runner.run(partial(forget_recordings, self._around.folder), failed=self.show_failure)

    def _swept_shelf(self, desk: "Desk") -> "DraftShelf":
        """One shelf for all reports of a desk: the next one waits until the last is kept."""
        from itdesk.ui.report.draft_shelf import DraftShelf

        shelf = DraftShelf(desk)
        self._runner.run(shelf.sweep, failed=self.show_failure)
        return shelf


SHOW: dict[str, Callable[[Windows], None]] = {
    "sign_in": Windows.show_sign_in,
    "tickets": Windows.show_tickets,
    "console": Windows.show_console,
    "knowledge": Windows.show_knowledge,
    "settings": Windows.show_settings,
    "about": Windows.show_about,
}
