"""The outbox's tables, as steps from version to version. A step that was released is never changed."""

STEPS = (
    """
    CREATE TABLE changes (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      ticket_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      payload BLOB NOT NULL,
      seen INTEGER NOT NULL,
      after TEXT NOT NULL,
      not_before INTEGER,
      made_at INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'accepted', 'refused')),
      number INTEGER,
      position INTEGER,
      receipt BLOB,
      refusal BLOB,
      settled_at INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      is_covered INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX changes_by_state ON changes (state, sequence);
    CREATE INDEX changes_by_ticket ON changes (ticket_id, sequence);
    CREATE TABLE files (
      id TEXT PRIMARY KEY,
      change_id TEXT NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      content BLOB,
      sent_bytes INTEGER NOT NULL DEFAULT 0,
      is_complete INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX files_by_change ON files (change_id);
    CREATE TABLE drafts (
      key TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    );
    CREATE TABLE meta (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    );
    INSERT INTO meta VALUES ('revision', CAST(strftime('%s', 'now') AS INTEGER));
    """,
    """
    CREATE TABLE opened (ticket_id TEXT PRIMARY KEY, at INTEGER NOT NULL);
    """,
)
