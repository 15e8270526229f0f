"""The version of the protocol, and which versions are still served."""

CURRENT = 1
OLDEST_SERVED = 1
