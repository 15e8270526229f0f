"""Icons follow the theme that is worn, on any screen, without touching the disk."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from itdesk.ui.icons import icon, icon_set
from itdesk.ui.theme import Theme
from itdesk.ui.tokens import Scheme
from itdesk.ui.tray_icon import TrayState, tray_icon
from tests.ui.conftest import wear

SIZE = QSize(20, 20)


def strongest(image: QImage) -> QColor:
    """Return the colour of the most opaque pixel."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha)


def is_near(one: QColor, other: QColor) -> bool:
    differences = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(map(abs, differences)) <= 6


def test_an_icon_takes_the_colour_of_its_role(theme: Theme) -> None:
    image = icon("blackout", "accent_text").pixmap(SIZE, 2.0).toImage()
    assert is_near(strongest(image), theme.tokens.color("accent_text"))


def test_an_icon_that_exists_follows_a_change_of_theme(dressed_app: QApplication) -> None:
    lasting = icon("blackout", "text_primary")
    for scheme in Scheme:
        wear(dressed_app, Theme(scheme))
        shown = strongest(lasting.pixmap(SIZE, 1.0).toImage())
        assert is_near(shown, Theme(scheme).tokens.color("text_primary"))


def test_a_disabled_icon_is_grey(theme: Theme) -> None:
    image = icon("blackout", "accent_text").pixmap(SIZE, 2.0, QIcon.Mode.Disabled).toImage()
    assert is_near(strongest(image), theme.tokens.color("text_disabled"))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_an_icon_is_sharp_on_every_screen(ratio: float) -> None:
    pixmap = icon("send").pixmap(SIZE, ratio)
    assert pixmap.size() == SIZE * ratio
    assert pixmap.devicePixelRatio() == ratio


def test_a_name_that_is_no_icon_fails_at_once() -> None:
    with pytest.raises(KeyError):
        icon("unicorn")


def test_icons_survive_being_copied_and_changed() -> None:
    for name in icon_set().names() * 4:
        copy = QIcon(icon(name))
        copy.addPixmap(QPixmap(4, 4))
        gc.collect(0)
        assert not copy.pixmap(SIZE, 1.0).isNull()


def test_the_tray_tells_its_states_apart() -> None:
    states = [(state, 3) for state in TrayState] + [(TrayState.WAITING, 12)]
    images = [tray_icon(state, count).pixmap(QSize(22, 22), 1.0).toImage() for state, count in states]
    assert len({bytes(image.constBits()) for image in images}) == len(states)
