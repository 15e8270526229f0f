"""Accepts or refuses changes, and tells each reader what is new."""
