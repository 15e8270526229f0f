"""The published form of the document of facts, made from the declarations (JSON Schema 2020-12)."""

from collections.abc import Iterable

from itdesk.diagnostics.base import Field, Kind, Probe
from itdesk.diagnostics.facts import SCHEMA

Schema = dict[str, object]

IMPLAUSIBLE: Schema = {
    "type": "array",
    "items": {"type": "string"},
    "description": "Fields whose number cannot be right",
}
ERROR: Schema = {
    "type": "object",
    "required": ["error"],
    "properties": {"error": {"type": "string", "description": "Why nothing could be found out, a sentence"}},
}


def json_schema(probes: Iterable[Probe]) -> Schema:
    """Return the schema of what `Facts.to_json` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts about a computer, as itdesk attaches them to a report",
        "type": "object",
        "required": ["schema", "collected_in_ms", "facts"],
        "properties": {
            "schema": {"const": SCHEMA},
            "collected_in_ms": {"type": "integer", "minimum": 0},
            "facts": {
                "type": "object",
                "description": "By probe. What was not asked or was kept back is missing; more may come.",
                "properties": {probe.name: _probe(probe) for probe in probes},
                "additionalProperties": {"type": "object"},
            },
        },
    }


def _probe(probe: Probe) -> Schema:
    return {
        "description": probe.why,
        "x-tier": int(probe.tier),
        "x-audience": probe.audience.value,
        "anyOf": [ERROR, _object(probe.fields)],
    }


def _object(fields: Iterable[Field]) -> Schema:
    properties: dict[str, Schema] = {}
    for field in fields:
        properties[field.name] = _described(field)
        if field.kind in (Kind.TABLE, Kind.TEXTS):
            whole: Schema = {"type": "integer", "description": "How many there were before the list was cut"}
            properties[f"{field.name}_count"] = whole
    properties["implausible"] = IMPLAUSIBLE
    return {"type": "object", "properties": properties}


def _described(field: Field) -> Schema:
    told: Schema = {"description": field.description, "x-privacy": field.privacy.value}
    if field.unit:
        told["x-unit"] = field.unit
    return {**told, **_value(field)}


def _value(field: Field) -> Schema:
    match field.kind:
        case Kind.TABLE:
            return {"type": "array", "maxItems": field.items, "items": _object(field.columns)}
        case Kind.TEXTS:
            return {"type": "array", "maxItems": field.items, "items": _text(field)}
        case Kind.NUMBER:
            return {"type": "number"}
        case Kind.TRUTH:
            return {"type": "boolean"}
        case Kind.MOMENT:
            return {"type": "string", "description": f"{field.description} (ISO 8601)"}
    return {**_text(field), **({"examples": list(field.choices)} if field.choices else {})}


def _text(field: Field) -> Schema:
    return {"type": "string", "maxLength": field.chars}
