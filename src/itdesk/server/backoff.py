"""How long somebody who keeps giving wrong passwords, or names, has to wait. A rule, without a clock."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True)
class Patience:
    """So many wrong ones are free; each one after that doubles the wait, up to the longest."""

    free: int
    first_wait: timedelta = timedelta(seconds=1)
    longest_wait: timedelta

    def wait_after(self, failures: int) -> timedelta:
        """Return how long nothing is checked after the `failures`-th wrong one in a row."""
        beyond = failures - self.free
        if beyond <= 0:
            return timedelta(0)
        return min(self.longest_wait, self.first_wait * (1 << min(beyond - 1, 30)))


@dataclass(frozen=True, kw_only=True)
class Rate:
    """So many within a window of time; whoever comes then waits until it is over."""

    most: int
    window: timedelta


WITH_AN_ACCOUNT = Patience(free=5, longest_wait=timedelta(minutes=1))
"""Short, so that nobody can lock a colleague out for long by guessing badly on purpose."""

WITH_AN_ADDRESS = Patience(free=50, longest_wait=timedelta(minutes=15))
"""Patient at first, because a whole office may come from one address."""

WITH_NAMES = Patience(free=10, longest_wait=timedelta(minutes=15))
"""Enough for honest slips; who goes through a list of names to learn who works here gets nowhere."""
