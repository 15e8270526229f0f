"""The small pictures of a ticket's screenshots: fetched and decoded in the background, once."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from itdesk.domain.ids import FileId
from itdesk.domain.ticket import Attachment
from itdesk.ui.background import Runner
from itdesk.ui.requester.thumbnail import Thumbnail, thumbnail_of

KEPT_AT_MOST = 40
SUFFIXES = (".png", ".jpg", ".jpeg")


class Pictures(QObject):
    """Signals: `changed()` when another picture is there. A file without one is told by its name."""

    changed = Signal()

    def __init__(self, runner: Runner, attachment: Callable[[FileId], bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._attachment = attachment
        self._images: dict[FileId, QImage] = {}
        self._asked: set[FileId] = set()

    @property
    def images(self) -> Mapping[FileId, QImage]:
        """What is decoded already."""
        return self._images

    def want(self, attachments: Iterable[Attachment]) -> None:
        """Fetch the pictures among these that were not asked for yet."""
        for file in attachments:
            is_picture = file.is_screenshot or file.name.lower().endswith(SUFFIXES)
            if is_picture and file.id not in self._asked:
                self._asked.add(file.id)
                call = partial(thumbnail_of, self._attachment, file.id)
                self._runner.run(call, then=self._take, failed=self._do_without)

    def try_again(self) -> None:
        """Let what could not be had be asked for once more, for the server may be there again."""
        self._asked &= self._images.keys()

    @Slot(object)
    def _take(self, thumbnail: Thumbnail) -> None:
        if thumbnail.image is None:
            return
        if len(self._images) >= KEPT_AT_MOST:
            oldest = next(iter(self._images))
            del self._images[oldest]
            self._asked.discard(oldest)
        self._images[thumbnail.file_id] = thumbnail.image
        self.changed.emit()

    @Slot(object)
    def _do_without(self, _error: Exception) -> None:
        """A picture that cannot be had now is told as a file by its name."""
