"""Opens a console over a filled replica, works with it, and prints what each thing took, as JSON.

`python -m tests.bench.console_window FOLDER`. It is a process of its own, so that its memory is its own.
"""

import json
import os
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Order, Question, View
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.terms import Query
from itdesk.entrypoints.desktop import new_application
from itdesk.services.desk import Desk, open_desk
from itdesk.ui.background import Runner
from itdesk.ui.console.places import question_at
from itdesk.ui.console.ticket_delegate import ROW_PX
from itdesk.ui.console.ticket_list_view import TicketListView
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.theme import Theme, apply_theme
from itdesk.ui.tokens import Scheme
from itdesk.workstation.paths import DataFolder
from tests.bench.filled_replica import BEGAN, WORDS
from tests.ui.console_calls import ALONE

RUNS = 20
OPENINGS = 3
PAGE = 12
"""So many rows further nothing that is in sight was in sight before."""
FRAMES = 80
PATIENCE_S = 120.0
PAGE = 50
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class BareList(QAbstractListModel):
    """Titles by their ids, fifty at a time from SQL: what any list over a database does, and nothing else."""

    def __init__(self, connection: sqlite3.Connection, ids: Sequence[str]) -> None:
        super().__init__()
        self._connection = connection
        self._ids = ids
        self._titles: dict[int, str] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of tickets."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.row() not in self._titles:
            self._fetch(index.row() // PAGE * PAGE)
        return self._titles[index.row()]

    def _fetch(self, first: int) -> None:
        ids = self._ids[first : first + PAGE]
        rows = self._connection.execute(
            "SELECT id, title FROM tickets WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        titles = dict(rows.fetchall())
        self._titles |= {first + place: titles[id] for place, id in enumerate(ids)}


class Bench:
    """A console over a desk, and a clock."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._runner = Runner()
        self.opening_ms = statistics.median(self._open_ms() for _ in range(OPENINGS))
        self.window = self._opened()
        self.memory_mb = psutil.Process().memory_full_info().pss / 1e6

    def all_ids(self) -> tuple[str, ...]:
        """List all tickets, and return their ids."""
        self._ask(Question(view=View.ALL, order=Order.NEWEST_FIRST))
        model = self.window.tickets.model
        return tuple(str(model.id_at(row)) for row in range(model.rowCount()))

    def resort_ms(self) -> float:
        """Return what another order of all tickets takes, until the first of them stand there."""
        orders = cycle((Order.CHANGED_LAST_FIRST, Order.NEWEST_FIRST, Order.URGENT_FIRST))
        return self._p95_ms(lambda: self._ask(Question(view=View.ALL, order=next(orders))))

    def view_ms(self) -> float:
        """Return what another view takes, each in the order in which the console asks for it."""
        views = cycle((View.OPEN, View.MINE, View.RECENT, View.UNASSIGNED))
        return self._p95_ms(lambda: self._ask(question_at(next(views), Query(), Order.URGENT_FIRST)))

    def search_ms(self) -> float:
        """Return what a search takes from the question to its rows: two words, one of them unfinished."""
        words = iter(f"{WORDS[7 * n]} {WORDS[11 * n + 1][:3]}" for n in range(RUNS + 1))

        def search() -> None:
            query = parse(next(words), today=BEGAN.date(), unfinished=True)
            self._ask(Question(view=View.ALL, query=query, order=Order.NEWEST_FIRST))

        return self._p95_ms(search)

    def keystroke_ms(self) -> float:
        """Return how long a letter in the search field keeps the window."""
        letters = cycle("drukarka ekran")
        field = self.window.navigation.search
        field.setFocus()
        taken = self._p95_ms(lambda: QTest.keyClicks(field, next(letters)))
        assert len(field.text()) == RUNS
        field.clear()
        self._settle()
        return taken

    def ticket_ms(self, ids: Sequence[str]) -> float:
        """Return what it takes until another ticket stands there."""
        some = iter([TicketId(id) for id in ids[:: max(1, len(ids) // (RUNS + 2))]])
        page = self.window.page

        def show() -> None:
            page.show_ticket(next(some))
            self._until(lambda: page.view is not None)

        return self._p95_ms(show)

    def frame_ms(self, rows: int) -> float:
        """Return what it takes to paint the list, scrolled so many rows further, anywhere in all tickets."""
        self._ask(Question(view=View.ALL, order=Order.NEWEST_FIRST))
        return self._frames_ms(self.window.tickets.list, rows)

    def bare_frame_ms(self, rows: int, ids: Sequence[str], file: Path) -> float:
        """Return what the same takes with a bare list of titles."""
        view = TicketListView(ROW_PX)
        with sqlite3.connect(file) as connection:
            view.setModel(BareList(connection, ids))
            view.resize(self.window.tickets.list.size())
            view.show()
            return self._frames_ms(view, rows)

    def proxy_sort_ms(self, ids: Sequence[str], file: Path) -> float:
        """Return what Qt's own sorting of the same list takes, with all titles at hand."""
        with sqlite3.connect(file) as connection:
            bare, proxy = BareList(connection, ids), QSortFilterProxyModel()
            for row in range(len(ids)):
                bare.data(bare.index(row))
            proxy.setSourceModel(bare)
            begun = time.perf_counter()
            proxy.sort(0)
            return (time.perf_counter() - begun) * 1e3

    def close(self) -> None:
        """End what runs."""
        self.window.close()
        self._runner.shutdown()

    # --- how it is measured ----------------------------------------------------------------------

    def _open_ms(self) -> float:
        begun = time.perf_counter()
        window = self._opened()
        taken = (time.perf_counter() - begun) * 1e3
        window.close()
        window.deleteLater()
        self._settle()
        return taken

    def _opened(self) -> ConsoleWindow:
        window = ConsoleWindow(self._desk, self._runner, ALONE)
        window.show()
        self.window = window
        self._until(self._shows_rows)
        return window

    def _ask(self, question: Question) -> None:
        self.window.tickets.show_question(question, "")
        self._until(self._shows_rows)

    def _shows_rows(self) -> bool:
        model = self.window.tickets.model
        first = model.index(0, 0)
        return model.is_loaded and (not first.isValid() or first.data(TicketRole.ROW) is not None)

    def _frames_ms(self, view: QTableView, rows: int) -> float:
        bar, taken = view.verticalScrollBar(), []
        for frame in range(FRAMES):
            bar.setValue(bar.maximum() * frame // FRAMES)
            self._paint_all(view)
            begun = time.perf_counter()
            bar.setValue(bar.value() + rows * view.rowHeight(0))
            view.viewport().repaint()
            taken.append((time.perf_counter() - begun) * 1e3)
        return sorted(taken)[int(FRAMES * 0.95) - 1]

    def _paint_all(self, view: QTableView) -> None:
        """Let the rows in sight be asked for, come, and be painted."""
        for _ in range(2):
            view.viewport().repaint()
            self._app.processEvents()
            self._settle()
        view.viewport().repaint()

    def _p95_ms(self, call: Callable[[], object]) -> float:
        taken = []
        for _ in range(RUNS):
            self._settle()
            begun = time.perf_counter()
            call()
            taken.append((time.perf_counter() - begun) * 1e3)
        return sorted(taken)[int(RUNS * 0.95) - 1]

    def _settle(self) -> None:
        """Let everything come to rest that was begun."""
        self._until(lambda: self._runner.waiting == 0)
        self._app.processEvents()

    def _until(self, is_true: Callable[[], bool]) -> None:
        until = time.perf_counter() + PATIENCE_S
        while not is_true():
            self._app.processEvents()
            assert time.perf_counter() < until, "it did not come true"


def main(folder: str) -> None:
    """Measure and print."""
    app = new_application()
    apply_theme(app, Theme(Scheme.LIGHT))
    desk = open_desk(DataFolder(Path(folder)))
    assert desk is not None
    file = next(Path(folder).rglob("replica.db"))
    bench = Bench(app, desk)
    ids = bench.all_ids()
    told = {
        "tickets": len(ids),
        "opening_ms": bench.opening_ms,
        "memory_mb": bench.memory_mb,
        "resort_ms": bench.resort_ms(),
        "proxy_sort_ms": bench.proxy_sort_ms(ids, file),
        "view_ms": bench.view_ms(),
        "search_ms": bench.search_ms(),
        "keystroke_ms": bench.keystroke_ms(),
        "ticket_ms": bench.ticket_ms(ids),
        "frame_ms": bench.frame_ms(1),
        "bare_frame_ms": bench.bare_frame_ms(1, ids, file),
        "page_ms": bench.frame_ms(PAGE),
        "bare_page_ms": bench.bare_frame_ms(PAGE, ids, file),
    }
    bench.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
