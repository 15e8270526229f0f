"""What must hold of a saved view."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_id, check_told
from itdesk.domain.documents.view import View
from itdesk.domain.limits import SEARCH_CHARS
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.text import check_text


def check_view(view: View) -> None:
    """Raise Refused for the first thing that is wrong. One language is enough: it may be one person's."""
    check_told(view.name, "name")
    check_text(view.search, "search", SEARCH_CHARS)
    if view.owner_id is not None and view.team_id is not None:
        raise refuse(Code.BAD_DOCUMENT, field="team", yours="Somebody's own view is shared with no team.")
    if view.team_id is not None:
        check_id(view.team_id, "team")


def named_by_view(view: View) -> Iterator[Reference]:
    """Yield what must exist."""
    if view.team_id is not None:
        yield Reference("team", view.team_id)
