"""Which pictures of a recording are kept. Pure: no Qt, no disk, no clock.

A picture is judged by its grey signature: so many levels from 0 to 255, row by row.
"""

from dataclasses import dataclass, replace

SHORTEST_GAP_MS = 1_000
MOST_FRAMES = 60
MOST_BYTES = 20 * 1024 * 1024
MOST_FRAME_BYTES = 1_500_000
"""No frame is larger, so that the next one always fits until the recording is full."""
LONGEST_MS = 10 * 60 * 1_000
"""A recorder that somebody forgot ends by itself."""
NEAR = 0.8
LEVELS = 8
CELLS = 3
"""A picture changed when so many cells of its signature differ by so many levels: a cursor that blinks
or a clock that goes on is less."""


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One look at the screen: its number in the recording, when, and whether she asked for it."""

    number: int
    at_ms: int
    grey: bytes
    is_marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A picture that is kept: `at_ms` since the recording began, its size on disk in bytes."""

    number: int
    at_ms: int
    bytes: int
    is_marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a recording holds so far; `grey` is the signature of the newest."""

    frames: tuple[Frame, ...] = ()
    grey: bytes = b""

    @property
    def bytes(self) -> int:
        """How much disk the frames take."""
        return sum(frame.bytes for frame in self.frames)

    @property
    def is_full(self) -> bool:
        """Whether another frame might not fit any more."""
        return len(self.frames) >= MOST_FRAMES or self.bytes + MOST_FRAME_BYTES > MOST_BYTES

    @property
    def is_nearly_full(self) -> bool:
        """Whether it is time to say that it will soon be full."""
        return len(self.frames) >= NEAR * MOST_FRAMES or self.bytes >= NEAR * (MOST_BYTES - MOST_FRAME_BYTES)


def differs(one: bytes, other: bytes) -> bool:
    """Tell whether two signatures are of pictures that a person would call different."""
    if len(one) != len(other):
        return True
    return sum(abs(a - b) >= LEVELS for a, b in zip(one, other, strict=True)) >= CELLS


def wants(kept: Kept, shot: Shot) -> bool:
    """Tell whether a shot is kept: a marked one always, another when it is due and shows something new."""
    if kept.is_full:
        return False
    if shot.is_marked or not kept.frames:
        return True
    is_due = shot.at_ms - kept.frames[-1].at_ms >= SHORTEST_GAP_MS
    return is_due and differs(kept.grey, shot.grey)


def with_shot(kept: Kept, shot: Shot, size: int) -> Kept:
    """Return what is kept when this shot, which was wanted and takes `size` bytes, is kept too.

    A marked shot takes the place of the one before it where both show the same and nobody asked for that.
    """
    frame = Frame(number=shot.number, at_ms=shot.at_ms, bytes=size, is_marked=shot.is_marked)
    before = kept.frames
    if shot.is_marked and before and not before[-1].is_marked and not differs(kept.grey, shot.grey):
        before = before[:-1]
    return replace(kept, frames=(*before, frame), grey=shot.grey)
