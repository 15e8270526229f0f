"""Probes for macOS: its own tools by their absolute paths, and the parsers of what they print."""
