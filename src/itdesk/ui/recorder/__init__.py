"""The step recorder: what the screen showed while something failed, looked through before it goes along."""
