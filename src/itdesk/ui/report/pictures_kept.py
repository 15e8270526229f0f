"""The pictures of a report: each with where it came from, what was done to it, and whether it is sent."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QImage

from itdesk.ui.widgets.picture_editor_steps import Picture


class Source(StrEnum):
    """Where a picture came from: our own grab of the screen, or she gave it herself."""

    SCREEN = "screen"
    CHOSEN = "chosen"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One picture. `label` says below it what it is."""

    picture: Picture
    source: Source
    label: str
    is_sent: bool = True

    def with_picture(self, picture: Picture) -> "Kept":
        """Return it with other steps."""
        return replace(self, picture=picture)

    def sent(self, is_sent: bool) -> "Kept":  # noqa: FBT001 (reads like the switch)
        """Return it as one that goes along, or does not."""
        return replace(self, is_sent=is_sent)


def kept(image: QImage, source: Source, label: str) -> Kept:
    """Return a picture to which nothing was done yet."""
    return Kept(picture=Picture(image), source=source, label=label)
