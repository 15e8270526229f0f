"""Probes for Windows: the registry, the firmware's tables and a few calls, never WMI and no tools."""
