"""What client and server say to each other: messages, parsing, version."""
