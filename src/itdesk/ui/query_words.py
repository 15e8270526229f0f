"""What is wrong with a search, as a sentence in the person's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.domain.query.faults import BadQuery, Fault

SENTENCES = {
    Fault.TOO_LONG: QT_TRANSLATE_NOOP(
        "QueryFault", "The search is too long: at most {limit} characters are read."
    ),
    Fault.TOO_MANY_TERMS: QT_TRANSLATE_NOOP(
        "QueryFault", "The search has too many words: at most {limit} are looked for."
    ),
    Fault.NOTHING_TO_SEARCH: QT_TRANSLATE_NOOP("QueryFault", "There is no letter or digit to search for."),
    Fault.QUOTE_NOT_CLOSED: QT_TRANSLATE_NOOP(
        "QueryFault", "The quotation mark before “{value}” is never closed."
    ),
    Fault.BEGINNING_TOO_SHORT: QT_TRANSLATE_NOOP(
        "QueryFault", "“{value}” is too short: write at least {limit} letters before the *."
    ),
    Fault.UNKNOWN_FIELD: QT_TRANSLATE_NOOP(
        "QueryFault",
        "There is no field “{field}”. Known are {known}. To search for the text itself, put it in quotation"
        " marks.",
    ),
    Fault.VALUE_MISSING: QT_TRANSLATE_NOOP("QueryFault", "Say what {field} is to be, right after the colon."),
    Fault.UNKNOWN_VALUE: QT_TRANSLATE_NOOP("QueryFault", "{field} cannot be “{value}”. Known are {known}."),
    Fault.NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "QueryFault", "“{value}” is no number for {field}. Write one like {known}."
    ),
    Fault.NOT_A_DATE: QT_TRANSLATE_NOOP("QueryFault", "“{value}” is no date. Write one like {known}."),
    Fault.NO_RANGE: QT_TRANSLATE_NOOP("QueryFault", "{field} knows no order: < > and .. are for {known}."),
    Fault.RANGE_BACKWARDS: QT_TRANSLATE_NOOP("QueryFault", "The range “{value}” ends before it begins."),
}


def query_sentence(error: BadQuery) -> str:
    """Return what is wrong, in the person's language; the words of the language itself stay as they are."""
    sentence = QCoreApplication.translate("QueryFault", str(SENTENCES[error.fault]))
    return sentence.format(**error.details)
