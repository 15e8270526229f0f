"""What the house says of a requester who had not signed in."""

from dataclasses import dataclass

from itdesk.domain.ids import PersonId


@dataclass(frozen=True, kw_only=True)
class RequesterProved:
    """Who reported it without signing in has signed in, and said that it is hers. Said by the server."""

    person_id: PersonId
