"""Making a report out of what the form holds. Runs off the GUI thread: it encodes a picture and saves."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QImage

from itdesk.diagnostics.facts import Facts
from itdesk.domain.limits import FACTS_BYTES
from itdesk.domain.redaction import Finding, Rules, find
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile, Report, Saved, report_problem
from itdesk.ui.report.private_facts import without_private
from itdesk.ui.report.words import Words
from itdesk.ui.widgets.screenshot_view import redact

DRAFT = "report"
SCREENSHOT_NAME = "screen.png"


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A screenshot and what is blacked out in it, in its own pixels."""

    image: QImage
    blacked_out: Sequence[QRect] = ()


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """What goes along with the words. With `hide` everything in the facts that looks private gets bars."""

    facts: Facts | None = None
    hide: Rules | None = None
    picture: Picture | None = None


@dataclass(frozen=True, kw_only=True)
class AsSent:
    """What goes along, read back from the very bytes; what looks private in the text of the facts."""

    facts: str | None
    findings: tuple[Finding, ...]
    image: QImage | None


def send(desk: Desk, words: Words, along: Outgoing) -> Saved:
    """Save the report for sending, in place of its draft. Raises Refused, WorldFailed."""
    picture = along.picture
    files = (NewFile(SCREENSHOT_NAME, png(picture), is_screenshot=True),) if picture else ()
    report = Report(
        title=words.title,
        description=words.description,
        symptom=words.symptom,
        category=words.category,
        urgency=words.urgency,
        concerns=words.concerns,
        place=words.place,
        contact=words.contact,
        files=files,
        facts=facts_text(along),
    )
    return report_problem(desk, report, in_place_of_draft=DRAFT)


def as_sent(along: Outgoing, rules: Rules) -> AsSent:
    """Return what goes along as it would be sent."""
    text = facts_text(along)
    image = QImage.fromData(png(along.picture)) if along.picture else None
    return AsSent(facts=text, findings=find(text or "", rules), image=image)


def facts_text(along: Outgoing) -> str | None:
    """Return the text of the facts, `None` where none go along."""
    facts = along.facts
    if facts is None or not facts.facts:
        return None
    if along.hide is not None:
        facts = without_private(facts, along.hide)
    return facts.fitting(FACTS_BYTES).to_json().decode()


def png(picture: Picture) -> bytes:
    """Return the screenshot as PNG; what was blacked out is not in it any more."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt's stub wants bytes for the format, Qt itself a name.
    if not redact(picture.image, picture.blacked_out).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise WorldFailed("The screenshot could not be saved as a picture. Remove it and send without.")
    return bytes(content.data())
