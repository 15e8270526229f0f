"""The replica's tables. A replica of another version is thrown away and fetched again."""

from itdesk.database.fts5 import TOKENISER

VERSION = 8

TICKETS = """
CREATE TABLE tickets (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  shown BLOB NOT NULL,
  confirmed BLOB,
  position INTEGER,
  visible_events INTEGER NOT NULL,
  held_events INTEGER NOT NULL,
  foreign_version INTEGER NOT NULL,
  number INTEGER,
  place INTEGER NOT NULL,
  title TEXT NOT NULL,
  standing BLOB NOT NULL,
  is_open INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  requester_id TEXT NOT NULL,
  assignee_id TEXT,
  queue_id TEXT,
  is_reported INTEGER NOT NULL,
  is_unread INTEGER NOT NULL,
  delivery TEXT NOT NULL,
  follow_up_since INTEGER,
  due_at INTEGER,
  due_target TEXT,
  due_begun_at INTEGER,
  scarce_at INTEGER,
  due_basis INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE INDEX tickets_by_number ON tickets (number);
CREATE INDEX tickets_by_change ON tickets (updated_at DESC, place DESC, id);
CREATE INDEX tickets_by_age ON tickets (created_at DESC, place DESC, id);
CREATE INDEX tickets_by_urgency ON tickets (priority, place DESC, id);
CREATE INDEX tickets_open_by_change ON tickets (updated_at DESC, place DESC, id) WHERE is_open;
CREATE INDEX tickets_open_by_age ON tickets (created_at DESC, place DESC, id) WHERE is_open;
CREATE INDEX tickets_open_by_urgency ON tickets (priority, place DESC, id) WHERE is_open;
CREATE INDEX tickets_open_by_due ON tickets (due_at IS NULL, due_at, place DESC, id) WHERE is_open;
CREATE INDEX tickets_stale ON tickets (due_basis) WHERE due_basis IS NOT NULL;
CREATE INDEX tickets_open ON tickets (queue_id, assignee_id) WHERE is_open;
CREATE INDEX tickets_assigned ON tickets (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX tickets_requested ON tickets (requester_id);
CREATE INDEX tickets_reported ON tickets (is_reported) WHERE is_reported;
CREATE INDEX tickets_unread ON tickets (is_unread) WHERE is_unread;
CREATE INDEX tickets_followed_up ON tickets (follow_up_since) WHERE follow_up_since IS NOT NULL;
CREATE INDEX tickets_incomplete ON tickets (id) WHERE held_events <> visible_events AND position IS NOT NULL;
"""
"""`shown` is what the screen says; `confirmed` what the server said, only where own changes lie over it.
`position` is empty for a ticket that the server has not confirmed. `place` sorts the numberless first."""

TOUCHED = """
CREATE TABLE touched (at INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL);
CREATE TRIGGER ticket_comes AFTER INSERT ON tickets BEGIN
  INSERT INTO touched (id) VALUES (new.id);
END;
CREATE TRIGGER ticket_changes AFTER UPDATE ON tickets BEGIN
  INSERT INTO touched (id) VALUES (new.id);
END;
CREATE TRIGGER ticket_goes AFTER DELETE ON tickets BEGIN
  INSERT INTO touched (id) VALUES (old.id);
END;
CREATE TRIGGER touched_long_ago AFTER INSERT ON touched BEGIN
  DELETE FROM touched WHERE at <= new.at - 2000;
END;
"""
"""Which tickets were written last: who counts needs to look at these alone."""

EVENTS = """
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  audience TEXT NOT NULL,
  text TEXT NOT NULL,
  message BLOB NOT NULL
);
CREATE INDEX events_by_ticket ON events (ticket_id, version);
CREATE INDEX events_calling ON events (ticket_id) WHERE audience = 'staff' AND instr(text, '@');
"""

SEARCH = f'CREATE VIRTUAL TABLE search USING fts5 (words, marks, tokenize = "{TOKENISER}", columnsize = 0);'
"""Without an index of beginnings: it would save a few milliseconds, and take a third of the filling."""

REST = """
CREATE TABLE people (id TEXT PRIMARY KEY, login TEXT NOT NULL, name TEXT NOT NULL, place TEXT NOT NULL,
  person BLOB NOT NULL, confirmed BLOB, is_laid INTEGER NOT NULL DEFAULT 0);
CREATE INDEX people_laid ON people (id) WHERE is_laid;
CREATE TABLE documents (kind TEXT, id TEXT, version INTEGER NOT NULL, body BLOB, confirmed BLOB,
  is_laid INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (kind, id));
CREATE INDEX documents_laid ON documents (kind, id) WHERE is_laid;
CREATE TABLE read_marks (ticket_id TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE shown_in (home_id TEXT, place_id TEXT, PRIMARY KEY (home_id, place_id)) WITHOUT ROWID;
CREATE INDEX shown_in_by_place ON shown_in (place_id);
CREATE TABLE children (child_id TEXT PRIMARY KEY, parent_id TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX children_by_parent ON children (parent_id);
CREATE TABLE left_tickets (ticket_id TEXT PRIMARY KEY);
CREATE TABLE overlaid (change_id TEXT PRIMARY KEY, ticket_id TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE cached_files (file_id TEXT PRIMARY KEY, ticket_id TEXT NOT NULL, content BLOB NOT NULL,
  used_at INTEGER NOT NULL);
CREATE TABLE staged (sequence INTEGER PRIMARY KEY, page BLOB NOT NULL);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO meta VALUES ('revision', CAST(strftime('%s', 'now') AS INTEGER));
"""

"""`person` and `body` are what the screen says (a document without one is to be deleted). Where own changes
lie over it (`is_laid`), `confirmed` is what the server said, if anything. `version` is the server's."""

SCHEMA = TICKETS + TOUCHED + EVENTS + SEARCH + REST
