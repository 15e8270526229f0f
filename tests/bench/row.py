"""One row of the table of budgets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured beside what it is measured against, both in `unit`.

    With a `bare` the budget bounds measured / bare; without one it bounds the measured value itself.
    `at_least` says that more is better. Without a budget the row only informs.
    """

    what: str
    measured: float
    unit: str
    budget: float | None
    bare: float | None = None
    at_least: bool = False

    @property
    def judged(self) -> float:
        """The figure that the budget bounds."""
        return self.measured if self.bare is None else self.measured / self.bare

    @property
    def holds(self) -> bool:
        """Whether the budget is kept."""
        if self.budget is None:
            return True
        return self.judged >= self.budget if self.at_least else self.judged <= self.budget
