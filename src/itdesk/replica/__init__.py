"""This computer's copy of the tickets, its search index, and the outbox of changes not yet accepted.

Two SQLite files per server and person. `outbox.db` holds what must never be lost; `replica.db` may be thrown
away and fetched again. They are never written in one transaction: across WAL files that is not atomic.
"""
