"""What went wrong, as a sentence in the person's language wherever the kind of failure is known."""

import logging
from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.connection.errors import (
    Cause,
    ExchangeFailed,
    NotItdesk,
    Problem,
    SignInNeeded,
    TooOld,
    Unreachable,
)
from itdesk.domain.refusals import Refused
from itdesk.services.failures import WorldFailed
from itdesk.ui.reason_words import reason_words
from itdesk.ui.words import refusal_sentence

logger = logging.getLogger(__name__)

UNREACHABLE = {
    Cause.NAME: QT_TRANSLATE_NOOP(
        "Failure", "The name of the server {server} is not known here. Check the network and the address."
    ),
    Cause.REFUSED: QT_TRANSLATE_NOOP(
        "Failure", "The server {server} cannot be reached. Check the network; it may also be switched off."
    ),
    Cause.TIMEOUT: QT_TRANSLATE_NOOP(
        "Failure", "The server {server} did not answer in time. Check the network or try again later."
    ),
    Cause.TLS: QT_TRANSLATE_NOOP(
        "Failure", "The connection to {server} is not safe: {reason}. Nothing was sent; tell your IT."
    ),
    Cause.PROXY: QT_TRANSLATE_NOOP(
        "Failure", "The proxy on the way to {server} refuses: {reason}. Check the proxy setting."
    ),
    Cause.BROKEN: QT_TRANSLATE_NOOP(
        "Failure", "The connection to {server} broke off in the middle. It will work again by itself."
    ),
}
PROBLEM = {
    "wrong_password": QT_TRANSLATE_NOOP(
        "Failure", "The login or the password is not right. Check both and try again."
    ),
    "too_many_attempts": QT_TRANSLATE_NOOP(
        "Failure", "There were too many wrong passwords. Wait a little, then try again."
    ),
    "bad_code": QT_TRANSLATE_NOOP(
        "Failure",
        "This code is not valid: mistyped, used already, replaced by a newer one, or older than a day. "
        "Copy it once more, or ask for a new one.",
    ),
    "set_up_done": QT_TRANSLATE_NOOP(
        "Failure", "This help desk has an admin already. Ask her for an invitation."
    ),
    "login_taken": QT_TRANSLATE_NOOP("Failure", "Somebody has this login already. Choose another one."),
    "enrolment_refused": QT_TRANSLATE_NOOP(
        "Failure", "The key by which this computer enrols is not valid any more. Ask IT for a new one."
    ),
    "enrolment_over": QT_TRANSLATE_NOOP(
        "Failure", "IT has ended reporting without a sign-in for this profile. Sign in, or ask IT."
    ),
    "unknown_enrolment": QT_TRANSLATE_NOOP("Failure", "There is no such enrolment any more."),
    "not_found": QT_TRANSLATE_NOOP("Failure", "There is nothing here that you may see."),
    "file_incomplete": QT_TRANSLATE_NOOP(
        "Failure", "The server does not have this file whole yet. Try again in a moment."
    ),
    "store_unavailable": QT_TRANSLATE_NOOP(
        "Failure", "The server cannot reach its database now. Nothing is lost; try again shortly."
    ),
    "server_failed": QT_TRANSLATE_NOOP("Failure", "The server failed. Nothing is lost; try again later."),
}
"""What the server says, by its stable code."""
DISK = {
    "SQLITE_FULL": QT_TRANSLATE_NOOP(
        "Failure", "The disk is full. Nothing was changed; free some space and do it again."
    ),
    "SQLITE_IOERR_SHMSIZE": QT_TRANSLATE_NOOP(
        "Failure", "The disk is full. Nothing was changed; free some space and do it again."
    ),
    "SQLITE_IOERR": QT_TRANSLATE_NOOP(
        "Failure", "The disk failed. Nothing was changed; do it again, and tell your IT if it repeats."
    ),
}
"""What the disk did, by the beginning of SQLite's name for it."""
WORLD = (
    QT_TRANSLATE_NOOP("Failure", "There is no such file that you may see."),
    QT_TRANSLATE_NOOP(
        "Failure",
        "You were signed out meanwhile, so this was not saved. Sign in again, then do it once more.",
    ),
    QT_TRANSLATE_NOOP(
        "Failure", "The screenshot could not be saved as a picture. Remove it and send without."
    ),
)
"""What services say in these very words."""


def failure_sentence(error: Exception) -> str:
    """Return the sentence for an exception.

    What the world did and we do not know keeps its own words; a fault of our own goes to the log whole.
    """
    if isinstance(error, Refused):
        return refusal_sentence(error.refusal)
    for one in behind(error):
        if sentence := known_sentence(one):
            return sentence
    if isinstance(error, WorldFailed | ExchangeFailed):
        return said(error)
    logger.error("a call in the background failed", exc_info=error)
    return QCoreApplication.translate(
        "Failure", "Something in itdesk itself went wrong. It was written to the log; your words are kept."
    )


def behind(error: BaseException) -> Iterator[BaseException]:
    """Yield the exception and what it was raised from; what a driver wraps is looked into as well."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        if isinstance(wrapped := getattr(seen, "orig", None), BaseException):
            yield wrapped
        seen = seen.__cause__


def known_sentence(error: BaseException) -> str:
    """Return the sentence of a failure whose kind is known; "" for any other."""
    match error:
        case ExchangeFailed():
            return exchange_sentence(error)
        case OSError(filename=str(name), strerror=str(reason)):
            words = QCoreApplication.translate("Failure", "“{file}” cannot be used: {reason}.")
            return words.format(file=name, reason=reason)
    told = str(getattr(error, "sqlite_errorname", ""))
    return next((said(words) for name, words in DISK.items() if told.startswith(name)), "")


def exchange_sentence(error: ExchangeFailed) -> str:
    """Return what kept this computer and the server apart; "" where only the server's own words say it."""
    match error:
        case Unreachable(cause=cause, reason=reason):
            return said(UNREACHABLE[cause]).format(server=error.server, reason=reason_words(reason))
        case NotItdesk(found=found):
            words = QCoreApplication.translate(
                "Failure",
                "The address {server} answers, but not as an itdesk server: {found}. "
                "Check the address; in a guest network, sign in to the network first.",
            )
            return words.format(server=error.server, found=found)
        case TooOld():
            return QCoreApplication.translate(
                "Failure",
                "The server no longer understands this version of itdesk. Ask your IT for a newer one.",
            )
        case Problem(code=code) if code in PROBLEM:
            return said(PROBLEM[code])
        case SignInNeeded():
            return QCoreApplication.translate(
                "Failure", "Sign in again: the server does not know you any more."
            )
    return ""


def said(source: object) -> str:
    """Return a sentence in the person's language; one that is in no table stays as it is."""
    return QCoreApplication.translate("Failure", str(source))
