"""Beside the conversation: who asked, on which computer, which files came along."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from itdesk.domain.catalogue import Concerns
from itdesk.domain.ids import FileId
from itdesk.domain.people import Person
from itdesk.services.reading import TicketPage
from itdesk.ui.console.attachment_row import AttachmentRow
from itdesk.ui.console.change_lines import ChangeLines, change_lines
from itdesk.ui.console.changes_section import ChangesSection
from itdesk.ui.console.fact_table import FactTable
from itdesk.ui.console.facts_rows import FactRow, facts_rows
from itdesk.ui.console.marked_lines import MarkedLines
from itdesk.ui.console.ticket_view import TicketView
from itdesk.ui.console.ties_section import TiesSection
from itdesk.ui.console.verdict_lines import verdict_lines
from itdesk.ui.console.work_section import WorkSection
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.pictures import PicturesById
from itdesk.ui.widgets.avatar import Avatar
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.words import name_of, person_name


class SidePanel(QScrollArea):
    """Shows what belongs to a ticket.

    Signals: `person_wanted(login)` (her other tickets), `picture_wanted(FileId)`, `save_wanted(FileId)`,
    `ticket_wanted(TicketId)`, `facts_wanted(key)`: all the facts, from the card of this key on, or from
    the first.
    """

    person_wanted = Signal(str)
    picture_wanted = Signal(object)
    save_wanted = Signal(object)
    facts_wanted = Signal(str)
    ticket_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._login = ""
        self._rows: dict[FileId, AttachmentRow] = {}
        self.avatar = Avatar("", 36)
        self.name = PlainLabel("", TextRole.NAME, elides=True)
        self.department = PlainLabel("", TextRole.META, tone="secondary", elides=True)
        self.contact = FactTable()
        self.others_label = PlainLabel(self.tr("Other tickets"), TextRole.META, tone="secondary")
        self.others_button = Button("", Kind.LINK)
        self.others_button.setToolTip(self.tr("Show the other tickets of this person"))
        self.others_button.clicked.connect(self._want_person)
        self.ties = TiesSection()
        self.ties.wanted.connect(self.ticket_wanted)
        self.work = WorkSection()
        self.changes = ChangesSection()
        self.changes.all_wanted.connect(self._want_changes)
        self._changes_line = hairline()
        self.facts_title = PlainLabel(self.tr("Computer"), TextRole.META_STRONG, tone="secondary")
        self.verdicts = MarkedLines()
        self.facts = FactTable()
        self.facts_hint = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self.facts_button = Button(self.tr("All facts"), Kind.LINK)
        self.facts_button.setAccessibleName(self.tr("Show all facts about the computer"))
        self.facts_button.clicked.connect(self._want_facts)
        self.files_title = PlainLabel(self.tr("Files"), TextRole.META_STRONG, tone="secondary")
        self._files = QVBoxLayout()
        self._files.setSpacing(scaled(12))
        self._assemble()

    def show_view(self, view: TicketView, pictures: PicturesById) -> None:
        """Show what belongs to this ticket."""
        if view.page is None:
            return
        self._show_requester(view, view.page)
        self.ties.show_page(view.page)
        self.work.show_ticket(view.page.ticket)
        self._show_facts(view, view.page)
        self._show_files(view.page, pictures)

    def show_pictures(self, pictures: PicturesById) -> None:
        """Show the pictures that are decoded by now."""
        for file_id, row in self._rows.items():
            row.show_picture(pictures.get(file_id))

    def _show_requester(self, view: TicketView, page: TicketPage) -> None:
        person = view.requester
        self._login = person.login if person else ""
        self.avatar.show_person(person.name if person else "")
        self.name.setText(
            person_name(person.name, is_verified=person.role.is_verified)
            if person
            else self.tr("Somebody who is not known here")
        )
        where = [part for part in (person.department, person.site) if part] if person else []
        self.department.setText(", ".join(where))
        self.department.setVisible(bool(where))
        self.contact.show_rows(self._contact_rows(view, page, person))
        for widget in (self.others_label, self.others_button):
            widget.setVisible(view.others.all > 0)
        self.others_button.setText(
            self.tr("{open} open, {all} in all").format(open=view.others.open, all=view.others.all)
        )
        self.others_button.setAccessibleName(
            self.tr("Other tickets: {words}").format(words=self.others_button.text())
        )

    def _contact_rows(self, view: TicketView, page: TicketPage, person: Person | None) -> list[FactRow]:
        ticket = page.ticket
        rows = [
            FactRow(self.tr("Phone"), ticket.contact or (person.phone if person else "")),
            FactRow(self.tr("Place"), ticket.place or (person.place if person else "")),
            FactRow(self.tr("Computers"), ", ".join(device.name for device in view.devices)),
            FactRow(self.tr("Category"), name_of(ticket.category)),
        ]
        return [row for row in rows if row.value]

    def _show_facts(self, view: TicketView, page: TicketPage) -> None:
        rows = facts_rows(view.cards)
        self.changes.show_changes(change_lines(view.facts) if view.facts else ChangeLines())
        self._changes_line.setVisible(not self.changes.isHidden())
        self.verdicts.show_lines(verdict_lines(view.facts) if view.facts else ())
        self.facts.show_rows(rows)
        self.facts.setVisible(bool(rows))
        self.facts_hint.setText("" if view.cards else self._why_no_facts(page))
        self.facts_hint.setVisible(not view.cards)
        self.facts_button.setVisible(bool(view.cards))

    def _why_no_facts(self, page: TicketPage) -> str:
        if page.facts:
            return self.tr("The facts are in a form that this version cannot show.")
        if page.ticket.concerns is not Concerns.THIS_COMPUTER:
            return name_of(page.ticket.concerns)
        return self.tr("No facts came along with this ticket.")

    def _show_files(self, page: TicketPage, pictures: PicturesById) -> None:
        attachments = {file.id: file for file in page.ticket.attachments}
        for file_id in set(self._rows) - set(attachments):
            row = self._rows.pop(file_id)
            self._files.removeWidget(row)
            row.setVisible(False)
            row.deleteLater()
        for file in attachments.values():
            if file.id not in self._rows:
                self._add_file(AttachmentRow(file), file.id)
            self._rows[file.id].show_state(file, page.files.get(file.id))
        self.files_title.setVisible(bool(attachments))
        self._files_line.setVisible(bool(attachments))
        self.show_pictures(pictures)

    def _add_file(self, row: AttachmentRow, file_id: FileId) -> None:
        row.opened.connect(self._want_picture)
        row.save_wanted.connect(self._want_save)
        self._rows[file_id] = row
        self._files.addWidget(row)

    @Slot()
    def _want_person(self) -> None:
        self.person_wanted.emit(self._login)

    @Slot(object)
    def _want_picture(self, file_id: object) -> None:
        self.picture_wanted.emit(file_id)

    @Slot(object)
    def _want_save(self, file_id: object) -> None:
        self.save_wanted.emit(file_id)

    @Slot()
    def _want_facts(self) -> None:
        self.facts_wanted.emit("")

    @Slot()
    def _want_changes(self) -> None:
        self.facts_wanted.emit("changes")

    def _others_lines(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.others_label)
        lines.addWidget(self.others_button, 0, Qt.AlignmentFlag.AlignLeft)
        return lines

    def _assemble(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self.department)
        who = QHBoxLayout()
        who.setSpacing(scaled(12))
        who.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(lines, 1)
        page = QWidget()
        page.setProperty("surface", "transparent")
        column = QVBoxLayout(page)
        column.setContentsMargins(scaled(18), scaled(16), scaled(18), scaled(16))
        column.setSpacing(scaled(8))
        column.addLayout(who)
        column.addWidget(self.contact)
        column.addLayout(self._others_lines())
        column.addWidget(self.ties)
        column.addWidget(hairline())
        column.addWidget(self.changes)
        column.addWidget(self._changes_line)
        for widget in (self.facts_title, self.verdicts, self.facts, self.facts_hint):
            column.addWidget(widget)
        column.addWidget(self.facts_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(hairline())
        column.addWidget(self.work)
        self._files_line = hairline()
        column.addWidget(self._files_line)
        column.addWidget(self.files_title)
        column.addLayout(self._files)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Requester, computer and files"))


def hairline(*, is_vertical: bool = False) -> QFrame:
    """Return the one line between parts."""
    line = QFrame()
    line.setProperty("surface", "vertical-hairline" if is_vertical else "hairline")
    return line
