"""Pages of the service catalogue."""

from dataclasses import dataclass, field, replace

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.documents.custom_field import CustomField
from itdesk.domain.documents.words import Words


@dataclass(frozen=True, kw_only=True)
class CategoryPage:
    """What IT does for people in one category, what it does not, and what it asks about.

    The id is the category's value: the categories themselves are fixed.
    """

    id: Category
    name: Words
    done: Words = field(default_factory=dict)
    """What we do."""
    not_done: Words = field(default_factory=dict)
    """What we do not do, and who does."""
    expected_time: Words = field(default_factory=dict)
    """How long it usually takes, in words."""
    fields: tuple[CustomField, ...] = ()

    def for_employees(self) -> "CategoryPage":
        """Return the page as employees keep it: what IT notes for itself is not even named."""
        fields = tuple(one for one in self.fields if one.audience is not Audience.STAFF)
        return replace(self, fields=fields)
