"""Measures every budget on this computer and prints the table, row by row: `make bench`.

A row is a file in tests/bench/rows with `measure() -> list[Row]`, which measures itself and the bare program
side by side. Arguments pick rows by words in their file's name. A budget that is not kept is shown, and fails
nothing: figures from a busy machine are no verdict. The answer is 1 when a row could not be measured at all.
"""

import sys
import traceback
from importlib import import_module
from pkgutil import iter_modules

from tests.bench import rows
from tests.bench.row import Row

LINE = "{:<58} {:>12} {:>12} {:>9} {:>12}  {}"


def _figure(value: float, unit: str) -> str:
    return f"{value:,.3g} {unit}" if value < 1000 else f"{value:,.0f} {unit}"


def _line(row: Row) -> str:
    sign = "≥" if row.at_least else "≤"
    bare = "" if row.bare is None else _figure(row.bare, row.unit)
    ratio = "" if row.bare is None else f"{row.judged:.2f} ×"
    verdict = "" if row.budget is None else "kept" if row.holds else "MISSED"
    return LINE.format(row.what, _figure(row.measured, row.unit), bare, ratio, _budget(row, sign), verdict)


def _budget(row: Row, sign: str) -> str:
    if row.budget is None:
        return ""
    return f"{sign} {_figure(row.budget, row.unit)}" if row.bare is None else f"{sign} {row.budget:g} ×"


def _print_rows(name: str) -> bool:
    """Measure one file's rows and print them; answer whether they could be measured."""
    try:
        measured: list[Row] = import_module(f"{rows.__name__}.{name}").measure()
    except Exception:  # noqa: BLE001 - one row that fails must not hide the others
        traceback.print_exc()
        print(LINE.format(name, "not measured", "", "", "", ""))
        return False
    for row in measured:
        print(_line(row), flush=True)
    return True


def main(words: list[str]) -> int:
    """Print the table of the rows that have one of these words in their name, of all rows without words."""
    names = sorted(module.name for module in iter_modules(rows.__path__))
    chosen = [name for name in names if not words or any(word in name for word in words)]
    print(LINE.format("what", "measured", "bare", "ratio", "budget", ""))
    failures = sum(not _print_rows(name) for name in chosen)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
