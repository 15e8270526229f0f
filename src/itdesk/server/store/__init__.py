"""The central store's tables, and the only SQL of the server."""
