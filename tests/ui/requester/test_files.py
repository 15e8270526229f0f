"""Files that go along, files that are saved, pictures that are shown small."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.ui.requester.saving_as import safe_name
from itdesk.ui.requester.thumbnail import small_picture
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
    answer.chosen.read([str(path) for path in paths])
    rest()
    assert answer.chosen.isVisible()
    mistake = next(line for line in answer.chosen._lines if line.file.name == "by mistake.txt")
    QTest.mouseClick(mistake.remove_button, LEFT)
    QTest.keyClicks(answer.composer.text, "Here it is")
    QTest.mouseClick(answer.composer.send_button, LEFT)
    rest()
    assert not answer.chosen.isVisible()
    in_background(helpdesk.exchange)
    last = helpdesk.server.ticket(story).attachments[-1]
    assert last.name == "settings.txt"
    assert in_background(lambda: helpdesk.fetch(last.id)) == b"colour = no"


def test_a_file_that_cannot_be_read_is_told(window: TicketsWindow, tmp_path: Path, rest: Rest) -> None:
    window.ticket.answer.chosen.read([str(tmp_path / "nothing")])
    rest()
    assert window.ticket.banner.isVisible()
    assert "nothing" in window.ticket.banner.accessibleName()


def test_a_file_is_saved_where_she_wants_it(
    window: TicketsWindow, tmp_path: Path, in_background: InBackground, rest: Rest, qtbot: QtBot
) -> None:
    file = window.ticket._page.ticket.attachments[0] if window.ticket._page else None
    assert file is not None
    saving = window.ticket._saving_as
    saving._file_id = file.id
    with qtbot.waitSignal(window.ticket.file_saved) as told:
        saving.save(str(tmp_path / "copy.png"))
    assert told.args == ["copy.png"]
    assert in_background((tmp_path / "copy.png").read_bytes) == in_background(png)
    assert window.toast.isVisible()
    saving.save(str(tmp_path / "no such folder" / "copy.png"))
    rest()
    assert window.ticket.banner.isVisible()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\x.exe", "C__x.exe"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        ("...", "file"),
    ],
)
def test_a_foreign_name_names_no_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_pictures_are_fitted_into_the_box(in_background: InBackground) -> None:
    sizes = in_background(
        lambda: [small_picture(png(*size)) for size in ((1920, 1080), (100, 80), (100, 4000))]
    )
    assert isinstance(sizes, list)
    assert [(one.width(), one.height()) for one in sizes] == [(480, 270), (100, 80), (6, 270)]


@pytest.mark.qt_log_ignore("Unsupported marker type")
@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"\xff\xd8\xff no"]
)
def test_what_is_no_picture_of_ours_has_none(content: bytes, in_background: InBackground) -> None:
    assert in_background(lambda: small_picture(content)) is None


def test_a_bomb_is_not_decoded(in_background: InBackground) -> None:
    assert in_background(lambda: small_picture(png(200, 200), most_pixels=100 * 100)) is None
