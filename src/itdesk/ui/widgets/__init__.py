"""House widgets, one a file. They know only plain values of the domain."""
