"""Probes for Windows: the registry, calls of its libraries and WMI by COM; no tools, no shell."""
