"""A document in which every declared field says something."""

from itdesk.diagnostics.base import Field, Kind
from itdesk.diagnostics.declarations import declarations

MOMENT = "2026-05-25T08:21:00+00:00"


def facts_of_everything() -> dict[str, dict[str, object]]:
    """Return values for every field of every probe."""
    return {
        name: {field.name: _value(field) for field in probe.fields} for name, probe in declarations().items()
    }


def _value(field: Field) -> object:
    match field.kind:
        case Kind.TABLE:
            return [{column.name: _value(column) for column in field.columns}] * 2
        case Kind.TEXTS:
            return ["HP LaserJet Pro MFP M428fdw", "Ą"]
        case Kind.NUMBER:
            return max(field.least or 0, min(42, field.most or 42))
        case Kind.TRUTH:
            return True
        case Kind.MOMENT:
            return MOMENT
    return field.choices[0] if field.choices else "Intel(R) UHD Graphics 770"
