"""A table of people is read as offices write it, and what cannot be read is named by line."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.server.accounts import people_file
from itdesk.server.accounts.people_file import BadFile, read_people

HEADER = "login;name\n"


def rows(content: bytes | str, **more: str) -> list[tuple[int, dict[str, str]]]:
    data = content.encode() if isinstance(content, str) else content
    return [(row.line, dict(row.cells)) for row in read_people(data, **more).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_known_by_its_bytes(encoding: str) -> None:
    file = read_people("login;name\nzofia;Zofia Żak\n".encode(encoding))
    assert file.encoding == "utf-8"
    assert file.rows[0].cells["name"] == "Zofia Żak"


def test_what_is_not_utf_8_is_asked_about_and_never_guessed() -> None:
    with pytest.raises(BadFile) as asked:
        read_people("login;name\r\nzofia;Zofia Żak\r\nb;B\r\n".encode("cp1250"))
    assert str(asked.value) == (
        "Line 2 is not UTF-8. Which is right: with --encoding cp1250 it reads “zofia;Zofia Żak”, "
        "with --encoding cp1252 it reads “zofia;Zofia ¯ak”?"
    )


def test_an_encoding_that_was_said_counts() -> None:
    polish = "login;name\nzofia;Żak\n".encode("cp1250")
    assert rows(polish, encoding="cp1250") == [(2, {"login": "zofia", "name": "Żak"})]
    with pytest.raises(BadFile, match=r"Line 2 is not utf-8: byte 17 is 0xaf"):
        read_people(polish, encoding="utf-8")
    with pytest.raises(BadFile, match="UTF-16"):
        read_people("login;name\n".encode("utf-16"))
    with pytest.raises(BadFile, match="Line 2 is not cp1250"):
        read_people(b"login;name\n\x81;\x81\n", encoding="cp1250")


def test_delimiters_are_found_out_by_the_header() -> None:
    assert rows('login,name\na,"B; C, D"\n') == [(2, {"login": "a", "name": "B; C, D"})]
    assert rows("login;name\na;B, C\n") == [(2, {"login": "a", "name": "B, C"})]
    assert rows("login;name\na;B\n", delimiter=";") == [(2, {"login": "a", "name": "B"})]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "begins with no header"),
        ("login;nmae\n", "Column 2 of the header is “nmae”. Did you mean “name”?"),
        ("login;name;password\n", "“password”. Known are"),
        ("login;name;Login\n", "names the column “login” twice"),
        ("name;phone\n", "no column “login”"),
        ("login\tname\n", "Column 1 of the header is “login\tname”"),
        ('login;"name\n', "The header cannot be read"),
    ],
)
def test_a_header_that_is_none_is_told(text: str, sentence: str) -> None:
    with pytest.raises(BadFile) as bad:
        read_people(text.encode())
    assert sentence in str(bad.value)


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = f'{HEADER}a;"two\nlines"\n\n;\nb;B\nc\nd;D;D\n"e;E\nf;F\n'
    file = read_people(text.encode())
    assert [row.line for row in file.rows] == [2, 6]
    assert [str(fault) for fault in file.faults] == [
        "line 7: it has 1 cells, the header has 2.",
        "line 8: it has 3 cells, the header has 2.",
        "line 9: a quotation mark that is opened here is never closed.",
    ]


def test_a_huge_cell_is_a_fault_of_its_line() -> None:
    longest = csv.field_size_limit()
    file = read_people(f"{HEADER}a;A\nb;{'x' * (longest + 1)}\n".encode())
    assert [str(fault) for fault in file.faults] == [f"line 3: a cell is longer than {longest} characters."]


def test_too_much_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_file, "MOST_BYTES", 20)
    with pytest.raises(BadFile, match="at most 20 are read"):
        read_people((HEADER + "a;b\n" * 10).encode())
    monkeypatch.undo()
    monkeypatch.setattr(people_file, "MOST_ROWS", 3)
    with pytest.raises(BadFile, match="more than 3 rows"):
        read_people((HEADER + "a;b\n" * 4).encode())


def test_a_file_of_another_kind_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_file, "MOST_FAULTS", 5)
    assert len(read_people((HEADER + "x\n" * 100).encode()).faults) == 5


@given(some.binary(max_size=200))
def test_no_bytes_break_it(content: bytes) -> None:
    for data in (content, HEADER.encode() + content):
        try:
            file = read_people(data)
        except BadFile as bad:
            assert str(bad)  # noqa: PT017 - either is right
        else:
            assert all(row.line > 1 for row in file.rows)
