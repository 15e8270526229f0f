"""Pictures that were pasted into an answer: small, each with a way out, encoded off the GUI thread."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from itdesk.domain import limits
from itdesk.domain.judgement import megabytes, megabytes_over
from itdesk.domain.refusals import Code, refuse
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.fonts import scaled
from itdesk.ui.picture import MOST_PIXELS, decoded
from itdesk.ui.widgets.buttons import IconButton

FORMATS = ("image/png", "image/jpeg")
"""What is taken as bytes and decoded within limits; of anything else Qt gives a picture that it made."""
WHOLE = QSize(8192, 8192)
BOX = QSize(96, 54)
STRIP_PX = 66


@dataclass(frozen=True)
class Pasted:
    """A picture as it goes along, and how it is shown."""

    file: NewFile
    thumbnail: QImage


def has_picture(data: QMimeData) -> bool:
    """Tell whether something that can be pasted is a picture and no text."""
    return data.hasImage() and not data.hasText() and not data.hasUrls()


def encoded(picture: bytes | QImage, name: str) -> Pasted:
    """Return the picture as a PNG file without anything else that came with it; off the GUI thread.

    Raises WorldFailed for what is no picture or has too many pixels, Refused for a too large file.
    """
    image = decoded(picture, WHOLE) if isinstance(picture, bytes) else picture
    if image is None or image.isNull() or image.width() * image.height() > MOST_PIXELS:
        raise WorldFailed("What you pasted cannot be read as a picture. Save it and attach it as a file.")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    content = bytes(buffer.data().data())
    if len(content) > limits.FILE_BYTES:
        size, most = megabytes_over(len(content)), megabytes(limits.FILE_BYTES)
        raise refuse(Code.FILE_TOO_LARGE, field=name, yours=size, limit=most)
    box = BOX.boundedTo(image.size())
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return Pasted(NewFile(name, content), image.scaled(box, aspect, smooth))


class PastedPicture(QFrame):
    """One picture, the `number`-th that was pasted. Signals: `removed(PastedPicture)`."""

    removed = Signal(object)

    def __init__(self, number: int, pasted: Pasted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.file = pasted.file
        picture = QLabel()
        picture.setAccessibleName(pasted.file.name)
        picture.setPixmap(QIcon(QPixmap.fromImage(pasted.thumbnail)).pixmap(scaled_box(pasted.thumbnail)))
        self.remove_button = IconButton("close", self.tr("Leave {name} out").format(name=pasted.file.name))
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(2))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)


class PastedPictures(QScrollArea):
    """A strip of what will go along. Signals: `failed(Exception)`."""

    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._number = 0
        self._round = 0
        self._pictures: list[PastedPicture] = []
        self._waiting = 0
        strip = QWidget()
        strip.setProperty("surface", "transparent")
        self._row = QHBoxLayout(strip)
        self._row.setContentsMargins(scaled(4), 0, scaled(4), 0)
        self._row.setSpacing(scaled(12))
        self._row.addStretch(1)
        self.setWidget(strip)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(scaled(STRIP_PX))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pasted pictures"))
        self.setVisible(False)

    @property
    def pictures(self) -> tuple[PastedPicture, ...]:
        """What is shown."""
        return tuple(self._pictures)

    @property
    def files(self) -> tuple[NewFile, ...]:
        """What will go along."""
        return tuple(one.file for one in self._pictures)

    def paste(self, data: QMimeData, *, others: int) -> None:
        """Take a picture along, beside so many `others`."""
        if others + len(self._pictures) + self._waiting >= limits.FILES_PER_CHANGE:
            self.failed.emit(refuse(Code.TOO_MANY_FILES, limit=str(limits.FILES_PER_CHANGE)))
            return
        self._number += 1
        self._waiting += 1
        name = self.tr("Picture {number}").format(number=self._number) + ".png"
        self._runner.run(
            partial(_numbered, self._round, self._number, picture_in(data), name),
            then=self._add,
            failed=self._fail,
        )

    def clear(self) -> None:
        """Let none go along, also none that is still being encoded."""
        self._round += 1
        self._number = 0
        for picture in self.pictures:
            self._remove(picture)

    @Slot(object)
    def _add(self, answer: tuple[int, int, Pasted]) -> None:
        """Put a picture where it belongs: a small one may be encoded sooner than a large one before it."""
        self._waiting -= 1
        turn, number, pasted = answer
        if turn != self._round:
            return
        picture = PastedPicture(number, pasted)
        picture.removed.connect(self._remove)
        place = sum(one.number < number for one in self._pictures)
        self._pictures.insert(place, picture)
        self._row.insertWidget(place, picture)
        self.setVisible(True)

    @Slot(object)
    def _remove(self, picture: PastedPicture) -> None:
        self._pictures.remove(picture)
        self._row.removeWidget(picture)
        picture.setVisible(False)
        picture.deleteLater()
        self.setVisible(bool(self._pictures))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._waiting -= 1
        self.failed.emit(error)


def picture_in(data: QMimeData) -> bytes | QImage:
    """Return the picture as it lies in the clipboard: its bytes where they have a format that we decode."""
    for name in FORMATS:
        if data.hasFormat(name):
            return bytes(data.data(name).data())
    image = data.imageData()
    return image if isinstance(image, QImage) else QImage()


def scaled_box(thumbnail: QImage) -> QSize:
    """Return the size of a thumbnail on the screen."""
    box = QSize(scaled(BOX.width()), scaled(BOX.height()))
    return thumbnail.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio)


def _numbered(turn: int, number: int, picture: bytes | QImage, name: str) -> tuple[int, int, Pasted]:
    return turn, number, encoded(picture, name)
