"""Reading what she pastes, drops or chooses: pictures within limits, anything else as a file.

Everything here takes long: it is never called on the GUI thread.
"""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize
from PySide6.QtGui import QImage

from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile, file_from_path
from itdesk.ui.picture import MOST_PIXELS, PNG, decoded

SUFFIXES = (".png", ".jpg", ".jpeg")
SCREEN_BOX = QSize(7680, 4320)
PHOTO_BOX = QSize(2560, 2560)
"""A photo keeps what can be read on it; all its pixels would take minutes on a slow line."""
UNUSABLE = QT_TRANSLATE_NOOP(
    "Failure", "This picture cannot be used: it is broken, or far too large. Choose another one."
)


def read_chosen(path: str) -> QImage | NewFile:
    """Return what lies at `path`: a picture as an image, anything else as a file to be attached.

    Raises Refused for a too large one, WorldFailed for what cannot be read or is a broken picture.
    """
    file = file_from_path(Path(path))
    if not file.name.lower().endswith(SUFFIXES):
        return file
    return picture_from(file.content)


def picture_from(content: bytes) -> QImage:
    """Return the picture in a file's bytes. Raises WorldFailed for a broken or far too large one."""
    image = decoded(content, SCREEN_BOX if content.startswith(PNG) else PHOTO_BOX)
    if image is None:
        raise WorldFailed(str(UNUSABLE))
    return image


def checked(image: QImage) -> QImage:
    """Return an image that came decoded, from the clipboard. Raises WorldFailed for a far too large one."""
    if image.isNull() or image.width() * image.height() > MOST_PIXELS:
        raise WorldFailed(str(UNUSABLE))
    return image
