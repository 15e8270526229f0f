"""One change as it came in: who asks, what it says, and by what it is known when it comes again."""

import hashlib
from dataclasses import dataclass

from itdesk.domain.changes import Change
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, Refusal
from itdesk.protocol.messages import ChangeMessage, Result
from itdesk.protocol.parsing import BadMessage
from itdesk.protocol.translation import change_from, refusal_message


@dataclass(frozen=True)
class Asked:
    """One change and who asks for it."""

    actor: Actor
    message: ChangeMessage


def change_in(message: ChangeMessage) -> Change | Refusal:
    """Return the change that the message carries, or why it carries none."""
    try:
        return change_from(message)
    except BadMessage as error:
        return Refusal(code=Code.BAD_SHAPE, yours=str(error)[:200])


def refused(message: ChangeMessage, refusal: Refusal) -> Result:
    """Return the answer that tells why not."""
    return Result(id=message.id, state="refused", refusal=refusal_message(refusal))


def digest_of(message: ChangeMessage) -> str:
    """Return what two messages share when they ask for the same."""
    asked = f"{message.ticket_id} {message.kind} ".encode() + bytes(message.payload)
    return hashlib.sha256(asked).hexdigest()
