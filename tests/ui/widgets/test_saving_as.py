"""A foreign file's name, before it is offered as a name here."""

import pytest

from itdesk.ui.widgets.saving_as import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\x.exe", "C__x.exe"),
        ("a\\b:c", "a_b_c"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        ("...", "file"),
        (" .. ", "file"),
    ],
)
def test_a_foreign_name_names_no_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe
