"""What the process counts, as Prometheus reads it. Only the event loop writes here."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass
class _Times:
    """How long the requests of one route took."""

    in_bucket: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS_S) + 1))
    sum_s: float = 0.0


class Metrics:
    """Requests by route, method and status, and how long they took."""

    def __init__(self) -> None:
        self._answered: Counter[tuple[str, str, int]] = Counter()
        self._times: defaultdict[str, _Times] = defaultdict(_Times)

    def note(self, route: str, method: str, status: int, duration_s: float) -> None:
        """A request was answered. `route` is a template: there are few of them."""
        self._answered[route, method, status] += 1
        times = self._times[route]
        times.in_bucket[bisect_left(BUCKETS_S, duration_s)] += 1
        times.sum_s += duration_s

    def text(self, gauges: Mapping[str, float]) -> str:
        """Return all of it, and what else is measured now, in Prometheus' text format.

        A gauge is a name, or a name with labels: `itdesk_head`, `itdesk_job_failures{job="back-up"}`.
        """
        return "\n".join([*self._lines(), *_gauges(gauges), ""])

    def _lines(self) -> Iterator[str]:
        yield "# TYPE itdesk_requests_total counter"
        for (route, method, status), count in sorted(self._answered.items()):
            labels = f'route="{route}",method="{method}",status="{status}"'
            yield f"itdesk_requests_total{{{labels}}} {count}"
        yield "# TYPE itdesk_request_seconds histogram"
        for route, times in sorted(self._times.items()):
            yield from _histogram(route, times)


def _histogram(route: str, times: _Times) -> Iterator[str]:
    reached = 0
    for edge, count in zip((*BUCKETS_S, "+Inf"), times.in_bucket, strict=True):
        reached += count
        yield f'itdesk_request_seconds_bucket{{route="{route}",le="{edge}"}} {reached}'
    yield f'itdesk_request_seconds_sum{{route="{route}"}} {times.sum_s:.6f}'
    yield f'itdesk_request_seconds_count{{route="{route}"}} {reached}'


def _gauges(gauges: Mapping[str, float]) -> Iterator[str]:
    told = ""
    for name, value in sorted(gauges.items()):
        bare = name.partition("{")[0]
        if bare != told:
            yield f"# TYPE {bare} gauge"
            told = bare
        yield f"{name} {value:.17g}"
