"""A recorded step as she has looked through it: the frame, and what she did to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from itdesk.ui.recorder.choice import Frame
from itdesk.ui.widgets.picture_editor_steps import BlackOut, Pixelate, Step


@dataclass(frozen=True, kw_only=True)
class RecordedStep:
    """One frame, what is drawn on it, her words, and whether it goes along."""

    frame: Frame
    drawn: tuple[Step, ...] = ()
    caption: str = ""
    is_kept: bool = True

    @property
    def hidden(self) -> tuple[Step, ...]:
        """What makes parts of the picture unreadable."""
        return tuple(step for step in self.drawn if isinstance(step, BlackOut | Pixelate))


def hidden_from_here(steps: Sequence[RecordedStep], number: int) -> list[RecordedStep]:
    """Return the steps with what is unreadable in the one at `number` unreadable in all after it too."""
    hidden = steps[number].hidden
    later = [_with(step, hidden) for step in steps[number + 1 :]]
    return [*steps[: number + 1], *later]


def _with(step: RecordedStep, hidden: Sequence[Step]) -> RecordedStep:
    missing = tuple(one for one in hidden if one not in step.drawn)
    return replace(step, drawn=(*step.drawn, *missing))
