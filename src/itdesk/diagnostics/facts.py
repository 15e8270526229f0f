"""The facts of one moment, as they are shown and sent."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Self

SCHEMA = 2

Values = Mapping[str, object]


class NotFacts(ValueError):
    """The text is no facts in a form that this program knows."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the probes said: values by probe, or {"error": sentence}."""

    collected_in_ms: int
    facts: Mapping[str, Values]
    schema: int = SCHEMA

    def without(self, probes: Collection[str], fields: Collection[tuple[str, str]] = ()) -> Self:
        """Return the facts without those probes and (probe, field) pairs: what is not to be sent.

        A probe of which nothing is left goes too.
        """
        kept = {name: _without(name, values, fields) for name, values in self.facts.items()}
        stays = {name for name, values in kept.items() if values or not self.facts[name]} - set(probes)
        return replace(self, facts={name: kept[name] for name in self.facts if name in stays})

    def with_probe(self, name: str, values: Values) -> Self:
        """Return the facts with one probe more, in place of an older result of the same."""
        return replace(self, facts={**self.facts, name: values})

    def fitting(self, most_bytes: int) -> Self:
        """Return the facts with their longest lists shortened until they fit into `most_bytes`.

        A list that was cut is followed by `NAME_count` with its whole length. What cannot be cut stays.
        """
        facts = self
        while len(facts.to_json()) > most_bytes and (longest := _longest_list(facts.facts)) is not None:
            probe, field, items = longest
            values = {f"{field}_count": len(items), **facts.facts[probe], field: items[: len(items) // 2]}
            facts = facts.with_probe(probe, values)
        return facts

    def to_json(self) -> bytes:
        """Return the very bytes that are shown and sent. Equal facts give equal bytes."""
        document = {"schema": self.schema, "collected_in_ms": self.collected_in_ms, "facts": self.facts}
        text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
        return text.encode("utf-8")


def read_facts(text: str) -> Facts:
    """Return the facts that `text` holds, of this or an earlier schema. Raises NotFacts."""
    try:
        document = json.loads(text)
        facts = {str(name): values for name, values in document["facts"].items() if isinstance(values, dict)}
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise NotFacts("This is no document of facts about a computer.") from error
    took = document.get("collected_in_ms")
    return Facts(collected_in_ms=took if isinstance(took, int) else 0, facts=facts)


def _without(probe: str, values: Values, fields: Collection[tuple[str, str]]) -> Values:
    dropped = {field for owner, field in fields if owner == probe}
    dropped |= {f"{field}_count" for field in dropped}
    return {name: value for name, value in values.items() if name not in dropped}


def _longest_list(facts: Mapping[str, Values]) -> tuple[str, str, list[object]] | None:
    """Return probe, field and items of the list that takes most room."""
    lists = (
        (probe, field, value)
        for probe, values in facts.items()
        for field, value in values.items()
        if isinstance(value, list) and value
    )
    return max(lists, key=lambda found: len(json.dumps(found[2])), default=None)
