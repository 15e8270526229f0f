"""The language in which tickets are searched: read, resolved for who asks, and held against a ticket."""
