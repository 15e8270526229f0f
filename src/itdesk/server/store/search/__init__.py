"""The index in which tickets are searched: full text search of SQLite, or an inverted index of PostgreSQL."""
