"""A draft keeps everything she has made: pictures as they may be seen, files, and what she holds back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from itdesk.services.desk import Desk
from itdesk.services.draft_files import FOLDER, DraftFiles
from itdesk.services.drafts import draft
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.report.draft_shelf import DraftShelf, Unfinished
from itdesk.ui.report.draft_text import Along, HeldBack, NamedThing, along_of, draft_text
from itdesk.ui.report.pictures_kept import Source
from itdesk.ui.report.things import Thing
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.report.words import Words
from itdesk.ui.widgets.picture_editor_steps import Arrow, BlackOut, Picture, render
from tests.ui.gui_guard import in_background
from tests.ui.report.conftest import RED, SlowComputer, red_screen
from tests.ui.report.test_pictures import BLUE, GREEN, plain
from tests.ui.report.test_report_window import TEXT, facts_are_there, fill, sent

SECRET = QRect(0, 0, 300, 200)
STEPS_FILE = NewFile("steps.pdf", b"%PDF recorded steps")
Opener = Callable[[], ReportWindow]


def files_of(desk: Desk) -> list[Path]:
    folder = DraftFiles(desk.outbox.path.parent).folder
    return sorted(folder.iterdir()) if folder.exists() else []


def kept_images(desk: Desk) -> list[QImage]:
    """Return every picture that lies on the disk."""

    def read() -> list[QImage]:
        return [QImage.fromData(file.read_bytes()) for file in files_of(desk)]

    return [image for image in in_background(read) if not image.isNull()]


def colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, 640, 20) for y in range(0, 400, 20)}


def at_rest(runner: Runner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=10_000)


@pytest.fixture
def again(
    desk: Desk, runner: Runner, computer: SlowComputer, window: ReportWindow, qtbot: QtBot
) -> Callable[[], ReportWindow]:
    """`again()` closes the report and opens the next one."""

    def reopen() -> ReportWindow:
        qtbot.waitUntil(lambda: window.draft.is_read)
        computer.may_tell.set()
        window.close()
        at_rest(runner, qtbot)
        made = ReportWindow(
            desk,
            runner,
            collect_facts=computer.collect,
            symptoms=window.form.search._known,
            picture=plain(BLUE, 640, 400),
        )
        qtbot.addWidget(made)
        made.show()
        at_rest(runner, qtbot)
        return made

    return reopen


def test_pictures_and_files_are_there_again(window: ReportWindow, again: Opener) -> None:
    fill(window)
    panel = window.along.screenshot
    panel.view.black_out(SECRET)
    panel.add_chosen(plain(GREEN))
    panel.add_file(STEPS_FILE)
    expected = [render(picture) for picture in window.along.pictures()]
    found = again()
    assert found.form.words().description == TEXT
    assert [render(picture) for picture in found.along.pictures()] == expected
    assert found.along.files() == (STEPS_FILE,)


def test_what_was_blacked_out_lies_nowhere_on_the_disk(
    window: ReportWindow, desk: Desk, again: Opener, runner: Runner, qtbot: QtBot
) -> None:
    fill(window)
    window.along.screenshot.view.draw(True)
    qtbot.waitUntil(lambda: bool(files_of(desk)), timeout=10_000)
    before = files_of(desk)
    window.along.screenshot.view.black_out(QRect(0, 0, 640, 400))
    qtbot.waitUntil(lambda: bool(files_of(desk)) and not set(files_of(desk)) & set(before), timeout=10_000)
    found = again()
    assert [colors(image) for image in kept_images(desk)] == [{"#000000"}]
    assert [colors(render(picture)) for picture in found.along.pictures()] == [{"#000000"}]


def test_the_picture_of_now_waits_where_a_draft_has_its_own(window: ReportWindow, again: Opener) -> None:
    fill(window)
    found = again()
    assert [colors(render(picture)) for picture in found.along.pictures()] == [{RED.name()}]
    found.along.screenshot.show_number(0)
    found.along.screenshot.send_after_all()
    assert len(found.along.pictures()) == 2


def test_a_picture_that_was_left_out_is_not_kept_and_not_taken_anew(
    window: ReportWindow, desk: Desk, again: Opener
) -> None:
    fill(window)
    window.along.screenshot.leave_out()
    found = again()
    assert files_of(desk) == []
    assert found.along.pictures() == ()


def test_pictures_alone_are_a_draft_but_not_the_one_that_came_by_itself(
    window: ReportWindow, desk: Desk, again: Opener
) -> None:
    window.along.screenshot.add_chosen(plain(GREEN))
    found = again()
    assert len(found.along.pictures()) == 2
    found.along.screenshot.leave_out()
    found.along.screenshot.show_number(2)
    found.along.screenshot.leave_out()
    found.close()


def test_she_may_begin_anew_instead(
    window: ReportWindow, desk: Desk, again: Opener, runner: Runner, qtbot: QtBot
) -> None:
    fill(window)
    found = again()
    assert found.draft_banner.isVisible()
    with qtbot.waitSignal(found.anew_wanted) as told:
        found.draft_banner.button.click()
    assert [colors(picture) for picture in told.args or []] == [{BLUE.name()}]
    found.close()
    at_rest(runner, qtbot)
    assert in_background(lambda: draft(desk, "report")) == ""
    assert files_of(desk) == []


def test_the_picture_that_came_by_itself_is_no_draft(window: ReportWindow, desk: Desk, again: Opener) -> None:
    again()
    assert in_background(lambda: draft(desk, "report")) == ""
    assert files_of(desk) == []


def test_what_she_holds_back_stays_held_back(
    window: ReportWindow, computer: SlowComputer, again: Opener, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    window.along.card("computer").include(False)
    window.along.card("disks").open()
    lines = window.along.card("disks").lines
    assert lines is not None
    lines.box(("disks", "disks")).setChecked(False)
    found = again()
    facts = found.along.facts()
    assert facts is not None
    assert "host" not in facts.facts
    assert "disks" not in facts.facts.get("disks", {})
    assert not found.along.card("computer").is_included
    found.along.card("disks").open()
    shown = found.along.card("disks").lines
    assert shown is not None
    assert not shown.box(("disks", "disks")).isChecked()


def test_words_that_were_typed_before_the_draft_came_stand_below_it(
    window: ReportWindow, qtbot: QtBot
) -> None:
    window.form.description.setPlainText("nowe")
    window.form.show_words(Words(description="stare"))
    assert window.form.words().description == "stare\nnowe"
    assert window.form.description.textCursor().atEnd()


def test_emptied_words_are_no_draft_any_more(
    window: ReportWindow, desk: Desk, runner: Runner, qtbot: QtBot
) -> None:
    window.form.description.setPlainText("Drukarka")
    qtbot.waitUntil(lambda: "Drukarka" in in_background(lambda: draft(desk, "report")), timeout=10_000)
    window.form.description.clear()
    qtbot.waitUntil(lambda: in_background(lambda: draft(desk, "report")) == "", timeout=10_000)
    qtbot.waitUntil(lambda: files_of(desk) == [])


def test_the_files_go_with_the_window_once_it_was_sent(
    window: ReportWindow, desk: Desk, runner: Runner, computer: SlowComputer, qtbot: QtBot
) -> None:
    fill(window)
    window.along.screenshot.add_file(STEPS_FILE)
    sent(window, qtbot)
    computer.may_tell.set()
    at_rest(runner, qtbot)
    assert in_background(lambda: draft(desk, "report")) == ""
    assert files_of(desk), "Undo needs them"
    window.close()
    at_rest(runner, qtbot)
    assert files_of(desk) == []


def test_the_files_go_when_it_cannot_be_undone_any_more(
    window: ReportWindow, desk: Desk, runner: Runner, computer: SlowComputer, qtbot: QtBot
) -> None:
    fill(window)
    sent(window, qtbot)
    computer.may_tell.set()
    at_rest(runner, qtbot)
    window.after.send_now()
    at_rest(runner, qtbot)
    assert files_of(desk) == []


def test_undo_keeps_the_whole_draft_again(
    window: ReportWindow, desk: Desk, runner: Runner, again: Opener, qtbot: QtBot
) -> None:
    fill(window)
    window.along.screenshot.add_file(STEPS_FILE)
    sent(window, qtbot)
    with qtbot.waitSignal(window.withdrawn, timeout=10_000):
        window.after.receipt.undo_button.click()
    found = again()
    assert found.along.files() == (STEPS_FILE,)
    assert len(found.along.pictures()) == 1


# -- On the shelf


def thing(color: QColor = RED) -> Thing:
    image = red_screen()
    image.fill(color)
    return Thing(
        Picture(image, (Arrow(SECRET.topLeft(), SECRET.bottomRight()), BlackOut(SECRET))), Source.SCREEN
    )


def text_of(*names: str) -> str:
    things = tuple(NamedThing(name=name, source=Source.SCREEN, label="") for name in names)
    return draft_text(Words(description=TEXT), Along(things=things))


def test_an_older_draft_never_replaces_a_newer_one(desk: Desk) -> None:
    shelf = DraftShelf(desk)
    older, newer = shelf.next_number(), shelf.next_number()
    in_background(lambda: shelf.put(Unfinished(number=newer, text=text_of("b"), things={"b": thing()})))
    in_background(lambda: shelf.put(Unfinished(number=older, text=text_of("a"), things={"a": thing()})))
    assert list(in_background(shelf.take).things) == ["b"]
    assert [file.name for file in files_of(desk)] == ["b"]


def test_a_picture_that_cannot_be_read_does_not_take_the_words(desk: Desk) -> None:
    shelf = DraftShelf(desk)
    number = shelf.next_number()
    in_background(lambda: shelf.put(Unfinished(number=number, text=text_of("a"), things={"a": thing()})))
    in_background(lambda: files_of(desk)[0].write_bytes(b"\x89PNG\r\n\x1a\n broken"))
    found = in_background(shelf.take)
    assert (found.words.description, dict(found.things)) == (TEXT, {})


def test_what_no_draft_names_is_swept_away(desk: Desk) -> None:
    in_background(lambda: DraftFiles(desk.outbox.path.parent).put("left", b"of a killed program"))
    in_background(DraftShelf(desk).sweep)
    assert files_of(desk) == []


def test_words_are_safe_although_the_files_cannot_be_kept(desk: Desk) -> None:
    shelf = DraftShelf(desk)
    number = shelf.next_number()
    unfinished = Unfinished(number=number, text=text_of("a"), things={"a": thing()})
    in_background(lambda: (desk.outbox.path.parent / FOLDER).write_bytes(b"no folder can be made here"))
    with pytest.raises(WorldFailed):
        in_background(lambda: shelf.put(unfinished, words_alone=text_of()))
    assert TEXT in in_background(lambda: draft(desk, "report"))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"along": 3}', '{"along": {"things": [1]}}', "\0"])
def test_a_draft_that_says_nothing_of_what_goes_along(text: str) -> None:
    assert along_of(text) is None


def test_a_draft_gives_back_what_it_says_of_what_goes_along() -> None:
    along = Along(
        things=(NamedThing(name="a", source="", label="steps.pdf"),),
        held_back=HeldBack(cards=("network",), values=(("disks", "disks"),), hides_private=True),
    )
    assert along_of(draft_text(Words(), along)) == along
