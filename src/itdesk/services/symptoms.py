"""What hurts, in plain words: the cards of the report window, and what is asked when one was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from itdesk.domain.documents import Question, Symptom, in_language
from itdesk.domain.limits import TEXT_CHARS
from itdesk.domain.tokeniser import tokens
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.replica.contents import documents
from itdesk.services.desk import Desk

__all__ = ["Question", "Symptom", "find_symptoms", "symptoms", "with_answers", "with_lines"]

BEHIND_THE_FIRST = 10
ANY_ICON = "more"
CUT = "…"
LONG_WORD = 6


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
    return with_lines(description, lines)


def with_lines(description: str, lines: Sequence[str]) -> str:
    """Return the description with these lines below it; where it gets too long, they end early with "…"."""
    if not lines or len(description) >= TEXT_CHARS:
        return description
    above = f"{description.rstrip()}\n\n" if description.strip() else ""
    whole = above + "\n".join(lines)
    return whole if len(whole) <= TEXT_CHARS else whole[: TEXT_CHARS - len(CUT)] + CUT


def find_symptoms(known: Sequence[Symptom], words: str) -> tuple[Symptom, ...]:
    """Return the symptoms of which these words speak, in any language: hits in names before those elsewhere.

    Every word must be there, the beginning of one is enough; accents and most endings do not matter.
    """
    wanted = tokens(words)
    ranked = [(_rank(one, wanted), one) for one in known]
    found = [(rank, one) for rank, one in ranked if rank is not None]
    return tuple(one for _, one in sorted(found, key=lambda hit: hit[0]))


def _rank(symptom: Symptom, wanted: Sequence[str]) -> int | None:
    """Return 0 for hits in the name, 1 with the keywords, 2 with the questions; None where a word lacks."""
    questions = (words for one in symptom.questions for words in (one.words, *one.choices))
    fields = ((symptom.name,), (symptom.keywords,), questions)
    there: list[str] = []
    for rank, texts in enumerate(fields):
        there += [word for text in texts for said in text.values() for word in tokens(said)]
        if all(any(_begins(word, one) for word in there) for one in wanted):
            return rank
    return None


def _begins(word: str, wanted: str) -> bool:
    """Tell whether the word begins as wanted; a long one may end otherwise, as Polish words do."""
    return word.startswith(
        wanted if len(wanted) < LONG_WORD else wanted[: max(LONG_WORD - 1, len(wanted) - 2)]
    )


def _place(symptom: Symptom) -> tuple[int, int, str]:
    return symptom.first or BEHIND_THE_FIRST, symptom.order, in_language(symptom.name, "en")


def _drawable(symptom: Symptom, icons: frozenset[str]) -> Symptom:
    return symptom if symptom.icon in icons else replace(symptom, icon=ANY_ICON)


def _icons() -> frozenset[str]:
    folder = files("itdesk.resources") / "icons"
    return frozenset(file.name.removesuffix(".svg") for file in folder.iterdir())
