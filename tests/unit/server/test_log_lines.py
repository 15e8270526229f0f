"""Log lines: what foreign words cannot do to them, and what they leave out."""

import json
import logging
import sys

from itdesk.server.log_lines import JsonLines, TextLines

HOSTILE = "a\r\n2026-01-01 ERROR forged\x1b[31m\u2028\x85"


def _record(
    message: str, *, fields: dict[str, object] | None = None, failed: bool = False
) -> logging.LogRecord:
    return logging.makeLogRecord(
        {
            "name": "itdesk.x",
            "levelno": logging.ERROR,
            "levelname": "ERROR",
            "msg": "%s",
            "args": (message,),
            "fields": fields or {},
            "exc_info": sys.exc_info() if failed else None,
        }
    )


def _raise() -> None:
    try:
        raise KeyError("a secret cause")
    except KeyError as error:
        raise ValueError("a secret") from error


def test_foreign_words_begin_no_line_of_their_own() -> None:
    line = TextLines().format(_record(HOSTILE))
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    assert line.endswith("ERROR itdesk.x: a\\x0d\\x0a2026-01-01 ERROR forged\\x1b[31m\\u2028\\x85")
    assert len(JsonLines().format(_record(HOSTILE)).splitlines()) == 1


def test_a_line_of_json_tells_what_is_known() -> None:
    told = json.loads(JsonLines().format(_record("hello", fields={"status": 200, "route": "/v1/sync"})))
    assert told["event"] == "hello"
    assert (told["level"], told["status"], told["route"]) == ("error", 200, "/v1/sync")
    assert told["time"].endswith("+00:00")


def test_a_traceback_tells_where_and_never_what() -> None:
    try:
        _raise()
    except ValueError:
        lines = [formatter.format(_record("failed", failed=True)) for formatter in (TextLines(), JsonLines())]
    for line in lines:
        assert "secret" not in line
        assert line.index("builtins.KeyError") < line.index("builtins.ValueError")
        assert "in _raise" in line
