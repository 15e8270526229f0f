"""What a ticket is and what may happen to it. Plain Python: the standard library only."""
