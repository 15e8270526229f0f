"""Every window of the employee as a screen reader meets it, in Polish: what each thing is, and its name."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney.io.blocking import DBusConnection

from tests.system.accessible import FOCUSABLE, Node, frames
from tests.system.conftest import Environment
from tests.system.test_accessibility import CONTROLS, listener, spoken

__all__ = ["listener", "spoken"]
pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]
ROOT = Path(__file__).parents[2]
Windows = list[tuple[str, list[Node]]]
MINE, KNOWLEDGE, SETTINGS = "Moje zgłoszenia", "Baza wiedzy", "Ustawienia"
SPOKEN: list[tuple[str, set[tuple[str, str]]]] = [
    (
        MINE,  # also what stands in for a tray that is not there
        {
            ("push button", "Zgłoś problem"),
            ("text", "Szukaj w moich zgłoszeniach"),
            ("list", "Moje zgłoszenia"),
            ("button menu", "Więcej"),
            ("filler", "Rozmowa"),
            ("text", "Napisz do: Marek"),
            ("push button", "Załącz plik"),
            ("push button", "Wyślij"),
            (
                "list item",
                "nieprzeczytane, Cannot print invoices, Marek się tym zajmuje, IT-1045 · dziś 07:52",
            ),
        },
    ),
    (MINE, {("filler", "Oceń pomoc"), ("radio button", "1 z 5: źle"), ("push button", "Nie teraz")}),
    (
        MINE,
        {
            ("panel", "Ogłoszenia IT"),
            ("push button", "Pokaż mniej"),
            ("push button", "Nie pokazuj więcej: Połączenia VPN są zrywane"),
        },
    ),
    (
        KNOWLEDGE,
        {
            ("text", "Szukaj w bazie wiedzy"),
            ("list", "Artykuły"),
            ("list item", "Gdy wydruk nie wychodzi"),
            ("filler", "Artykuł"),
            ("push button", "Tak, pomogło"),
            ("push button", "Nie"),
        },
    ),
    (
        "Zaloguj się",
        {
            ("panel", "Język"),
            ("check box", "Jak komputer"),
            ("text", "Adres pomocy IT"),
            ("text", "Login"),
            ("text", "Hasło"),
            ("push button", "Zaloguj się"),
        },
    ),
    (
        SETTINGS,
        {
            ("filler", "Strony ustawień"),
            ("check box", "Ogólne"),
            ("panel", "Język"),
            ("panel", "Kolory"),
            ("check box", "Ciemne"),
            ("label", "Ustawione przez dział IT"),
            ("check box", "Włączaj razem z komputerem"),
        },
    ),
    (SETTINGS, {("check box", "Powiadamiaj o odpowiedziach"), ("check box", "Godziny ciszy")}),
    (SETTINGS, {("label", "Zalogowane konto"), ("push button", "Wyloguj się")}),
    (
        SETTINGS,
        {
            ("push button", "Sprawdź wszystko"),
            ("push button", "Kopiuj"),
            ("push button", "Zapisz w pliku"),
            ("label", "Ostatnia wymiana"),
        },
    ),
    ("O programie itdesk", {("push button", "Kopiuj wersje")}),
]
"""Windows by their titles, and what each of them must tell: what it is, and its name."""


@pytest.fixture
def program(spoken: Environment, tmp_path: Path) -> Iterator[None]:
    """The program with all windows open."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.system.spoken_windows", str(tmp_path / "data")],
        cwd=ROOT,
        env=spoken | {"QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "shown\n"
            yield
        finally:
            process.kill()


@pytest.fixture
def windows(program: None, listener: DBusConnection) -> Windows:
    """What is told of each window."""
    return [(frame.name, [*frame.walk()]) for frame in frames(listener, "")]


def test_every_window_is_told_in_polish(windows: Windows) -> None:
    told = [(title, {(node.role, node.name.strip()) for node in nodes}) for title, nodes in windows]
    for title, expected in SPOKEN:
        alike = [names for name, names in told if name == title]
        assert alike, f"no window “{title}”"
        missing = min((expected - names for names in alike), key=len)
        assert not missing, (title, missing)
    nameless = [
        (title, node.role)
        for title, nodes in windows
        for node in nodes
        if not node.name.strip() and (node.role in CONTROLS or node.has(FOCUSABLE))
    ]
    assert nameless == []
    assert label_of("18:00", windows) == ["Cisza od"], "a list is called by what is chosen, and by its label"


def label_of(name: str, windows: Windows) -> list[str]:
    """Return the labels of the one list that shows this."""
    [found] = [
        node for _, nodes in windows for node in nodes if (node.role, node.name) == ("combo box", name)
    ]
    return [label.name for label in found.labels]
