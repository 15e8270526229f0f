"""Makes a private authority and a server certificate, and tells what to do with them."""

import sys
from collections.abc import Sequence
from pathlib import Path

from itdesk.entrypoints.server import DONE, REFUSED, WORLD_FAILED, default_folder, utc_now
from itdesk.server.network.authority import Made, make_certificate
from itdesk.server.network.errors import BadCertificate

FOLDER = "certificates"


def run(names: Sequence[str], out: Path | None, data_dir: Path | None) -> int:
    """Write the files; return the exit code. What prevents it is one sentence on standard error."""
    folder = (out or (data_dir or default_folder()) / FOLDER).absolute()
    try:
        made = make_certificate(names, folder, utc_now())
    except BadCertificate as error:
        print(error, file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(
            f"The folder {folder} cannot be written: {error.strerror}. Choose another --out.", file=sys.stderr
        )
        return WORLD_FAILED
    print(_told(names, made))
    return DONE


def _told(names: Sequence[str], made: Made) -> str:
    again = " ".join(f"--name {name}" for name in names)
    authority = "the one that was there" if made.reused else "new"
    return f"""\
Authority    {made.ca_file} ({authority}, until {made.ca_ends:%Y-%m-%d})
Certificate  {made.certificate} for {", ".join(names)} (until {made.ends:%Y-%m-%d})
Key          {made.key}

The server:    itdesk server run --tls-cert {made.certificate} --tls-key {made.key} …
The clients:   CA_FILE of the installer, or the setting ca_file, is a copy of {made.ca_file}
To renew:      itdesk server certificate {again} --out {made.ca_file.parent}
               then restart the server, or send it SIGHUP. Clients keep their CA_FILE.
Keep secret:   {made.key} and {made.ca_file.with_suffix(".key")}; the latter is needed only to renew.\
"""
