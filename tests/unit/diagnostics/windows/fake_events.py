"""Windows' event log in memory: events as XML by channel."""

from collections.abc import Mapping, Sequence

from itdesk.diagnostics.base import NotAvailable


class FakeEvents:
    """Answers with all events of a channel, however the question is worded; it keeps the questions."""

    def __init__(self, channels: Mapping[str, Sequence[str]]) -> None:
        self._channels = channels
        self.questions: list[str] = []

    def query(self, channel: str, question: str, most: int) -> list[str]:
        self.questions.append(question)
        if channel not in self._channels:
            raise NotAvailable("Windows does not open its log (error 5).")
        return list(self._channels[channel])[:most]
