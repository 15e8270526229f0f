"""Files that go along, files that are saved, pictures that are shown small."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import Helpdesk, png

InBackground = Callable[[Callable[[], object]], object]
LEFT = Qt.MouseButton.LeftButton


def test_chosen_files_go_along_with_the_answer(
    *,
    window: TicketsWindow,
    helpdesk: Helpdesk,
    story: TicketId,
    tmp_path: Path,
    in_background: InBackground,
    rest: Rest,
) -> None:
    paths = [tmp_path / "settings.txt", tmp_path / "by mistake.txt"]
    in_background(lambda: [path.write_text("colour = no") for path in paths])
    answer = window.ticket.answer
    answer.along.chosen.read([str(path) for path in paths])
    rest()
    assert answer.along.chosen.isVisible()
    mistake = next(line for line in answer.along.chosen._lines if line.file.name == "by mistake.txt")
    QTest.mouseClick(mistake.remove_button, LEFT)
    QTest.keyClicks(answer.composer.text, "Here it is")
    QTest.mouseClick(answer.composer.send_button, LEFT)
    rest()
    assert not answer.along.chosen.isVisible()
    in_background(helpdesk.exchange)
    last = helpdesk.server.ticket(story).attachments[-1]
    assert last.name == "settings.txt"
    assert in_background(lambda: helpdesk.fetch(last.id)) == b"colour = no"


def test_a_file_that_cannot_be_read_is_told(window: TicketsWindow, tmp_path: Path, rest: Rest) -> None:
    window.ticket.answer.along.chosen.read([str(tmp_path / "nothing")])
    rest()
    assert window.ticket.banner.isVisible()
    assert "nothing" in window.ticket.banner.accessibleName()


def test_a_file_over_the_limit_is_told_and_her_words_stay(
    window: TicketsWindow, tmp_path: Path, in_background: InBackground, rest: Rest
) -> None:
    film = tmp_path / "film.mp4"
    in_background(lambda: make_large(film))
    answer = window.ticket.answer
    QTest.keyClicks(answer.composer.text, "See the film")
    answer.along.chosen.read([str(film)])
    rest()
    assert "25" in window.ticket.banner.accessibleName()
    assert answer.along.chosen.files == ()
    assert answer.composer.text.toPlainText() == "See the film"


def make_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(26 * 1024 * 1024)


def test_a_nul_in_an_answer_is_one_sentence_and_her_words_stay(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    before = len(helpdesk.server.ticket(story).attachments), helpdesk.server.ticket(story).version
    composer = window.ticket.answer.composer
    QGuiApplication.clipboard().setText("It is\0 broken")
    composer.text.paste()
    QTest.mouseClick(composer.send_button, LEFT)
    rest()
    assert "NUL" in window.ticket.banner.accessibleName()
    assert composer.text.toPlainText() == "It is\0 broken"
    in_background(helpdesk.exchange)
    after = helpdesk.server.ticket(story)
    assert (len(after.attachments), after.version) == before


def test_a_file_is_saved_where_she_wants_it(
    window: TicketsWindow, tmp_path: Path, in_background: InBackground, rest: Rest, qtbot: QtBot
) -> None:
    file = window.ticket._page.ticket.attachments[0] if window.ticket._page else None
    assert file is not None
    saving = window.ticket._saving_as
    with qtbot.waitSignal(window.ticket.file_saved) as told:
        saving.save(file.id, str(tmp_path / "copy.png"))
    assert told.args == [str(tmp_path / "copy.png")]
    assert in_background((tmp_path / "copy.png").read_bytes) == in_background(png)
    assert window.toast.isVisible()
    saving.save(file.id, str(tmp_path / "no such folder" / "copy.png"))
    rest()
    assert window.ticket.banner.isVisible()
