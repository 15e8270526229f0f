"""A difference as a row of the probe "changes", in which form it is put into words."""

from collections.abc import Mapping

from itdesk.diagnostics.comparison import Difference

Row = Mapping[str, object]


def as_row(difference: Difference) -> Row:
    """Return the row, without its times. Numbers and truths stay what they are; a whole row becomes a text.

    The text of a row leaves out what is its key, for that stands in `row`.
    """
    return {
        "probe": difference.probe,
        "field": difference.field,
        "row": difference.row,
        "column": difference.column,
        "before": _value(difference.before, difference.row),
        "after": _value(difference.after, difference.row),
        "what": difference.what.value,
    }


def _value(value: object, row: str) -> object:
    if isinstance(value, Mapping):
        texts = (_text(part) for part in value.values())
        return ", ".join(text for text in texts if text and text != row)
    return "" if value is None else value


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return "" if value is None or isinstance(value, bool) else str(value)
