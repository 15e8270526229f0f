"""Priority is the usual 3 x 3 matrix."""

import pytest

from itdesk.domain.priority import Impact, Priority, Ranking, Urgency, priority_of

MATRIX = """
    1 2 3
    2 3 4
    3 4 5
"""


@pytest.mark.parametrize("impact", Impact)
@pytest.mark.parametrize("urgency", Urgency)
def test_the_matrix_is_the_table(impact: Impact, urgency: Urgency) -> None:
    rows = [[int(cell) for cell in line.split()] for line in MATRIX.split("\n") if line.strip()]
    assert priority_of(impact, urgency) == rows[impact - 1][urgency - 1]


def test_a_lead_may_set_it_over_the_matrix() -> None:
    assert Ranking(Impact.LOW, Urgency.LOW).priority is Priority.PLANNING
    assert Ranking(Impact.LOW, Urgency.LOW, Priority.CRITICAL).priority is Priority.CRITICAL
