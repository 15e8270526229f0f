"""The doors of the central store: routes, error answers, the live stream."""
