"""The pictures of a report as files: rendered from the original and its steps, without words inside.

Takes long: never called on the GUI thread.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

from itdesk.domain.limits import FILE_BYTES
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile
from itdesk.ui.widgets.picture_editor_steps import Picture, render

SMALLER = 0.7


def picture_files(pictures: tuple[Picture, ...]) -> tuple[NewFile, ...]:
    """Return the pictures as files: screen.png, screen-2.png and so on. Raises WorldFailed."""
    return tuple(
        NewFile("screen.png" if number == 1 else f"screen-{number}.png", png(one), is_screenshot=True)
        for number, one in enumerate(pictures, start=1)
    )


def png(picture: Picture) -> bytes:
    """Return what is left of a picture as PNG; what was blacked out or cut off is not in it any more.

    One that would be too large to be sent gets fewer pixels. Raises WorldFailed.
    """
    image = render(picture)
    content = _encoded(image)
    while len(content) > FILE_BYTES:
        smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled((image.size().toSizeF() * SMALLER).toSize(), keep, smooth)
        content = _encoded(image)
    return content


def _encoded(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt's stub wants bytes for the format, Qt itself a name.
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise WorldFailed("The screenshot could not be saved as a picture. Remove it and send without.")
    return bytes(content.data())
