"""The words as they are sent: with a title, the answers, and what has no field of its own."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from itdesk.domain.catalogue import Concerns
from itdesk.domain.documents import in_language
from itdesk.services.symptoms import Symptom, with_answers, with_lines
from itdesk.ui.report.problem_form import with_title
from itdesk.ui.report.words import Words


def whole_words(words: Words, symptoms: Sequence[Symptom], language: str) -> Words:
    """Return the words with a title, and with the answers and those lines below the description."""
    symptom = next((one for one in symptoms if one.code == words.symptom), None)
    titled = with_title(words, in_language(symptom.name, language) if symptom else "")
    questions = symptom.questions if symptom else ()
    description = with_answers(words.description, words.answers, questions, language)
    return replace(titled, description=with_lines(description, _lines(words)))


def _lines(words: Words) -> list[str]:
    """Return which other computer it concerns, and for whom it is where that person is not known here."""
    lines = []
    if words.device and words.concerns is Concerns.ANOTHER_COMPUTER:
        text = QCoreApplication.translate("Around", "Computer – {name}")
        lines.append(text.format(name=words.device))
    if words.person and not words.person_id:
        lines.append(QCoreApplication.translate("Around", "For – {name}").format(name=words.person))
    return lines
