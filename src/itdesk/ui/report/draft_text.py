"""An unfinished report as text: her words, the names of what goes along, and what she keeps back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from itdesk.ui.report.words import Words, draft_of


@dataclass(frozen=True, kw_only=True)
class NamedThing:
    """A picture or a file under the name by which its bytes are kept. `source` is empty for a file."""

    name: str
    source: str
    label: str


@dataclass(frozen=True, kw_only=True)
class HeldBack:
    """The facts that she does not send: whole cards by key, single values by probe and field."""

    cards: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    hides_private: bool = False
    """Whether everything in the facts that looks private gets bars."""


@dataclass(frozen=True, kw_only=True)
class Along:
    """What a draft says of what goes along."""

    things: tuple[NamedThing, ...] = ()
    held_back: HeldBack = HeldBack()


def draft_text(words: Words, along: Along) -> str:
    """Return both as text to be kept."""
    return json.dumps(json.loads(draft_of(words)) | {"along": asdict(along)}, ensure_ascii=False)


def along_of(draft: str) -> Along | None:
    """Return what a draft says of what goes along; `None` where it says nothing that can be read."""
    try:
        kept: Mapping[str, Any] = json.loads(draft)["along"]
        held = kept["held_back"]
        return Along(
            things=tuple(
                NamedThing(name=str(one["name"]), source=str(one["source"]), label=str(one["label"]))
                for one in kept["things"]
            ),
            held_back=HeldBack(
                cards=tuple(str(key) for key in held["cards"]),
                values=tuple((str(probe), str(field)) for probe, field in held["values"]),
                hides_private=bool(held["hides_private"]),
            ),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
