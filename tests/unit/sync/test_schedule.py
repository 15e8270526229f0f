"""When to try again."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from itdesk.sync.schedule import CAP_S, POLL_S, Schedule


@given(st.integers(), st.integers(1, 100))
def test_pauses_grow_to_five_minutes_and_are_spread(seed: int, failures: int) -> None:
    schedule = Schedule(Random(seed))
    pauses = [schedule.after_failure() for _ in range(failures)]
    assert all(0 <= pause <= min(CAP_S, 2**number) for number, pause in enumerate(pauses))
    assert POLL_S / 2 <= schedule.after_success() <= POLL_S * 1.5
    assert schedule.after_failure() <= 1.0


@given(st.floats(0, 86_400), st.integers())
def test_the_server_is_left_alone_as_long_as_it_asks(retry_after: float, seed: int) -> None:
    assert Schedule(Random(seed)).after_failure(retry_after) >= retry_after


def test_a_thousand_clients_do_not_come_back_together() -> None:
    schedules = [Schedule(Random(seed)) for seed in range(1000)]
    for schedule in schedules:
        for _ in range(6):
            schedule.after_failure()
    pauses = sorted(schedule.after_failure() for schedule in schedules)
    in_one_second = max(sum(start <= pause < start + 1 for pause in pauses) for start in range(64))
    assert in_one_second < 60
