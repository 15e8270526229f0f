"""What the history says when contents were erased: the rows before it stay, their words are gone."""

from dataclasses import dataclass

from itdesk.domain.ids import ChangeId


@dataclass(frozen=True, kw_only=True)
class Erased:
    """Contents are no more: of the whole ticket, or of these events alone. Nobody asks for it."""

    event_ids: tuple[ChangeId, ...] = ()
    """Nothing means the whole ticket, which nobody can change from then on."""

    @property
    def is_whole(self) -> bool:
        """Whether all contents of the ticket are gone."""
        return not self.event_ids
