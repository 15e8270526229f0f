"""Keeping searches as views of one's own, and deleting them; both are taken back."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.documents import in_language
from itdesk.domain.documents.view import View as SavedView
from itdesk.services import saved_views
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.undo_stack import Done
from itdesk.ui.console.view_dialog import NamedSearch, ViewDialog


class ViewKeeper(QObject):
    """Signals: `done(Done)`, `failed(Exception)`."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._language = language
        self._window = window
        self._deleted: SavedView | None = None

    def ask(self, search: str) -> None:
        """Ask under which name a search is kept."""
        dialog = ViewDialog(search, self._window, may_share=self._desk.account.role.leads)
        dialog.answered.connect(self._keep)
        dialog.open()

    def delete(self, view: SavedView) -> None:
        """Keep a view no more."""
        self._deleted = view
        call = partial(saved_views.delete, self._desk, view)
        self._runner.run(call, then=self._tell_deleted, failed=self._fail)

    @Slot(object)
    def _keep(self, named: NamedSearch) -> None:
        call = partial(
            saved_views.save_search,
            self._desk,
            named.name,
            named.search,
            self._language,
            is_shared=named.is_shared,
        )
        self._runner.run(call, then=self._tell_kept, failed=self._fail)

    @Slot(object)
    def _tell_kept(self, view: SavedView) -> None:
        words = self.tr("View kept: {name}").format(name=in_language(view.name, self._language))
        self.done.emit(Done(words, partial(saved_views.delete, self._desk, view)))

    @Slot(object)
    def _tell_deleted(self, _nothing: object) -> None:
        view = self._deleted
        if view is not None:
            words = self.tr("View deleted: {name}").format(name=in_language(view.name, self._language))
            self.done.emit(Done(words, partial(saved_views.put_back, self._desk, view)))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
