"""Reads what a running tool prints: until it ends, prints too much, or its time is over."""

import select
import subprocess
import sys
import time
from queue import Empty, SimpleQueue
from threading import Thread

PIECE_BYTES = 64 * 1024
LOOK_S = 0.05
"""How long the pipe is waited for before it is asked whether the tool still runs."""

Process = subprocess.Popen[bytes]


class Late(Exception):
    """The time is over; `printed` is what came until then."""

    def __init__(self, printed: bytes) -> None:
        super().__init__("late")
        self.printed = printed


def read_output(process: Process, ends: float, most_bytes: int) -> bytes:
    """Return at most `most_bytes` of what is printed until the monotonic time `ends`. Raises Late.

    The pipe is closed afterwards. What the tool has started and escaped from its group may hold it open for
    ever: once the tool itself has ended, nobody waits for more.
    """
    if sys.platform == "win32":
        return _by_thread(process, ends, most_bytes)
    return _by_looking(process, ends, most_bytes)


def _by_looking(process: Process, ends: float, most_bytes: int) -> bytes:
    content = bytearray()
    assert process.stdout is not None
    with process.stdout as stream:
        looking = select.poll()
        looking.register(stream, select.POLLIN)
        while len(content) < most_bytes:
            has_ended = process.poll() is not None  # asked first: what it printed before is there by now
            left_s = ends - time.monotonic()
            if looking.poll(0 if has_ended else max(min(left_s, LOOK_S), 0) * 1000):
                piece = stream.read(min(most_bytes - len(content), PIECE_BYTES))
                if not piece:
                    break
                content += piece
            elif has_ended:
                break
            if left_s <= 0:
                raise Late(bytes(content))
    return bytes(content)


def _by_thread(process: Process, ends: float, most_bytes: int) -> bytes:
    """Read on a thread of its own, for pipes that cannot be looked at; it may stay behind with the pipe."""
    content = bytearray()
    answer: SimpleQueue[bytes] = SimpleQueue()

    def read() -> None:
        assert process.stdout is not None
        with process.stdout as stream:
            while len(content) < most_bytes and (piece := stream.read(_piece(most_bytes - len(content)))):
                content.extend(piece)
        answer.put(bytes(content))

    Thread(target=read, name="tool's output", daemon=True).start()
    try:
        return answer.get(timeout=max(ends - time.monotonic(), 0.0))
    except Empty as late:
        raise Late(bytes(content)) from late


def _piece(left: int) -> int:
    return min(left, PIECE_BYTES)
