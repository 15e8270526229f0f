"""What can be wrong with a query, in a form that a program can act on and a person can read."""

from enum import StrEnum


class Fault(StrEnum):
    """Stable names of what is wrong."""

    TOO_LONG = "too_long"
    TOO_MANY_TERMS = "too_many_terms"
    NOTHING_TO_SEARCH = "nothing_to_search"
    QUOTE_NOT_CLOSED = "quote_not_closed"
    BEGINNING_TOO_SHORT = "beginning_too_short"
    UNKNOWN_FIELD = "unknown_field"
    VALUE_MISSING = "value_missing"
    UNKNOWN_VALUE = "unknown_value"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    NO_RANGE = "no_range"
    RANGE_BACKWARDS = "range_backwards"


SENTENCES: dict[Fault, str] = {
    Fault.TOO_LONG: "The search is too long: at most {limit} characters are read.",
    Fault.TOO_MANY_TERMS: "The search has too many words: at most {limit} are looked for.",
    Fault.NOTHING_TO_SEARCH: "There is no letter or digit to search for.",
    Fault.QUOTE_NOT_CLOSED: "The quotation mark before “{value}” is never closed.",
    Fault.BEGINNING_TOO_SHORT: "“{value}” is too short: write at least {limit} letters before the *.",
    Fault.UNKNOWN_FIELD: "There is no field “{field}”. Known are {known}. To search for the "
    "text itself, put it in quotation marks.",
    Fault.VALUE_MISSING: "Say what {field} is to be, right after the colon.",
    Fault.UNKNOWN_VALUE: "{field} cannot be “{value}”. Known are {known}.",
    Fault.NOT_A_NUMBER: "“{value}” is no number for {field}. Write one like {known}.",
    Fault.NOT_A_DATE: "“{value}” is no date. Write one like {known}.",
    Fault.NO_RANGE: "{field} knows no order: < > and .. are for {known}.",
    Fault.RANGE_BACKWARDS: "The range “{value}” ends before it begins.",
}


class BadQuery(Exception):
    """A query cannot be read. `start` and `end` bound the characters that are meant; nothing was searched."""

    def __init__(
        self,
        fault: Fault,
        start: int,
        end: int,
        *,
        field: str = "",
        value: str = "",
        known: str = "",
        limit: str = "",
    ) -> None:
        self.fault = fault
        self.start = start
        self.end = end
        self.details = {"field": field, "value": value, "known": known, "limit": limit}
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Return what is wrong as one English sentence, or two."""
        return SENTENCES[self.fault].format(**self.details)
