"""The server's time in tests."""

from datetime import UTC, datetime, timedelta

NINE = datetime(2026, 11, 25, 9, tzinfo=UTC)
"""A Wednesday."""


class Clock:
    """Stands still until the test moves it."""

    def __init__(self, now: datetime = NINE) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, interval: timedelta) -> None:
        self.now += interval
