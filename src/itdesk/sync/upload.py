"""Sending files, piece by piece, from where the server has them."""

import logging
from collections.abc import Callable

from itdesk.connection.errors import NotItdesk, Problem, SignInNeeded
from itdesk.replica import sending
from itdesk.replica.outbox_entry import KeptFile
from itdesk.sync.link import Link

logger = logging.getLogger(__name__)

PIECE_BYTES = 512 * 1024
OFFSET = "upload-offset"
ATTEMPTS = 3


class Interrupted(Exception):
    """Something more urgent than a file waits to be sent."""


def send_files(link: Link, *, is_interrupted: Callable[[], bool]) -> bool:
    """Send what is missing of the files whose changes are accepted; return whether nothing interrupted it.

    A file that the server does not take is left for a later run; the others go on. Raises an ExchangeFailed
    when the server is not reached.
    """
    for file in sending.files_to_send(link.outbox):
        try:
            _send(link, file, is_interrupted)
        except Interrupted:
            return False
        except SignInNeeded:
            raise
        except (Problem, NotItdesk) as error:
            logger.warning("the file %s waits: %s", file.id, error)
    return True


def _send(link: Link, file: KeptFile, is_interrupted: Callable[[], bool]) -> None:
    content = link.outbox.content(file.id)
    if content is None:
        return None
    for _ in range(ATTEMPTS):
        try:
            return _send_from(link, file, content, _arrived(link, file), is_interrupted)
        except Problem as error:
            # The server has other bytes than we thought, or dropped damaged ones: ask it, go on from there.
            if error.code not in ("wrong_offset", "checksum_mismatch"):
                raise
            logger.warning("the file %s goes on elsewhere: %s", file.id, error)
    return None


def _send_from(
    link: Link, file: KeptFile, content: bytes, offset: int, is_interrupted: Callable[[], bool]
) -> None:
    _note(link, file, offset)
    while offset < len(content):
        if is_interrupted() or link.is_out_of_time:
            raise Interrupted
        offset = _put(link, file, content[offset : offset + PIECE_BYTES], offset)
        _note(link, file, offset)


def _arrived(link: Link, file: KeptFile) -> int:
    answer = link.connection.request("HEAD", _path(file), expect=None, deadline_s=link.deadline_s)
    return _offset(link, file, answer.headers.get(OFFSET, ""))


def _put(link: Link, file: KeptFile, piece: bytes, offset: int) -> int:
    answer = link.connection.request(
        "PUT",
        _path(file),
        body=piece,
        headers={"Upload-Offset": str(offset), "Content-Type": "application/octet-stream"},
        expect=None,
        deadline_s=link.deadline_s,
    )
    arrived = _offset(link, file, answer.headers.get(OFFSET, ""))
    if arrived <= offset:
        raise NotItdesk(link.connection.server, "it takes a file's bytes and keeps none")
    return arrived


def _offset(link: Link, file: KeptFile, text: str) -> int:
    if not text.isdecimal() or int(text) > file.bytes:
        raise NotItdesk(link.connection.server, "it does not say how much of a file has arrived")
    return int(text)


def _note(link: Link, file: KeptFile, offset: int) -> None:
    sending.note_progress(link.outbox, file.id, offset, is_complete=offset == file.bytes)


def _path(file: KeptFile) -> str:
    return f"/v1/files/{file.id}"
