"""The demo: a small company whose help desk lives on this computer for as long as it runs."""
