"""Why a server may not be reached as it was asked to."""


class NetworkProblem(Exception):
    """Ends a start before anything is served. The text is a sentence for a person."""


class BadCertificate(NetworkProblem):
    """A certificate or key cannot be used."""


class BadAddress(NetworkProblem):
    """A base address or a proxy's address is none."""


class Unprotected(NetworkProblem):
    """Passwords would cross the network in the clear."""
