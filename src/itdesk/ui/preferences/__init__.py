"""The few things that a person may change, signing in, and what this program is."""
