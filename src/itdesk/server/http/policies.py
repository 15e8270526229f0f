"""Who may call a route, and what the ids that a request names stand for: declared beside each route.

The rules themselves are `domain.policy`'s. What stands here is told in the OpenAPI document, and a test asks
every route for every thing that its caller does not see.
"""

from enum import StrEnum


class Callers(StrEnum):
    """Whom a route answers at all; everybody else gets 401 or 403."""

    ANYBODY = "anybody"
    SIGNED_IN = "signed_in"
    STAFF = "staff"
    LEADS = "leads"
    ADMINS = "admins"


class Referent(StrEnum):
    """What an id or number in a request stands for, and for whom there is such a thing at all."""

    SEEN_TICKET = "seen_ticket"
    """A ticket that the caller sees."""
    SEEN_DOCUMENT = "seen_document"
    """A document of which the caller is the audience."""
    WRITTEN_DOCUMENT = "written_document"
    """A document that the caller may write; the address may name a new one."""
    KNOWN_PERSON = "known_person"
    """Somebody whose card the caller may have: of IT everybody's, else her own."""
    ANY_PERSON = "any_person"
    """Somebody, for those who administer."""
    OWN_OR_ADMINISTERED = "own_or_administered"
    """Oneself; for admins anybody."""
    OWN_SESSION = "own_session"
    """A sign-in of the person whom the address names."""
    OWN_UPLOAD = "own_upload"
    """A file that the caller herself announced."""
    FILE_OF_SEEN_TICKET = "file_of_seen_ticket"
    """A file of a ticket that the caller sees, shown to an audience to which she belongs."""
    OWN_CHANGE = "own_change"
    """A change that the caller made, or a fresh id."""
    BY_KIND = "by_kind"
    """Changes: what each of their fields stands for follows from its type in `domain.changes`."""
    CLIENT = "client"
    """The program itself: kept nowhere, looked up nowhere."""
    FEED_PLACE = "feed_place"
    """A place in a list or feed, sealed or counted: only whatever the caller sees beyond it is told."""
