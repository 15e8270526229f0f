"""What went wrong, as a sentence for the person."""

import logging

from PySide6.QtCore import QCoreApplication

from itdesk.domain.refusals import Refused
from itdesk.services.failures import WorldFailed
from itdesk.ui.words import refusal_sentence

logger = logging.getLogger(__name__)


def failure_sentence(error: Exception) -> str:
    """Return the sentence for an exception; a fault of our own goes to the log whole."""
    if isinstance(error, Refused):
        return refusal_sentence(error.refusal)
    if isinstance(error, WorldFailed):
        return str(error)
    logger.error("a call in the background failed", exc_info=error)
    return QCoreApplication.translate(
        "Failure", "Something in itdesk itself went wrong. It was written to the log; your words are kept."
    )
