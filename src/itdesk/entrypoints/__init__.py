"""Starts programs: reads settings, builds objects, hands them down, runs."""
