"""Long runs of letters without a space, as foreign names have them, are given places to break a line."""

import re

UNBROKEN = re.compile(r"\S{18}(?=\S)")
"""A run as wide as the narrowest column."""
ZERO_WIDTH_SPACE = "\u200b"


def breakable(text: str) -> str:
    """Return the text with invisible places to break in its longest words. It is for the eye alone."""
    return UNBROKEN.sub(lambda run: f"{run[0]}{ZERO_WIDTH_SPACE}", text)
