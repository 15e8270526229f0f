"""Facts about this computer: one probe a file, one folder a platform; a probe may fail alone.

`probes.every_probe` chooses the probes for this platform, `collector.collect` runs them into `facts.Facts`,
`cards.make_cards` says them in a few lines. Never collected: environment, command lines, titles of windows,
documents, browser history, keystrokes.
"""
