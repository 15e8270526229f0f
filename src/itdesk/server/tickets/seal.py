"""The store's own words, recognised again when they come back: receipts and cursors."""

import base64
import binascii
import hashlib
import hmac

import msgspec

from itdesk.domain.ids import ChangeId
from itdesk.domain.policy import Scope
from itdesk.protocol.messages import Receipt
from itdesk.server.store.store import Identity

MAC_BYTES = 16


class Cursor(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """How far a reader has read, and of which history. Opaque to her.

    Rows are sent as they are when they are read, which may be later than `position`; so the cursor also
    names the head of that moment. When what either was marked by stands there no more, the history is
    another one.
    """

    epoch: str
    scope: str
    position: int
    mark: str
    head: int
    head_mark: str
    stage: str = ""
    """In a snapshot: what is being sent. `position` is then where the snapshot was begun."""
    key: str = ""
    """In a snapshot: the last that was sent of it."""


class Seal:
    """Proofs by the store's secret."""

    def __init__(self, identity: Identity) -> None:
        self.epoch = identity.epoch
        self._secret = identity.secret

    def receipt(self, change_id: ChangeId, number: int, position: int) -> Receipt:
        """Return the word that this change was accepted."""
        return Receipt(number=number, position=position, proof=self._proof(change_id, number, position))

    def is_mine(self, change_id: ChangeId, receipt: Receipt) -> bool:
        """Tell whether this store once gave this receipt for this change."""
        expected = self._proof(change_id, receipt.number, receipt.position)
        return hmac.compare_digest(expected.encode(), receipt.proof.encode())

    def derived_id(self, *words: str) -> ChangeId:
        """Return the id of a change that the system asks for: from the same words, always the same one.

        Whoever derives it again, this process or another one, asks for the same change, which is accepted
        once. Nobody outside can guess it and take it first.
        """
        return ChangeId(self._mac(msgspec.json.encode(("derived", words))).hex())

    def scope_digest(self, scope: Scope) -> str:
        """Return what stays the same as long as a reader's scope does."""
        closed = scope.is_staff and not scope.sees_every_queue
        hidden = sorted(scope.restricted - scope.queues) if closed else []
        teams = sorted((id, team.id, team.name) for id, team in scope.teams.items())
        words = (scope.person_id, scope.is_staff, scope.sees_every_queue, hidden, *teams)
        return self._mac(msgspec.json.encode(("scope", words))).hex()

    def close(self, cursor: Cursor) -> str:
        """Return the cursor as a token that nobody else can make."""
        body = msgspec.json.encode(cursor)
        return base64.urlsafe_b64encode(self._mac(b"cursor" + body) + body).decode()

    def open(self, token: str) -> Cursor | None:
        """Return the cursor in a token of this store, or `None` for any other text."""
        try:
            sealed = base64.urlsafe_b64decode(token.encode())
        except (binascii.Error, ValueError):
            return None
        body = sealed[MAC_BYTES:]
        if not hmac.compare_digest(self._mac(b"cursor" + body), sealed[:MAC_BYTES]):
            return None
        return msgspec.json.decode(body, type=Cursor)

    def _proof(self, change_id: ChangeId, number: int, position: int) -> str:
        return self._mac(f"receipt {change_id} {number} {position}".encode()).hex()

    def _mac(self, words: bytes) -> bytes:
        return hmac.new(self._secret, words, hashlib.sha256).digest()[:MAC_BYTES]
