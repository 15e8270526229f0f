"""What a command of the server writes stands in the audit."""

from pathlib import Path

from itdesk.entrypoints.announcing import HelpdeskWording, Wording, announce, end, helpdesk
from itdesk.entrypoints.server import DATABASE_FILE
from itdesk.server.store.audit import audit_page
from itdesk.server.store.store import open_store


def _noted(folder: Path) -> list[tuple[str, str, str, str]]:
    store = open_store(folder / DATABASE_FILE)
    try:
        with store.reading() as connection:
            page = audit_page(connection, below=None, limit=9)
    finally:
        store.close()
    return [(one.actor_id, one.action, one.object_kind, one.object_id) for one in page]


def test_what_it_tells_of_the_helpdesk_and_announces_is_noted(tmp_path: Path) -> None:
    said = HelpdeskWording(phone="22 123 45 67")
    for _ in range(2):  # said again it changes nothing, and nothing is noted
        assert helpdesk(said, as_json=False, data_dir=tmp_path, database=None) == 0
    assert announce(Wording(title_en="Mail is down", id="mail"), tmp_path, None) == 0
    assert end("mail", tmp_path, None) == 0
    announced = ("server", "document-written", "announcement", "mail")
    assert _noted(tmp_path) == [
        announced,
        announced,
        ("server", "document-written", "helpdesk", "helpdesk"),
    ]
