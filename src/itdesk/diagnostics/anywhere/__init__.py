"""Probes that ask every platform in the same way."""
