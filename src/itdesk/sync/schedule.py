"""When to try again: later each time, never all clients at once."""

from random import Random

BASE_S = 1.0
CAP_S = 300.0
POLL_S = 60.0


class Schedule:
    """Answers how many seconds to wait before the next exchange."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._failures = 0

    def after_success(self) -> float:
        """Return the pause until the next slow look: a minute, give or take half."""
        self._failures = 0
        return POLL_S * self._random.uniform(0.5, 1.5)

    def after_failure(self, retry_after: float | None = None) -> float:
        """Return the pause after one more failure: full jitter below 1, 2, 4 … 300 s.

        Where the server said how long (`retry_after`), it is no shorter, and jitter comes on top.
        """
        self._failures += 1
        bound = min(CAP_S, BASE_S * 2 ** min(self._failures, 20) / 2)
        return (retry_after or 0.0) + self._random.uniform(0.0, bound)
