"""Shows the audit, and proves that nobody changed it: for whoever runs the server."""

import json
from pathlib import Path

import msgspec

from itdesk.entrypoints.server import Unusable, with_store
from itdesk.server.store.audit import BrokenAudit, Noted, audit_page, checked_chain
from itdesk.server.store.store import Store


def show_audit(
    data_dir: Path | None, database: str | None, *, limit: int, person: str, thing: str, as_json: bool
) -> int:
    """Print what was noted, the latest first; return the exit code."""

    def told(store: Store) -> str:
        with store.reading() as connection:
            found = audit_page(connection, below=None, limit=limit, actor_id=person, object_id=thing)
        if as_json:
            return json.dumps(msgspec.to_builtins(found), indent=2)
        return "\n".join(map(_line, found)) or "Nothing was noted yet."

    return with_store(told, data_dir, database)


def check_audit(data_dir: Path | None, database: str | None, *, expected: str) -> int:
    """Follow the whole chain and say how far it reaches; return the exit code."""

    def checked(store: Store) -> str:
        with store.reading() as connection:
            try:
                chain = checked_chain(connection, expected=_expected(expected))
            except BrokenAudit as error:
                raise Unusable(str(error)) from None
        return (
            f"The audit is whole: {chain.rows} rows. Keep this for the next check: {chain.head}:{chain.hash}"
        )

    return with_store(checked, data_dir, database)


def _expected(text: str) -> tuple[int, str] | None:
    """Return a place in the chain as an earlier check told it. Raises Unusable."""
    if not text:
        return None
    sequence, _, end = text.partition(":")
    if not (sequence.isascii() and sequence.isdecimal()):
        raise Unusable(f"--expect takes NUMBER:HASH as an earlier check told it, not “{text[:80]}”.")
    return int(sequence), end


def _line(one: Noted) -> str:
    at = one.at.isoformat(timespec="seconds").replace("+00:00", "Z")
    words = [at, one.actor_id, one.action, one.object_kind, one.object_id, one.detail]
    return "  ".join(word for word in words if word)
