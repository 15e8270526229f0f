"""What hurts, in plain words: the cards of the report window, and what is asked when one was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from itdesk.domain.documents import Question, Symptom, in_language
from itdesk.domain.limits import TEXT_CHARS
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.replica.contents import documents
from itdesk.services.desk import Desk

__all__ = ["Question", "Symptom", "symptoms", "with_answers"]

BEHIND_THE_FIRST = 10
ANY_ICON = "more"
CUT = "…"


def symptoms(desk: Desk | None = None) -> tuple[Symptom, ...]:
    """Return all symptoms: those of the first screen in their places, then the others in their order.

    They are the company's, as this computer last heard of them; where nobody is signed in, or nothing was
    heard yet, those that travel with the program. An icon that this program lacks is replaced by a plain one.
    Raises WorldFailed.
    """
    of_the_company = documents(desk.replica, Symptom) if desk is not None else ()
    icons = _icons()
    found = [_drawable(one, icons) for one in of_the_company or shipped_symptoms()]
    return tuple(sorted(found, key=_place))


def with_answers(
    description: str, answers: Mapping[str, str], questions: Sequence[Question], language: str
) -> str:
    """Return the description with a line "Question – answer" below it for each question that was answered.

    `answers` are texts by the question's id. The description is never cut: where all of it is longer than
    TEXT_CHARS, the answers end early with "…".
    """
    said = [(question, " ".join(answers.get(question.id, "").split())) for question in questions]
    lines = [f"{in_language(question.words, language)} – {answer}" for question, answer in said if answer]
    if not lines or len(description) >= TEXT_CHARS:
        return description
    above = f"{description.rstrip()}\n\n" if description.strip() else ""
    whole = above + "\n".join(lines)
    return whole if len(whole) <= TEXT_CHARS else whole[: TEXT_CHARS - len(CUT)] + CUT


def _place(symptom: Symptom) -> tuple[int, int, str]:
    return symptom.first or BEHIND_THE_FIRST, symptom.order, in_language(symptom.name, "en")


def _drawable(symptom: Symptom, icons: frozenset[str]) -> Symptom:
    return symptom if symptom.icon in icons else replace(symptom, icon=ANY_ICON)


def _icons() -> frozenset[str]:
    folder = files("itdesk.resources") / "icons"
    return frozenset(file.name.removesuffix(".svg") for file in folder.iterdir())
