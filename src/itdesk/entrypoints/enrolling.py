"""Keys that installers carry, and computers that report without a sign-in: for whoever runs the server."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from itdesk.entrypoints.server import utc_now, with_store
from itdesk.server.accounts.enrolments import Enrolments
from itdesk.server.store.enrolments import Enrolment, Key
from itdesk.server.store.store import Store

AT_ONCE = 500


def new_key(data_dir: Path | None, database: str | None, *, site: str, days: int) -> int:
    """Print a new key and until when it is valid; return the exit code."""

    def made(store: Store) -> str:
        text, key = _over(store).new_key(site, days)
        return f"{text}\nKey {key.id}{_of_site(key.site)} is valid until {_time(key.expires_at)}."

    return with_store(made, data_dir, database)


def list_keys(data_dir: Path | None, database: str | None, *, as_json: bool) -> int:
    """Print the keys that were made; return the exit code."""

    def told(store: Store) -> str:
        keys = _over(store).every_key()
        if as_json:
            return json.dumps(msgspec.to_builtins(keys), ensure_ascii=False, indent=2)
        return "\n".join(map(_key_line, keys)) or "No enrolment key was made yet."

    return with_store(told, data_dir, database)


def revoke_key(data_dir: Path | None, database: str | None, *, id: str) -> int:
    """End a key; return the exit code. That there is none is one sentence."""

    def revoked(store: Store) -> str:
        _over(store).revoke_key(id)
        return f"Key {id} is revoked: no computer enrols by it any more."

    return with_store(revoked, data_dir, database)


def list_enrolments(data_dir: Path | None, database: str | None, *, as_json: bool) -> int:
    """Print the logins that computers claim; return the exit code."""

    def told(store: Store) -> str:
        found = list(_every(_over(store)))
        if as_json:
            shown = [{**msgspec.to_builtins(one), "token": None} for one in found]
            return json.dumps(shown, ensure_ascii=False, indent=2)
        return "\n".join(map(_line, found)) or "No computer is enrolled yet."

    return with_store(told, data_dir, database)


def revoke_enrolment(data_dir: Path | None, database: str | None, *, id: str) -> int:
    """End an enrolment; return the exit code. That there is none is one sentence."""

    def revoked(store: Store) -> str:
        return f"{_over(store).revoke(id).login} can report no more without a sign-in."

    return with_store(revoked, data_dir, database)


def _over(store: Store) -> Enrolments:
    return Enrolments(store, now=utc_now)


def _every(over: Enrolments) -> Iterator[Enrolment]:
    after = ""
    while found := over.after(after, AT_ONCE):
        yield from found
        after = found[-1].person_id


def _key_line(key: Key) -> str:
    if key.revoked_at is not None:
        state = f"revoked {_time(key.revoked_at)}"
    else:
        state = f"{'valid until' if key.is_valid(utc_now()) else 'ended'} {_time(key.expires_at)}"
    return "  ".join(word for word in (key.id, key.site, state) if word)


def _line(one: Enrolment) -> str:
    words = [one.person_id, one.login, one.site, _state(one)]
    return "  ".join(word for word in words if word)


def _state(one: Enrolment) -> str:
    if one.linked_at is not None:
        return f"linked {_time(one.linked_at)} to {one.linked_to}"
    if one.revoked_at is not None:
        return f"revoked {_time(one.revoked_at)}"
    return f"last seen {_time(one.last_used_at or one.enrolled_at)}"


def _of_site(site: str) -> str:
    return f" of {site}" if site else ""


def _time(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
