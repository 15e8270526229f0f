"""Segments, switches, cards and stars: by mouse, by keyboard, by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from itdesk.domain.priority import Urgency
from itdesk.ui.widgets.check_box import CheckBox
from itdesk.ui.widgets.facts_card import FactsCard
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.segmented_control import SegmentedControl
from itdesk.ui.widgets.star_rating import StarRating
from itdesk.ui.widgets.switch import Switch
from itdesk.ui.widgets.symptom_card import Symptom, SymptomGrid
from tests.ui.walk import accessible_name, assert_named, assert_not_clipped, settle

SYMPTOMS = [
    Symptom("printing", "printer", "Drukowanie"),
    Symptom("network", "wifi", "Internet i sieć"),
    Symptom("sign-in", "key", "Hasło, logowanie"),
    Symptom("slow", "slow", "Wolny komputer"),
    Symptom("program", "app", "Program nie działa"),
    Symptom("mail", "mail", "Poczta"),
    Symptom("drive", "disk", "Dysk wspólny"),
]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def urgency(qtbot: QtBot) -> SegmentedControl:
    control = SegmentedControl("How badly does it get in your way?", is_large=True)
    control.offer(
        [(Urgency.HIGH, "I cannot work"), (Urgency.MEDIUM, "It hinders me"), (Urgency.LOW, "Later")]
    )
    qtbot.addWidget(control)
    settle(control)
    return control


@pytest.fixture
def symptoms(qtbot: QtBot) -> SymptomGrid:
    grid = SymptomGrid(SYMPTOMS)
    qtbot.addWidget(grid)
    grid.resize(900, 200)
    settle(grid)
    return grid


def test_a_segment_is_chosen_once_told_once(urgency: SegmentedControl, qtbot: QtBot) -> None:
    heard: list[object] = []
    urgency.chosen.connect(heard.append)
    urgency.choose(Urgency.MEDIUM)
    assert heard == []
    qtbot.mouseClick(urgency.segments()[2], LEFT)
    qtbot.mouseClick(urgency.segments()[2], LEFT)
    qtbot.keyClick(urgency.segments()[2], Qt.Key.Key_Left)
    assert heard == [Urgency.LOW, Urgency.MEDIUM]
    assert urgency.value is Urgency.MEDIUM


def test_choosing_a_segment_moves_nothing(urgency: SegmentedControl) -> None:
    widths = []
    for value in Urgency:
        urgency.choose(value)
        settle(urgency)
        widths.append([segment.width() for segment in urgency.segments()])
    assert widths[0] == widths[1] == widths[2]


def test_arrows_move_between_cards(symptoms: SymptomGrid, qtbot: QtBot) -> None:
    symptoms.choose("printing")
    for key, expected in [
        (Qt.Key.Key_Right, "network"),
        (Qt.Key.Key_Down, "program"),
        (Qt.Key.Key_Left, "slow"),
        (Qt.Key.Key_Up, "printing"),
        (Qt.Key.Key_Up, "printing"),
    ]:
        qtbot.keyClick(chosen(symptoms), key)
        assert symptoms.chosen_id() == expected


def chosen(grid: SymptomGrid) -> QWidget:
    return next(card for card in grid.cards() if card.isChecked())


def test_typing_finds_a_card_without_accents(symptoms: SymptomGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(symptoms.chosen) as told:
        qtbot.keyClicks(symptoms.cards()[0], "sie")
    assert told.args == ["network"]


def test_cards_move_below_each_other_where_there_is_no_room(qtbot: QtBot) -> None:
    pane, grid = QWidget(), SymptomGrid(SYMPTOMS)
    qtbot.addWidget(pane)
    QVBoxLayout(pane).addWidget(grid)
    rows = []
    for width in (900, grid.minimumSizeHint().width() + 40):
        pane.resize(width, 600)
        settle(pane)
        rows.append(len({card.y() for card in grid.cards()}))
        assert all(card.geometry().right() < width for card in grid.cards())
    assert rows == [3, len(SYMPTOMS)]


def test_a_card_is_chosen_by_the_mouse_anywhere_on_it(symptoms: SymptomGrid, qtbot: QtBot) -> None:
    card = symptoms.cards()[4]
    qtbot.mouseClick(card, LEFT, pos=card.rect().bottomRight())
    assert symptoms.chosen_id() == "program"


def test_the_cards_have_room_for_their_words(scale: float, qtbot: QtBot) -> None:
    grid = SymptomGrid(SYMPTOMS)
    qtbot.addWidget(grid)
    for symptom in SYMPTOMS:
        grid.choose(symptom.id)
        assert_not_clipped(grid)
    assert_named(grid)


def test_a_fact_that_is_switched_off_shows_no_value(qtbot: QtBot) -> None:
    card = FactsCard("printers", "printer", "Printers")
    qtbot.addWidget(card)
    card.show_value("HP-312 · error, 3 queued", is_bad=True)
    settle(card)
    (switch,) = card.findChildren(Switch)
    with qtbot.waitSignal(card.included_changed) as told:
        qtbot.mouseClick(switch, LEFT)
    assert told.args == ["printers", False]
    assert [label.text() for label in card.findChildren(PlainLabel)] == ["Printers", "not sent"]
    assert accessible_name(switch) == "Send: Printers"


def test_a_switch_turns_by_the_space_bar(qtbot: QtBot) -> None:
    switch = Switch("Send: Printers")
    qtbot.addWidget(switch)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_on_and_off_differ_by_more_than_colour(qtbot: QtBot) -> None:
    for widget in (Switch("a"), CheckBox("a")):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        off = widget.grab().toImage()
        widget.setChecked(True)
        on = widget.grab().toImage()
        grey = [image.convertToFormat(image.Format.Format_Grayscale8) for image in (off, on)]
        assert grey[0] != grey[1]


@pytest.mark.parametrize("score", range(1, 6))
def test_a_rating_fills_the_stars_up_to_it(score: int, qtbot: QtBot) -> None:
    rating = StarRating()
    qtbot.addWidget(rating)
    settle(rating)
    with qtbot.waitSignal(rating.rated) as told:
        qtbot.mouseClick(rating.stars[score - 1], LEFT)
    assert told.args == [score]
    assert rating.score == score
    assert [star.is_filled for star in rating.stars] == [step < score for step in range(5)]
    assert_named(rating)


def test_arrows_change_the_rating(qtbot: QtBot) -> None:
    rating = StarRating()
    qtbot.addWidget(rating)
    settle(rating)
    qtbot.mouseClick(rating.stars[2], LEFT)
    qtbot.keyClick(rating.stars[2], Qt.Key.Key_Right)
    assert rating.score == 4


@pytest.mark.parametrize("is_large", [False, True])
def test_the_words_of_a_chosen_segment_keep_clear_of_its_edge(
    is_large: bool, scale: float, qtbot: QtBot
) -> None:
    control = SegmentedControl("Who will see it", is_large=is_large)
    control.offer([(1, "Odpowiedź publiczna", "reply"), (2, "Notatka wewnętrzna", "lock")])
    qtbot.addWidget(control)
    settle(control, control.sizeHint())
    chosen = control.segments()[0]
    image = chosen.grab().toImage()
    middle = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    ground = middle[4]
    inked = [
        x
        for x in range(4, image.width() - 4)
        if any(image.pixelColor(x, y) != ground for y in range(6, image.height() - 6))
    ]
    assert min(inked) >= 8 * scale
    assert max(inked) <= image.width() - 8 * scale
    assert chosen.fontMetrics().horizontalAdvance(chosen.text()) < chosen.width()


def test_stars_are_as_high_as_a_finger_needs(scale: float, qtbot: QtBot) -> None:
    """The sheet's own height for round buttons is not theirs: a crowded layout would take it for enough."""
    rating = StarRating()
    qtbot.addWidget(rating)
    settle(rating)
    assert rating.minimumSizeHint().height() >= 40 * scale
    assert {star.minimumHeight() for star in rating.stars} == {0}
