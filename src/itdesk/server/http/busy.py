"""What a server that is busy says: come back, but not all together."""

import random

from itdesk.server import limits

BUSY = "The server is busy. Try again shortly."


def retry_after() -> str:
    """Return a time to wait, in seconds: another one each time."""
    return str(random.randint(*limits.RETRY_AFTER_S))  # noqa: S311 - it only spreads
