"""Whether a network is reached, cheaply: the probe is asked again only when the own addresses change."""

from collections.abc import Callable, Mapping, Sequence

from itdesk.diagnostics.anywhere.network import source_addresses

Addresses = Callable[[], Sequence[str]]


class Reach:
    """Remembers the last answer of the probe "network" and from which own addresses it was given.

    `ask` asks the probe; `addresses` are those that a packet to far away would carry: nothing is sent.
    """

    def __init__(
        self, ask: Callable[[], Mapping[str, object]], addresses: Addresses = source_addresses
    ) -> None:
        self._ask = ask
        self._addresses = addresses
        self._from: tuple[str, ...] = ()
        self._answer: Mapping[str, object] = {}

    def now(self) -> Mapping[str, object]:
        """Return connected, and level and kind as the probe told them last."""
        own = tuple(self._addresses())
        if not own:
            return {"connected": False}
        if own != self._from:
            self.learn(self._ask())
        return {**self._answer, "connected": True}

    def learn(self, answer: Mapping[str, object]) -> None:
        """Take an answer that the probe has given just now; its error says nothing."""
        self._from = tuple(self._addresses())
        self._answer = {} if "error" in answer else answer
