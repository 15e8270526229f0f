"""Pictures in articles: a file of the store that an article names is read by whoever reads the article."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import FileAttached
from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId, FileId, new_id
from itdesk.server.store.files import Files, UnknownFile
from itdesk.server.store.store import Store
from tests.contract.office import Office

PICTURE = b"\x89PNG of a button"


@pytest.fixture
def files(store: Store, tmp_path: Path) -> Files:
    return Files(store, tmp_path, now=lambda: datetime.now(UTC), on_commit=lambda _news: None)


def stored(office: Office, files: Files, audience: Audience = Audience.STAFF) -> FileId:
    """Return a file that Tom has attached to a ticket of IT's own."""
    file_id = FileId(new_id())
    ticket_id = office.open(office.tom, "Pictures of the knowledge base")
    digest = sha256(PICTURE).hexdigest()
    payload = FileAttached(
        file_id=file_id, name="button.png", bytes=len(PICTURE), sha256=digest, audience=audience
    )
    office.do(office.tom, ticket_id, payload)
    reception = files.receive(file_id, office.tom.id, 0)
    reception.write(PICTURE)
    files.end(reception)
    files.progress(file_id, office.tom.id)
    return file_id


def naming(file_id: FileId, *, staff_only: bool = False) -> Article:
    body = f"Press this:\n\n![The button](file:{file_id})\n"
    return Article(id=ArticleId(new_id()), title={"en": "Where"}, body={"en": body}, staff_only=staff_only)


def test_a_picture_of_an_article_is_for_everyone_who_reads_it(office: Office, files: Files) -> None:
    file_id = stored(office, files)
    with pytest.raises(UnknownFile):
        files.readable(file_id, office.ewa)
    article = naming(file_id)
    office.documents.put(article)
    assert b"".join(files.chunks(files.readable(file_id, office.ewa))) == PICTURE
    office.documents.put(replace(article, body={"en": "No picture any more"}))
    with pytest.raises(UnknownFile):
        files.readable(file_id, office.ewa)


def test_a_picture_of_staffs_article_is_for_staff(office: Office, files: Files) -> None:
    file_id = stored(office, files)
    office.documents.put(naming(file_id, staff_only=True))
    assert files.readable(file_id, office.ola).id == file_id
    with pytest.raises(UnknownFile):
        files.readable(file_id, office.ewa)


def test_a_deleted_article_gives_nothing_away(office: Office, files: Files) -> None:
    file_id = stored(office, files)
    article = naming(file_id)
    office.documents.put(article)
    office.documents.delete("article", article.id)
    with pytest.raises(UnknownFile):
        files.readable(file_id, office.ewa)


def test_a_mention_that_is_no_picture_gives_nothing_away(office: Office, files: Files) -> None:
    file_id = stored(office, files)
    office.documents.put(replace(naming(file_id), body={"en": f"see file:{file_id}"}))
    with pytest.raises(UnknownFile):
        files.readable(file_id, office.ewa)
