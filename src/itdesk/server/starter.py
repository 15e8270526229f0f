"""What a new store starts with: symptoms, articles, and promises that travel with the program."""

from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.server.starter_promises import starter_promises
from itdesk.server.store.documents import Documents
from itdesk.server.store.due_tickets import holds_tickets
from itdesk.server.store.store import Store

STARTER = "starter-"


class ArticleFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One article as a file of TOML says it: words by language, the bodies in simple Markdown."""

    code: str
    audience: Literal["everyone", "staff"]
    symptoms: tuple[str, ...]
    title: dict[str, str]
    keywords: dict[str, str] = {}
    body: dict[str, str]


def seed_starters(store: Store) -> int:
    """Give a migrated `store` what it starts with, and return how many documents were written.

    A kind of which the store has a document, or had one that was deleted, is left alone: what
    administrators changed or removed stays as they left it. Safe to call at every start, also by several
    servers at once. Raises StoreUnavailable.
    """
    calendars, policies = starter_promises()
    # What was reported before anything was promised is not overdue all at once.
    since = datetime.now(UTC) if holds_tickets(store) else None
    promises = (replace(policy, since=since) for policy in policies)
    return Documents(store).put_first([*shipped_symptoms(), *starter_articles(), *calendars, *promises])


def starter_articles() -> tuple[Article, ...]:
    """Return the articles that any company can use, in the order of their ids."""
    return read_articles(files("itdesk.resources") / "articles", prefix=STARTER)


def read_articles(folder: Traversable, *, prefix: str) -> tuple[Article, ...]:
    """Return the articles in the TOML files of `folder`; an id is `prefix` and the article's code.

    Raises msgspec.ValidationError for a file of another form.
    """
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".toml"))
    pages = sorted(found, key=lambda entry: entry.name)
    return tuple(_article(page.read_text(encoding="utf-8"), prefix) for page in pages)


def _article(text: str, prefix: str) -> Article:
    read = msgspec.toml.decode(text, type=ArticleFile)
    return Article(
        id=ArticleId(prefix + read.code),
        title=read.title,
        body=read.body,
        symptoms=read.symptoms,
        keywords=read.keywords,
        staff_only=read.audience == "staff",
    )
