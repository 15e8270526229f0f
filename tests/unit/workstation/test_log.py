"""What is written to the log, and what never is."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.workstation.log import FILE_BYTES, hide_secrets, start_log, stop_log
from itdesk.workstation.paths import DataFolder

CANARY = "c4nary-Secret"
SECRETS = [
    "Authorization: Bearer {}",
    "authorization: bearer {}",
    "Proxy-Authorization: Basic {}==",
    '{{"password": "{}", "login": "ann"}}',
    "{{'token': '{}'}}",
    "password={}&login=ann",
    "ITDESK_ACCESS_TOKEN={}",
    "api_key: {}",
    "https://ann:{}@proxy.example:8080/",
    "passwd={}",
]


@pytest.mark.parametrize("text", SECRETS)
def test_secrets_are_hidden(text: str) -> None:
    hidden = hide_secrets(text.format(CANARY))
    assert CANARY not in hidden
    assert "•••" in hidden


@pytest.mark.parametrize("text", ["IT-1042 accepted", "https://h:8443/v1", "a: b"])
def test_other_words_stay(text: str) -> None:
    assert hide_secrets(text) == text


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[logging.Handler]:
    level = logging.getLogger().level
    handler = start_log(DataFolder(tmp_path), "tray", "info")
    yield handler
    stop_log(handler)
    logging.getLogger().setLevel(level)


def test_a_line_is_written_without_secrets_even_from_a_traceback(
    handler: logging.Handler, tmp_path: Path
) -> None:
    logger = logging.getLogger("itdesk.test")
    try:
        raise ValueError(f"token={CANARY}")
    except ValueError:
        logger.exception("sent %s", f"Bearer {CANARY}")
    logger.debug("not at this level")
    logger.info("half a pair \ud800 and zażółć")
    handler.flush()
    text = (tmp_path / "logs" / "tray.log").read_text("utf-8")
    assert CANARY not in text
    assert "ValueError" in text
    assert "zażółć" in text
    assert "not at this level" not in text


def test_the_files_are_bounded(handler: logging.Handler, tmp_path: Path) -> None:
    logger = logging.getLogger("itdesk.test")
    for _ in range(70):
        logger.info("%s", "x" * 100_000)
    files = list((tmp_path / "logs").iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size <= FILE_BYTES for file in files)


def test_a_full_disk_does_not_disturb(
    handler: logging.Handler, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs" / "tray.log").mkdir()
    logging.getLogger("itdesk.test").info("lost")
    assert capsys.readouterr().err == ""
