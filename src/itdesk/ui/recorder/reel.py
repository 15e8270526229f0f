"""A recording on its way to the disk. Its calls come one at a time, off the GUI thread."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from itdesk.ui.recorder.choice import Frame, Kept, Shot, wants, with_shot
from itdesk.ui.recorder.frame_file import encoded, grey_of, picture_of
from itdesk.ui.recorder.scratch import Scratch

THUMB = QSize(168, 105)


@dataclass(frozen=True, kw_only=True)
class Look:
    """What the screen showed, and the places of it (pixels of the image) where our own bar stood."""

    image: QImage
    at_ms: int
    is_marked: bool = False
    ours: tuple[QRect, ...] = ()


class Reel:
    """Judges each look and keeps the chosen ones. Only what is on disk grows with the recording."""

    def __init__(self, data: Path) -> None:
        self._scratch = Scratch(data)
        self._kept = Kept()
        self._sizes: dict[int, QSize] = {}
        self._number = 0
        self._lock = Lock()
        self._is_over = False

    def take(self, look: Look) -> Kept:
        """Keep the look if it is wanted, and return what is kept. Raises WorldFailed."""
        with self._lock:
            if not self._is_over:
                self._judge(look)
            return self._kept

    def picture(self, frame: Frame) -> QImage:
        """Return a kept picture as large as it was taken. Raises WorldFailed."""
        image, size = picture_of(self._scratch.get(frame.number)), self._sizes[frame.number]
        if image.size() == size:
            return image
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)

    def thumb(self, frame: Frame) -> tuple[int, QImage]:
        """Return a kept picture, small, with its number. Raises WorldFailed."""
        return frame.number, picture_of(self._scratch.get(frame.number), THUMB)

    def end(self) -> None:
        """Leave no picture behind, also of a look that is still on its way. Raises WorldFailed."""
        with self._lock:
            self._is_over = True
            self._scratch.end()

    def _judge(self, look: Look) -> None:
        if self._number == 0:
            self._scratch.begin()
        image = without(look.image, look.ours)
        self._number += 1
        shot = Shot(number=self._number, at_ms=look.at_ms, grey=grey_of(image), is_marked=look.is_marked)
        if wants(self._kept, shot):
            self._sizes[shot.number] = image.size()
            self._keep(shot, encoded(image))

    def _keep(self, shot: Shot, content: bytes) -> None:
        self._scratch.put(shot.number, content)
        before = {frame.number for frame in self._kept.frames}
        self._kept = with_shot(self._kept, shot, len(content))
        for number in before - {frame.number for frame in self._kept.frames}:
            self._scratch.drop(number)


def without(image: QImage, ours: tuple[QRect, ...]) -> QImage:
    """Return a copy in which our own bar is a plain grey patch, with no words that the image carried."""
    copy = QImage(image.size(), QImage.Format.Format_RGB32)
    copy.fill(Qt.GlobalColor.white)
    painter = QPainter(copy)
    painter.drawImage(QRect(0, 0, image.width(), image.height()), image)
    for rect in ours:
        painter.fillRect(rect, Qt.GlobalColor.lightGray)
    painter.end()
    return copy
