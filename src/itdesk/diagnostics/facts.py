"""The facts of one moment, as they are shown and sent."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Self

SCHEMA = 1


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the probes said: values by probe, or {"error": sentence}."""

    collected_in_ms: int
    facts: Mapping[str, Mapping[str, object]]
    schema: int = SCHEMA

    def without(self, probes: Collection[str]) -> Self:
        """Return the facts without those probes: what the person does not want to send."""
        kept = {name: values for name, values in self.facts.items() if name not in probes}
        return replace(self, facts=kept)

    def with_probe(self, name: str, values: Mapping[str, object]) -> Self:
        """Return the facts with one probe more, in place of an older result of the same."""
        return replace(self, facts={**self.facts, name: values})

    def to_json(self) -> bytes:
        """Return the very bytes that are shown and sent. Equal facts give equal bytes."""
        document = {"schema": self.schema, "collected_in_ms": self.collected_in_ms, "facts": self.facts}
        text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
        return text.encode("utf-8")
