"""Parameters in the address of a request, checked."""

from collections.abc import Sequence
from typing import Annotated, Any

from litestar import Request
from msgspec import Meta

from itdesk.server.http.openapi import Parameter
from itdesk.server.http.problems import Failed

MOST_AT_ONCE = 500
USUAL_AT_ONCE = 50
LONGEST_NAME = 50

Limit = Annotated[int, Meta(ge=1, le=MOST_AT_ONCE)]


def check_names(request: Request[Any, Any, Any], known: Sequence[Parameter]) -> None:
    """Raise Failed (400) for a parameter that does not exist: a filter left out unseen would mislead."""
    names = [parameter.name for parameter in known]
    for name in request.query_params:
        if name not in names:
            shown = name[:LONGEST_NAME]
            sentence = f"There is no parameter “{shown}” here; known are {', '.join(names)}."
            raise Failed(400, "unknown_parameter", sentence)


def whole_number(request: Request[Any, Any, Any], name: str, usual: int, most: int) -> int:
    """Return a number of the address; `usual` without it. Raises Failed (422) below 1 and above `most`."""
    text = request.query_params.get(name)
    if text is None:
        return usual
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and 1 <= int(text) <= most):
        raise Failed(422, "out_of_range", f"{name} must be a whole number from 1 to {most}.")
    return int(text)
