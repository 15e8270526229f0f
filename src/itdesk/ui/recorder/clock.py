"""Times since a recording began."""


def minutes_text(at_ms: int) -> str:
    """Return a time since the beginning as minutes and seconds: `0:07`, `2:31`."""
    minutes, seconds = divmod(max(0, at_ms) // 1_000, 60)
    return f"{minutes}:{seconds:02}"
