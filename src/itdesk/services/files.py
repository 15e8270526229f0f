"""Opening a ticket's files."""

from hashlib import sha256

from itdesk.connection.connection import Connection
from itdesk.connection.errors import NotItdesk
from itdesk.domain.ids import FileId
from itdesk.domain.limits import FILE_BYTES
from itdesk.domain.ticket import Attachment
from itdesk.replica import contents
from itdesk.services import articles
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed, network_told_plainly

DEADLINE_S = 120.0


def attachment(desk: Desk, connection: Connection, file_id: FileId) -> bytes:
    """Return the bytes of a ticket's file, or of a picture in an article: from here, or fetched and kept.

    A ticket's file is kept as long as the ticket is seen.

    Raises WorldFailed when it is not here and the server is not reached, or does not have it whole yet.
    """
    here = desk.outbox.content(file_id) or contents.cached_file(desk.replica, file_id)
    if here is not None:
        return here
    found = contents.attachment_of(desk.replica, file_id)
    if found is None and articles.is_shown(desk, file_id):
        return articles.picture(desk, connection, file_id)
    if found is None:
        raise WorldFailed("There is no such file that you may see.")
    ticket_id, file = found
    with network_told_plainly():
        content = _fetched(connection, file)
    contents.keep_file(desk.replica, ticket_id, file_id, content, desk.now())
    return content


def _fetched(connection: Connection, file: Attachment) -> bytes:
    answer = connection.request(
        "GET", f"/v1/files/{file.id}", expect=None, deadline_s=DEADLINE_S, max_bytes=FILE_BYTES
    )
    if sha256(answer.body).hexdigest() != file.sha256:
        raise NotItdesk(connection.server, "it sent other bytes than this file has")
    return answer.body
