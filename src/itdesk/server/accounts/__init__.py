"""Who is asking: local accounts, passwords, tokens."""
