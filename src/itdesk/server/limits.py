"""Every limit of the server, in one place. docs/operations.md names them all."""

# What one process takes at once.
REQUESTS_AT_ONCE = 2_000
"""Requests whose bodies come, or that are answered; streams are not among them. Above: 503."""
THREADS = 32
"""Requests that are worked on at once."""
WAITING = 256
"""Requests that wait for a thread. Above: 503, within milliseconds."""
HASHING_THREADS = 2
"""Passwords that are checked at once: each takes 19 MiB and a core."""
HASHING_WAITING = 64
"""Sign-ins that wait for it. Above: 503; nobody else is held up by them."""
BODIES_BYTES = 256 * 1024 * 1024
"""JSON bodies in memory together. Above: 503."""
STREAMS = 12_000
"""Live streams together. Above: 503."""
STREAMS_A_PERSON = 20
"""Live streams of one person. Above: 429."""
CONNECTIONS = 16_000
"""Connections together, idle ones too. Above: 503 without a body that tells more."""
RETRY_AFTER_S = (2, 6)
"""What a 503 asks to wait: anything between, so that those who were sent away do not come back together."""

# How long one may take.
HEAD_S = 30
"""For the head of a request to come."""
HEAD_BYTES = 64 * 1024
"""Its size."""
SILENCE_S = 30
"""Between two pieces of a body."""
JSON_BODY_S = 120
"""For a JSON body to come whole."""
KEEP_ALIVE_S = 75
"""That a connection may wait for its next request."""
GRACE_S = 10
"""That requests have to end when the server stops."""
BACKLOG = 1_024
"""Connections that the system holds until the server takes them."""

# The database.
STATEMENT_S = 30
"""PostgreSQL ends a statement that takes longer; a migration may take as long as it needs."""
LOCK_S = 10
"""PostgreSQL ends a wait for somebody else's lock."""
IDLE_TRANSACTION_S = 60
"""PostgreSQL ends a transaction in which nobody does anything."""
CONNECT_S = 5
"""For a connection to PostgreSQL."""
POOL = 10
"""Connections that are kept."""
POOL_OVERFLOW = 20
"""Connections beside them under load."""
POOL_WAIT_S = 10
"""For a free one. Above: 503."""
SQLITE_BUSY_S = 15
"""For SQLite's one writer to end."""
