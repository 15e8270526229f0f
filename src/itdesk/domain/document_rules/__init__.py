"""What must hold of a document before it is written, a file a kind. `check` is the way in."""
