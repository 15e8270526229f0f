"""Making a report out of what the form holds. Runs off the GUI thread: it encodes a picture and saves."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QImage

from itdesk.domain.catalogue import Concerns
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile, Report, Saved, report_problem
from itdesk.ui.report.words import Words
from itdesk.ui.widgets.screenshot_view import redact

DRAFT = "report"
SCREENSHOT_NAME = "screen.png"


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A screenshot and what is blacked out in it, in its own pixels."""

    image: QImage
    blacked_out: Sequence[QRect] = ()


def send(desk: Desk, words: Words, facts: str | None, picture: Picture | None) -> Saved:
    """Save the report for sending, in place of its draft. Raises Refused, WorldFailed."""
    about_here = words.concerns is Concerns.THIS_COMPUTER
    files = (NewFile(SCREENSHOT_NAME, png(picture), is_screenshot=True),) if picture and about_here else ()
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
        facts=facts if about_here else None,
    )
    return report_problem(desk, report, in_place_of_draft=DRAFT)


def as_sent(picture: Picture | None) -> QImage | None:
    """Return the screenshot read back from the very bytes that would be sent."""
    return QImage.fromData(png(picture)) if picture else None


def png(picture: Picture) -> bytes:
    """Return the screenshot as PNG; what was blacked out is not in it any more."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt's stub wants bytes for the format, Qt itself a name.
    if not redact(picture.image, picture.blacked_out).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise WorldFailed("The screenshot could not be saved as a picture. Remove it and send without.")
    return bytes(content.data())
