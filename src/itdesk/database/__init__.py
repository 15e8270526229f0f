"""SQLAlchemy plumbing that both stores share: engine and transactions, UTC time, naming."""
