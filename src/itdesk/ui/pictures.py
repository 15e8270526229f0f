"""The small pictures of a ticket's files: fetched and decoded in the background, once."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage

from itdesk.domain.ids import FileId
from itdesk.domain.ticket import Attachment
from itdesk.ui.background import Runner
from itdesk.ui.picture import MOST_BYTES, decoded

BOX = QSize(640, 480)
KEPT_AT_MOST = 60
SUFFIXES = (".png", ".jpg", ".jpeg")

Fetch = Callable[[FileId], bytes]
Decoded = tuple[FileId, QImage | None]
PicturesById = Mapping[FileId, QImage]


class Pictures(QObject):
    """Signals: `changed()` when another picture is there. A file without one is told by its name."""

    changed = Signal()

    def __init__(self, runner: Runner, fetch: Fetch, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._fetch = fetch
        self._images: dict[FileId, QImage] = {}
        self._asked: set[FileId] = set()

    @property
    def images(self) -> PicturesById:
        """What is decoded already."""
        return self._images

    def want(self, attachments: Iterable[Attachment]) -> None:
        """Fetch the pictures among these that were not asked for yet."""
        for file in attachments:
            if may_be_picture(file) and file.id not in self._asked:
                self._asked.add(file.id)
                call = partial(small_picture, self._fetch, file.id)
                self._runner.run(call, then=self._take, failed=self._do_without)

    def try_again(self) -> None:
        """Let what could not be had be asked for once more, for the server may be there again."""
        self._asked &= self._images.keys()

    @Slot(object)
    def _take(self, answer: Decoded) -> None:
        file_id, image = answer
        if image is None:
            return
        if len(self._images) >= KEPT_AT_MOST:
            oldest = next(iter(self._images))
            del self._images[oldest]
            self._asked.discard(oldest)
        self._images[file_id] = image
        self.changed.emit()

    @Slot(object)
    def _do_without(self, _error: Exception) -> None:
        """A picture that cannot be had now is told as a file by its name."""


def may_be_picture(file: Attachment) -> bool:
    """Tell whether a file is worth fetching for its picture."""
    is_named_so = file.is_screenshot or file.name.lower().endswith(SUFFIXES)
    return is_named_so and file.bytes <= MOST_BYTES


def small_picture(fetch: Fetch, file_id: FileId) -> Decoded:
    """Fetch and decode one picture, off the GUI thread."""
    return file_id, decoded(fetch(file_id), BOX)
