"""The messages by which a computer reports before anybody has signed in there."""

from typing import Annotated

from msgspec import Meta, Struct

from itdesk.protocol.messages import Token


class EnrolRequest(Struct, frozen=True, kw_only=True):
    """The key that came with the program buys a token for this profile. Answered like a sign-in."""

    key: Annotated[str, Meta(max_length=200)]
    profile: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}(?![\s\S])", max_length=64)]
    """The profile's secret: whoever shows it again is the same one."""
    os_login: Annotated[str, Meta(min_length=1, max_length=200)]
    device: Annotated[str, Meta(max_length=200)] = ""


class LinkRequest(Struct, frozen=True, kw_only=True):
    """The token by which the profile reported, as a proof that it is hers."""

    token: Token


class LinkResponse(Struct, frozen=True, kw_only=True):
    """How many tickets are hers now that were not before."""

    tickets: int
