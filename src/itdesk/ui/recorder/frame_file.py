"""A picture of the screen as bytes, and as the grey signature by which two are compared.

Touches no widget; never called on the GUI thread: scaling and coding take their time.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage

from itdesk.services.failures import WorldFailed
from itdesk.ui.picture import decoded
from itdesk.ui.recorder.choice import MOST_FRAME_BYTES

SIGNATURE = QSize(64, 36)
LARGEST = QSize(16_384, 16_384)
SMALLER = 0.75
UNCODED = QT_TRANSLATE_NOOP(
    "Failure", "A picture of the screen could not be kept. Try again, or report without pictures."
)
UNREADABLE = QT_TRANSLATE_NOOP(
    "Failure", "A picture of the recording cannot be read any more. Leave it out, or record again."
)


def grey_of(image: QImage) -> bytes:
    """Return the signature: 64 x 36 levels of grey, each the average of its part of the picture."""
    small = image.scaled(
        SIGNATURE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    line, content = small.bytesPerLine(), bytes(small.constBits())
    return b"".join(content[row * line : row * line + small.width()] for row in range(small.height()))


def encoded(image: QImage, most_bytes: int = MOST_FRAME_BYTES) -> bytes:
    """Return the picture as PNG; where that is too large as JPEG, and then smaller and smaller.

    Raises WorldFailed when it cannot be coded at all.
    """
    content = coded(image, "PNG")
    while len(content) > most_bytes:
        content = coded(image, "JPEG", 90)
        size = (image.size().toSizeF() * SMALLER).toSize().expandedTo(QSize(1, 1))
        image = image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return content


def coded(image: QImage, form: str, quality: int = -1) -> bytes:
    """Return the picture in one format. Raises WorldFailed."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt's stub wants bytes for the format, Qt itself a name.
    if not image.save(buffer, form, quality):  # type: ignore[call-overload]
        raise WorldFailed(str(UNCODED))
    return bytes(content.data())


def picture_of(content: bytes, box: QSize = LARGEST) -> QImage:
    """Return the picture of a frame, fitted into `box`. Raises WorldFailed for what is none."""
    image = decoded(content, box)
    if image is None:
        raise WorldFailed(
            "A picture of the recording cannot be read any more. Leave it out, or record again."
        )
    return image
