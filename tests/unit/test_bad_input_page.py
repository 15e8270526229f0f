"""Every bad input of docs/bad-input.md is there, with tests that exist, or the words that there are none."""

import pytest

from tests.unit.named_tests import ROOT, UNCOVERED, check_shown, rows_in

PAGE = (ROOT / "docs" / "bad-input.md").read_text("utf-8")
COLUMNS = 4
ROWS = rows_in(PAGE, "number")
TO_BE_COVERED = {*range(1, 67), *range(75, 83), *range(91, 101)}
STILL_UNCOVERED = {47}
"""What the page may say of these. Whoever covers one takes its number away."""


def test_each_number_is_there_once_and_in_order() -> None:
    assert [row[0] for row in ROWS] == [str(number) for number in range(1, 113)]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_each_is_shown_or_said_not_to_be(row: list[str]) -> None:
    assert len(row) == COLUMNS
    assert all(row)
    check_shown(row[-1])


def test_only_what_is_listed_is_uncovered() -> None:
    uncovered = {int(row[0]) for row in ROWS if row[-1] == UNCOVERED}
    assert uncovered & TO_BE_COVERED == STILL_UNCOVERED
