"""People as a table in a file: its bytes to rows, with the line of everything that cannot be read."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from itdesk.server.accounts.errors import AccountError

COLUMNS = ("login", "name", "role", "department", "site", "place", "phone", "disabled")
NEEDED = ("login", "name")
DELIMITERS = (";", ",")
UTF_8 = "utf-8"
ENCODINGS = (UTF_8, "cp1250", "cp1252")
"""What may be said. Only UTF-8 is known by its bytes: the others read any file, rightly or not."""
MOST_BYTES = 32 * 1024 * 1024
MOST_ROWS = 100_000
MOST_FAULTS = 1_000
"""Further ones are counted with the last: a file of another kind is wrong in every line."""
SHOWN_CHARS = 60
UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class BadFile(AccountError):
    """The file as a whole cannot be read as a table of people."""

    code = "bad_file"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong in one place. `line` counts from 1, the header's; `column` is "" for a whole line."""

    line: int
    column: str = ""
    sentence: str

    def __str__(self) -> str:
        place = f"line {self.line}, column “{self.column}”" if self.column else f"line {self.line}"
        return f"{place}: {self.sentence}"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One person as the file says her, by the names of the columns that it has."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class PeopleFile:
    """What a file says, and what in it cannot be read."""

    rows: Sequence[Row]
    faults: Sequence[Fault]
    encoding: str
    delimiter: str


def read_people(content: bytes, *, encoding: str | None = None, delimiter: str | None = None) -> PeopleFile:
    """Return the rows of a table with a header.

    Without an encoding it has to be UTF-8; without a delimiter it is whichever of ; and , makes a known
    header. Raises BadFile for what is no such table at all.
    """
    if len(content) > MOST_BYTES:
        raise BadFile(
            f"The file has {len(content)} bytes; at most {MOST_BYTES} are read. Divide it into several."
        )
    text, found_encoding = _decoded(content, encoding)
    header, found_delimiter = _header(text, delimiter)
    rows, faults = list[Row](), list[Fault]()
    for found in _lines(text, found_delimiter, header):
        if isinstance(found, Fault):
            faults.append(found)
        else:
            rows.append(found)
        if len(faults) >= MOST_FAULTS or len(rows) > MOST_ROWS:
            break
    if len(rows) > MOST_ROWS:
        raise BadFile(f"The file has more than {MOST_ROWS} rows. Divide it into several.")
    return PeopleFile(rows=rows, faults=faults, encoding=found_encoding, delimiter=found_delimiter)


def _decoded(content: bytes, encoding: str | None) -> tuple[str, str]:
    if content.startswith(UTF_16_MARKS):
        raise BadFile("The file is UTF-16. Save it as “CSV UTF-8” and try again.")
    said, encoding = encoding is not None, encoding or UTF_8
    try:
        return content.removeprefix(UTF_8_MARK).decode(encoding), encoding
    except UnicodeDecodeError as error:
        if not said:
            raise BadFile(_asked(content, error.start)) from None
        line = content.count(b"\n", 0, error.start) + 1
        raise BadFile(
            f"Line {line} is not {encoding}: byte {error.start} is 0x{content[error.start]:02x}. "
            "Save the file as UTF-8, or say with --encoding what it is."
        ) from None


def _asked(content: bytes, place: int) -> str:
    """Ask which encoding was meant, with how the first line that is not UTF-8 reads in each."""
    before = content[:place]
    line = content[before.rfind(b"\n") + 1 :].split(b"\n", 1)[0].rstrip(b"\r")
    readings = (
        f"with --encoding {name} it reads “{line.decode(name, 'replace')[:SHOWN_CHARS]}”"
        for name in ENCODINGS
        if name != UTF_8
    )
    number = before.count(b"\n") + 1
    return f"Line {number} is not UTF-8. Which is right: {', '.join(readings)}?"


def _header(text: str, delimiter: str | None) -> tuple[list[str], str]:
    """Return the names of the columns, and what divides them. Raises BadFile."""
    first = text.partition("\n")[0].rstrip("\r")
    if not first.strip():
        raise BadFile(f"The file begins with no header. Its first line names columns: {', '.join(COLUMNS)}.")
    tried = [delimiter] if delimiter else sorted(DELIMITERS, key=first.count, reverse=True)
    names = [name.strip().lower() for name in _cells(first, tried[0])]
    for place, name in enumerate(names, 1):
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, 1)
            hint = f"Did you mean “{near[0]}”?" if near else f"Known are {', '.join(COLUMNS)}."
            raise BadFile(f"Column {place} of the header is “{name[:SHOWN_CHARS]}”. {hint}")
        if names.count(name) > 1:
            raise BadFile(f"The header names the column “{name}” twice.")
    for name in NEEDED:
        if name not in names:
            raise BadFile(f"The header has no column “{name}”; it has {', '.join(names)}.")
    return names, tried[0]


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise BadFile(f"The header cannot be read: {error}.") from None


def _lines(text: str, delimiter: str, header: Sequence[str]) -> Iterator[Row | Fault]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    next(reader)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(line=line, sentence=_told(error))
            return  # where a quotation mark is not closed, nothing after it can be trusted
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            sentence = f"it has {len(cells)} cells, the header has {len(header)}."
            yield Fault(line=line, sentence=sentence)
            continue
        yield Row(line=line, cells=dict(zip(header, cells, strict=True)))


def _told(error: csv.Error) -> str:
    words = str(error)
    if "unexpected end of data" in words:
        return "a quotation mark that is opened here is never closed."
    if "field larger than field limit" in words:
        return f"a cell is longer than {csv.field_size_limit()} characters."
    return f"it cannot be read: {words}."
