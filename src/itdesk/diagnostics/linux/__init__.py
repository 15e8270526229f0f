"""Probes for Linux: /proc, /sys and a few tools."""
