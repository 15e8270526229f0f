"""Saved questions."""

from dataclasses import dataclass

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import PersonId, ViewId


@dataclass(frozen=True, kw_only=True)
class View:
    """A saved search: somebody's own, or shared with IT, or with one team of it."""

    id: ViewId
    name: Words
    search: str
    """As it is typed in the search box."""
    owner_id: PersonId | None = None
    """Whose own it is; nobody else keeps it."""
    team_id: str | None = None
    """With which team it is shared; `None`, where it is nobody's own: with all of IT."""
    order: int = 0
