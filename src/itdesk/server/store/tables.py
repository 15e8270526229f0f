"""The tables of the central store. Portable types only: SQLite and PostgreSQL hold the same."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from itdesk.database.naming import new_metadata
from itdesk.database.utc import UtcTime

METADATA = new_metadata()
Id = String(32)

meta = Table(
    "meta",
    METADATA,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

counter = Table(
    "counter",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),  # one row: 1
    Column("position", BigInteger, nullable=False),  # of the last change in the feed
    Column("number", BigInteger, nullable=False),  # the last one given to a ticket
)

tickets = Table(
    "tickets",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("requester_id", Id, nullable=False),
    Column("assignee_id", Id),
    Column("queue_id", Id),
    Column("status", String(20), nullable=False),
    Column("position", BigInteger, nullable=False),  # of its last change
    Column("bytes", BigInteger, nullable=False),  # of its history: a page is cut before it is read
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("wakes_at", UtcTime),  # no later than this the house looks whether it has to do something
    Column("due_at", UtcTime),  # of the promised times that run, the next one; the past: overdue
    Column("due_target", String(20)),
    Column("turns_at", UtcTime),  # a warning or a breach is to be told
    Column("due_basis", BigInteger),  # of which calendars and policies: store.promised
    Column("follow_up_since", UtcTime),  # a lead has yet to talk with the requester
    Column("state", Text, nullable=False),  # domain.Ticket as JSON: what its history adds up to
    Index(None, "requester_id"),
    Index(None, "assignee_id"),
    Index(None, "queue_id"),
    Index(None, "status", "number"),
    Index(None, "wakes_at"),
    Index(None, "due_at"),
    Index(None, "turns_at"),
    Index(None, "due_basis"),
    Index(None, "follow_up_since"),
)

# The requester and the participants: whoever sees the ticket without being IT.
readers = Table(
    "readers",
    METADATA,
    Column("person_id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), primary_key=True),
    Index(None, "ticket_id"),
)

events = Table(
    "events",
    METADATA,
    Column("change_id", Id, primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", String(60), nullable=False),
    Column("payload", Text, nullable=False),  # JSON
    Column("actor_id", Id, nullable=False),
    Column("actor_role", String(20), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("audience", String(20), nullable=False),
    Column("position", BigInteger, nullable=False),
    Index(None, "ticket_id", "version", unique=True),
)

# What became of every change ever judged: a resend gets the same answer.
changes = Table(
    "changes",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("actor_id", Id, nullable=False),
    Column("body_sha256", String(64), nullable=False),
    Column("state", String(10), nullable=False),  # accepted | refused
    Column("number", BigInteger),
    Column("position", BigInteger),
    Column("refusal", Text),  # RefusalMessage as JSON
    Column("at", UtcTime, nullable=False),
)

# Positions are dense and in commit order; each holds one change, and whom it concerns.
feed = Table(
    "feed",
    METADATA,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),  # ticket | entered | left | document | person
    Column("document_kind", String(60)),
    Column("subject_id", Id, nullable=False),
    Column("audience", String(20), nullable=False),
    Column("reader_id", Id),  # whom alone it is addressed to: entered, left, and somebody's own document
    Column("change_id", Id, nullable=False),
)

# One row for each report that was spared because of an announcement whose trouble its requester has too.
having_it_too = Table(
    "having_it_too",
    METADATA,
    Column("ticket_id", Id, ForeignKey("tickets.id"), primary_key=True),
    Column("announcement_id", Id, nullable=False),
    Column("person_id", Id, nullable=False),
    Index(None, "announcement_id"),
)

documents = Table(
    "documents",
    METADATA,
    Column("kind", String(60), primary_key=True),
    Column("id", Id, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("everyone", Boolean, nullable=False),  # or staff alone
    Column("owner_id", Id),  # or this person alone
    Column("author_id", Id),  # of this version; none: a command of the server
    Column("foreign_version", Integer, nullable=False, server_default="0"),  # by another than the author
    Column("body", Text, nullable=False),  # JSON; empty when deleted
    Column("deleted", Boolean, nullable=False),
    Column("position", BigInteger, nullable=False),
)

people = Table(
    "people",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("login", String(200), nullable=False, unique=True),  # folded
    Column("name", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("department", String(200), nullable=False, server_default=""),
    Column("site", String(200), nullable=False, server_default=""),
    Column("place", String(200), nullable=False, server_default=""),
    Column("phone", String(200), nullable=False, server_default=""),
    Column("password_hash", Text),
    Column("disabled_at", UtcTime),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("author_id", Id),  # of this version; none: a command of the server
    Column("foreign_version", Integer, nullable=False, server_default="0"),  # by another than the author
    Column("position", BigInteger, nullable=False),
    Index(None, "role"),
)

tokens = Table(
    "tokens",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("device", String(200), nullable=False, server_default=""),
    Column("created_at", UtcTime, nullable=False),
    Column("last_used_at", UtcTime, nullable=False),
    Column("revoked_at", UtcTime),
    Index(None, "person_id"),
)

# What installers carry: a digest each. Several of one site may be valid at once: that is how they rotate.
enrolment_keys = Table(
    "enrolment_keys",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("site", String(200), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("created_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("revoked_at", UtcTime),
)

# One row for each login that a computer claims: its person, and the one token that is hers now.
enrolments = Table(
    "enrolments",
    METADATA,
    Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
    Column("key_id", Id, ForeignKey("enrolment_keys.id"), nullable=False),
    Column("token", String(64), nullable=False, unique=True),  # its digest
    Column("os_login", String(200), nullable=False),
    Column("device", String(200), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("enrolled_at", UtcTime, nullable=False),  # the last time
    Column("revoked_at", UtcTime),
    Column("linked_to", Id),  # who signed in there and said that it was she
    Column("linked_at", UtcTime),
    Index(None, "linked_at"),
)

one_time_codes = Table(
    "one_time_codes",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("purpose", String(20), nullable=False),  # set-up | invitation | reset
    Column("person_id", Id, ForeignKey("people.id")),  # none: the set-up code
    Column("ends_at", UtcTime, nullable=False),
    Index(None, "person_id"),
)

sign_in_attempts = Table(
    "sign_in_attempts",
    METADATA,
    Column("key", String(300), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("until", UtcTime),
)

files = Table(
    "files",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("owner_id", Id, nullable=False),
    Column("ticket_id", Id, ForeignKey("tickets.id"), nullable=False),
    Column("change_id", Id, nullable=False),
    Column("name", String(200), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("received", BigInteger, nullable=False, server_default="0"),
    Column("complete_at", UtcTime),
    Column("audience", String(20), nullable=False),
    Index(None, "ticket_id"),
    Index(None, "owner_id"),
)

# The other tickets in which a file stands: its reply is repeated there, because they are merged.
repeated_files = Table(
    "repeated_files",
    METADATA,
    Column("file_id", Id, ForeignKey("files.id"), primary_key=True),
    Column("ticket_id", Id, ForeignKey("tickets.id"), primary_key=True),
)

# What the server does by itself. One process at a time holds a job, until its lease ends.
jobs = Table(
    "jobs",
    METADATA,
    Column("name", String(60), primary_key=True),
    Column("next_run_at", UtcTime, nullable=False),
    Column("holder", Id),
    Column("leased_until", UtcTime),
    Column("last_run_at", UtcTime),
    Column("done", Integer),  # how much the last run did
    Column("failures", Integer, nullable=False, server_default="0"),  # in a row
    Column("failure", Text),
)

# To whom of a team's queue the last ticket was given: the next one goes to the next.
turns = Table(
    "turns",
    METADATA,
    Column("queue_id", Id, primary_key=True),
    Column("person_id", Id),
)

# Who did and opened what. Triggers refuse every change of a row, and its removal beyond `audit_head.cut`.
audit = Table(
    "audit",
    METADATA,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),  # dense, from 1
    Column("at", UtcTime, nullable=False),
    Column("actor_id", String(32), nullable=False),
    Column("action", String(60), nullable=False),
    Column("object_kind", String(60), nullable=False),
    Column("object_id", String(64), nullable=False),
    Column("request_id", String(64), nullable=False),
    Column("detail", String(200), nullable=False),  # ids and counts: never names, never contents
    Column("hash", String(64), nullable=False),  # of this row and the hash before it
    Index(None, "actor_id", "sequence"),
    Index(None, "object_id", "sequence"),
)

audit_head = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),  # one row: 1
    Column("sequence", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("cut", BigInteger, nullable=False),  # up to here rows may have been cut off, as too old
    Column("cut_hash", String(64), nullable=False),
)

# People who are erased: what is done next, and how far that has come. The list of all of them is a file, too.
erasures = Table(
    "erasures",
    METADATA,
    Column("person_id", Id, primary_key=True),
    Column("asked_by", String(32), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("stage", String(20), nullable=False),
    Column("beyond", String(32), nullable=False),
    Column("tickets", Integer, nullable=False, server_default="0"),
    Column("events", Integer, nullable=False, server_default="0"),
    Column("files", Integer, nullable=False, server_default="0"),
    Column("done_at", UtcTime),
)
