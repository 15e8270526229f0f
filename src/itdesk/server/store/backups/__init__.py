"""Backups of the central store: made, checked, kept, restored."""
