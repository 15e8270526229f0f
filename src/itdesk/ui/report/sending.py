"""Making a report out of what the form holds. Runs off the GUI thread: it encodes a picture and saves."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from itdesk.diagnostics.facts import Facts
from itdesk.domain.ids import PersonId
from itdesk.domain.limits import FACTS_BYTES
from itdesk.domain.redaction import Finding, Rules, find
from itdesk.services.desk import Desk
from itdesk.services.report import NewFile, Report, Saved, report_problem
from itdesk.ui.report.private_facts import without_private
from itdesk.ui.report.words import Words
from itdesk.ui.widgets.picture_editor_steps import Picture
from itdesk.ui.widgets.picture_file import picture_files

DRAFT = "report"
UNDO_S = 10
"""How long a report is held back, so that it can be undone."""


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """What goes along with the words. With `hide` everything in the facts that looks private gets bars."""

    facts: Facts | None = None
    hide: Rules | None = None
    pictures: tuple[Picture, ...] = ()
    files: tuple[NewFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AsSent:
    """What goes along, read back from the very bytes; what looks private in the text of the facts."""

    facts: str | None
    findings: tuple[Finding, ...]
    images: tuple[QImage, ...]
    files: tuple[NewFile, ...] = ()


def send(desk: Desk, words: Words, along: Outgoing) -> Saved:
    """Save the report in place of its draft; it goes out after UNDO_S. Raises Refused, WorldFailed."""
    report = Report(
        title=words.title,
        description=words.description,
        symptom=words.symptom,
        category=words.category,
        urgency=words.urgency,
        concerns=words.concerns,
        place=words.place,
        contact=words.contact,
        since=words.since,
        requester_id=PersonId(words.person_id) if words.person_id else None,
        reader_login=words.reader_login,
        files=(*picture_files(along.pictures), *along.files),
        facts=facts_text(along),
    )
    return report_problem(desk, report, in_place_of_draft=DRAFT, hold_s=UNDO_S)


def as_sent(along: Outgoing, rules: Rules) -> AsSent:
    """Return what goes along as it would be sent."""
    text = facts_text(along)
    images = tuple(QImage.fromData(file.content) for file in picture_files(along.pictures))
    return AsSent(facts=text, findings=find(text or "", rules), images=images, files=along.files)


def facts_text(along: Outgoing) -> str | None:
    """Return the text of the facts, `None` where none go along."""
    facts = along.facts
    if facts is None or not facts.facts:
        return None
    if along.hide is not None:
        facts = without_private(facts, along.hide)
    return facts.fitting(FACTS_BYTES).to_json().decode()
