"""Where in the console one is: the places at the left, the search, and the list that follows from both."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.domain.documents import Queue, in_language
from itdesk.domain.ids import QueueId, TicketId
from itdesk.domain.listing import Grouping, Order, Question, View
from itdesk.domain.query.completion import Vocabulary
from itdesk.domain.query.terms import Query
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.services.found import vocabulary
from itdesk.services.reading import Counts
from itdesk.services.saved_views import CountedView, ViewCounts
from itdesk.services.similar_reports import Suggestion, suggestion
from itdesk.ui.background import Runner
from itdesk.ui.console.navigation_pane import NavigationPane
from itdesk.ui.console.places import SAVED_PREFIX, places, question_at
from itdesk.ui.console.ticket_list_pane import TicketListPane
from itdesk.ui.models.navigation_list import Place


@dataclass(frozen=True)
class Offered:
    """What the left pane shows."""

    counts: Counts
    queues: tuple[Queue, ...]
    saved: tuple[CountedView, ...]
    suggestion: Suggestion | None
    vocabulary: Vocabulary


def offered(desk: Desk, views: ViewCounts, language: str, dismissed: frozenset[TicketId]) -> Offered:
    """Ask for counts, queues, saved views and what is reported by several, off the GUI thread."""
    return Offered(
        counts=reading.counts(desk),
        queues=reading.queues(desk),
        saved=views.saved_views(language),
        suggestion=suggestion(desk, dismissed),
        vocabulary=vocabulary(desk, language),
    )


class Whereabouts(QObject):
    """Leads the list to where the left pane points.

    Signals: `queues_known(names by id)` with every look, `failed(Exception)`.
    """

    queues_known = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        language: str,
        navigation: NavigationPane,
        tickets: TicketListPane,
    ) -> None:
        super().__init__(navigation)
        self._desk = desk
        self._runner = runner
        self._views = ViewCounts(desk)
        self._language = language
        self._navigation = navigation
        self._tickets = tickets
        self._order = Order.URGENT_FIRST
        self._grouping = Grouping.NONE
        self._sorted: tuple[Order, bool] | None = None
        """By the head of a column: it counts wherever one goes."""
        self._query = Query()
        self._saved: dict[str, CountedView] = {}
        self._dismissed: frozenset[TicketId] = frozenset()
        self._is_counting = False
        self._counts_again = False
        tickets.suggestion.dropped.connect(self._dismiss)
        navigation.place_chosen.connect(self._choose_place)
        navigation.searched.connect(self._search)
        tickets.order_chosen.connect(self._reorder)
        tickets.table.sort_wanted.connect(self._sort)
        tickets.grouping_chosen.connect(self._regroup)
        tickets.search_dropped.connect(self._drop_search)

    @property
    def search(self) -> str:
        """What is typed in the search field."""
        return self._navigation.search.text()

    @property
    def saved_view(self) -> CountedView | None:
        """The saved view that is shown, if one is."""
        place = self._navigation.chosen
        return self._saved.get(place.key) if place is not None else None

    @Slot()
    def refresh(self) -> None:
        """Look again at what the left pane shows. Calls during one look add up to one more."""
        self._counts_again = self._is_counting
        if not self._is_counting:
            self._is_counting = True
            call = partial(offered, self._desk, self._views, self._language, self._dismissed)
            self._runner.run(call, then=self._show_offered, failed=self._fail)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_counting = False
        self.failed.emit(error)

    @Slot(object)
    def _show_offered(self, answer: Offered) -> None:
        self._is_counting = False
        if self._counts_again:
            self.refresh()
        names: Mapping[QueueId, str] = {
            queue.id: in_language(queue.name, self._language) for queue in answer.queues
        }
        self._saved = {SAVED_PREFIX + one.view.id: one for one in answer.saved}
        self.queues_known.emit(names)
        self._navigation.know(answer.vocabulary)
        self._tickets.suggestion.show_suggestion(answer.suggestion)
        self._navigation.show_places(places(answer.counts, answer.queues, answer.saved, self._language))

    @Slot(object)
    def _dismiss(self, ids: tuple[TicketId, ...]) -> None:
        """These are not the same; what comes later may be."""
        self._dismissed |= frozenset(ids)
        self.refresh()

    @Slot(object)
    def _choose_place(self, place: Place) -> None:
        self._query = Query()
        self._go_to(place)

    def _go_to(self, place: Place) -> None:
        saved = self._saved.get(place.key)
        self._tickets.offer_keeping(search=False, view=saved is not None)
        if saved is not None:
            question = question_at(View.ALL.value, saved.query, self._order)
        else:
            question = question_at(place.key, Query(), self._order)
        self._show(question, place.text)

    def _show(self, question: Question, title: str) -> None:
        order, is_reversed = self._sorted or (question.order, False)
        shown = replace(question, grouping=self._grouping, order=order, is_reversed=is_reversed)
        self._tickets.show_question(shown, title)

    @Slot(object)
    def _search(self, query: Query) -> None:
        self._query = query
        place = self._navigation.chosen
        if query.terms:
            self._tickets.offer_keeping(search=True, view=False)
            question = question_at(View.ALL.value, query, self._order)
            self._show(question, self.tr("Found"))
        elif place is not None:
            self._go_to(place)

    @Slot()
    def _drop_search(self) -> None:
        self._navigation.search_for("")

    @Slot(object)
    def _regroup(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._search(self._query)

    @Slot(object, bool)
    def _sort(self, order: Order, is_reversed: bool) -> None:  # noqa: FBT001 (the signal's)
        self._sorted = order, is_reversed
        self._search(self._query)

    @Slot(object)
    def _reorder(self, order: Order) -> None:
        self._order, self._sorted = order, None
        self._search(self._query)
