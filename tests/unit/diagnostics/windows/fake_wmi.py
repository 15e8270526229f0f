"""WMI in memory: rows by class."""

import re
from collections.abc import Mapping, Sequence

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.wmi import properties_of

Rows = Sequence[Mapping[str, object]]


class FakeWmi:
    """Answers with the rows of the class asked for, cut to the named properties; it filters nothing.

    A class that is not there raises, as WMI does where a namespace is missing or denied.
    """

    def __init__(self, classes: Mapping[str, Rows]) -> None:
        self._classes = classes
        self.asked: list[tuple[str, str]] = []

    def query(self, namespace: str, wql: str) -> list[dict[str, object]]:
        self.asked.append((namespace, wql))
        found = re.search(r"\bFROM (\w+)", wql)
        assert found is not None
        if found[1] not in self._classes:
            raise NotAvailable("This edition of Windows does not record this.")
        return [{name: row.get(name) for name in properties_of(wql)} for row in self._classes[found[1]]]
