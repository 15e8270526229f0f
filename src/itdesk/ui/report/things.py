"""What an employee adds to her words: a picture with what was drawn on it, or a file."""

from dataclasses import dataclass

from itdesk.services.report import NewFile
from itdesk.ui.report.pictures_kept import Source
from itdesk.ui.widgets.picture_editor_steps import Picture


@dataclass(frozen=True, eq=False)
class Thing:
    """A picture with its source and the words below it, or a file with neither."""

    content: Picture | NewFile
    source: Source | None = None
    words: str = ""

    @property
    def label(self) -> str:
        """How it is called: the words below the picture, the file's name."""
        return self.content.name if isinstance(self.content, NewFile) else self.words

    def is_same(self, other: "Thing") -> bool:
        """Tell whether it is the same picture with the same steps, or the same file. Looks at no pixels."""
        mine, yours = self.content, other.content
        if isinstance(mine, Picture) and isinstance(yours, Picture):
            return mine.image.cacheKey() == yours.image.cacheKey() and mine.steps == yours.steps
        return mine is yours
