"""The facts about a ticket's computer from all that came along: of each probe the newest."""

import json
from collections.abc import Sequence


def merged_facts(documents: Sequence[str]) -> str | None:
    """Return one document of facts, oldest given first; what was asked later is laid over.

    Facts of another computer, or what is no document of facts, are not mixed: then the newest counts alone.
    """
    if not documents:
        return None
    merged = documents[0]
    for newer in documents[1:]:
        merged = _laid_over(merged, newer)
    return merged


def _laid_over(older: str, newer: str) -> str:
    before, after = _read(older), _read(newer)
    if before is None or after is None or _is_other_computer(before, after):
        return newer
    facts = {**before["facts"], **after["facts"]}
    return json.dumps({**before, **after, "facts": facts}, ensure_ascii=False)


def _read(text: str) -> dict[str, dict[str, object]] | None:
    try:
        document = json.loads(text)
    except ValueError:
        return None
    is_facts = isinstance(document, dict) and isinstance(document.get("facts"), dict)
    return document if is_facts else None


def _is_other_computer(before: dict[str, dict[str, object]], after: dict[str, dict[str, object]]) -> bool:
    """Tell whether both name their computer, and not the same."""
    ids = [one["facts"].get("device") for one in (before, after)]
    names = [one.get("id") if isinstance(one, dict) else None for one in ids]
    return None not in names and names[0] != names[1]
