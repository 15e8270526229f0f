"""What Prometheus reads."""

from itdesk.server.http.metrics import Metrics


def test_requests_are_counted_by_route_and_timed_in_buckets() -> None:
    metrics = Metrics()
    for status, duration in ((200, 0.004), (200, 0.3), (503, 60.0)):
        metrics.note("/v1/sync", "POST", status, duration)
    lines = metrics.text({"itdesk_head_position": 12}).splitlines()
    assert 'itdesk_requests_total{route="/v1/sync",method="POST",status="200"} 2' in lines
    assert 'itdesk_requests_total{route="/v1/sync",method="POST",status="503"} 1' in lines
    for edge, count in (("0.005", 1), ("0.25", 1), ("0.5", 2), ("10.0", 2), ("+Inf", 3)):
        assert f'itdesk_request_seconds_bucket{{route="/v1/sync",le="{edge}"}} {count}' in lines
    assert 'itdesk_request_seconds_count{route="/v1/sync"} 3' in lines
    assert 'itdesk_request_seconds_sum{route="/v1/sync"} 60.304000' in lines
    assert "itdesk_head_position 12" in lines


def test_each_name_is_introduced_once_however_many_labels_it_has() -> None:
    text = Metrics().text(
        {'itdesk_job_failures{job="a"}': 0, 'itdesk_job_failures{job="b"}': 2, "itdesk_z": 1}
    )
    assert text.count("# TYPE itdesk_job_failures gauge") == 1
    assert text.count("# TYPE") == 4
    assert text.endswith("\n")
