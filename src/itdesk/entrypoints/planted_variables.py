"""What an environment may say to lead the packaged program to code or keys of somebody else.

Whoever runs from source says such things on purpose, as every developer does; there nothing is taken away.
"""

from collections.abc import MutableMapping

BEGINNINGS = ("PYTHON", "QML", "GTK_", "GIO_", "OPENSSL_")
"""Where Python, Qt Quick, GTK, GLib and OpenSSL look for modules, engines and files to run at the start."""
NAMES = frozenset(
    {
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "QT_QPA_GENERIC_PLUGINS",
        "QT_LOGGING_CONF",
        "QT_MESSAGE_PATTERN",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "SSLKEYLOGFILE",
        "GCONV_PATH",
        "GDK_PIXBUF_MODULE_FILE",
        "LIBGL_DRIVERS_PATH",
        "LOCPATH",
    }
)
"""Single ones. Which certificates are believed is the system's matter and that of the setting `ca_file`."""


def forget_planted(environment: MutableMapping[str, str]) -> None:
    """Take out of `environment` what leads to other code; to be done before anything else is imported."""
    for name in [name for name in environment if is_planted(name)]:
        del environment[name]


def is_planted(name: str) -> bool:
    """Tell whether a variable of this name can lead the program to other code, keys or authorities."""
    return name in NAMES or name.startswith(BEGINNINGS)
