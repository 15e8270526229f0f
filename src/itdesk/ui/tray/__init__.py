"""The icon in the tray: its states and its menu."""
