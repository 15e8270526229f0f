"""What the command line says about the server and its network, checked and taken into use."""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from itdesk.server.network.certificate_files import CertificateFiles
from itdesk.server.network.errors import BadCertificate
from itdesk.server.network.facing import Facing, base_url_of, hosts_of
from itdesk.server.network.proxies import proxies_of

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The options as they were given."""

    tls_cert: Path | None = None
    tls_key: Path | None = None
    trusted_proxy: tuple[str, ...] = ()
    base_url: str | None = None
    allow_host: tuple[str, ...] = ()
    insecure_http: bool = False

    def files(self) -> CertificateFiles | None:
        """Return the certificate and its key, None without. Raises BadCertificate when one is missing."""
        if self.tls_cert is not None and self.tls_key is not None:
            return CertificateFiles(self.tls_cert, self.tls_key)
        if self.tls_cert is not None or self.tls_key is not None:
            raise BadCertificate("Give --tls-cert and --tls-key together: neither serves alone.")
        return None


def facing_of(asked: Asked, now: datetime) -> Facing:
    """Return how the server meets the network. Raises NetworkProblem."""
    files = asked.files()
    base_url = base_url_of(asked.base_url) if asked.base_url else ""
    return Facing(
        tls=files.context(now) if files else None,
        proxies=proxies_of(asked.trusted_proxy),
        base_url=base_url,
        hosts=hosts_of(asked.allow_host, base_url),
        insecure_http=asked.insecure_http,
    )


@contextmanager
def renewed_on_hangup(asked: Asked | None, facing: Facing, now: Callable[[], datetime]) -> Iterator[None]:
    """Read certificate and key again at SIGHUP, as long as the server runs; bad ones leave the old in use."""
    files = asked.files() if asked else None
    context = facing.tls
    if files is None or context is None or not hasattr(signal, "SIGHUP"):
        yield
        return

    def renew(*_: object) -> None:
        try:
            files.load_into(context, now())
        except BadCertificate as error:
            logger.error("The certificate in use stays. %s", error)  # noqa: TRY400 (the sentence says it all)

    before = signal.signal(signal.SIGHUP, renew)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)
