"""What leads the packaged program to other code is taken out of its environment, and nothing else."""

import subprocess
import sys

import pytest

from itdesk.entrypoints.planted_variables import forget_planted

HARMLESS = {
    "PATH": "/usr/bin",
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "2",
    "QT_ACCESSIBILITY": "1",
    "ITDESK_SERVER": "https://help.example.com",
    "https_proxy": "http://proxy.example.com:3128",
    "LANG": "pl_PL.UTF-8",
}


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONSTARTUP",
        "PYTHON_KEYRING_BACKEND",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "QML2_IMPORT_PATH",
        "OPENSSL_CONF",
        "OPENSSL_MODULES",
        "SSLKEYLOGFILE",
        "SSL_CERT_FILE",
        "GTK_PATH",
        "GIO_MODULE_DIR",
        "GCONV_PATH",
    ],
)
def test_what_leads_to_other_code_is_forgotten(name: str) -> None:
    environment = HARMLESS | {name: "/tmp/planted"}
    forget_planted(environment)
    assert environment == HARMLESS


def test_it_imports_nothing_that_would_have_listened_already() -> None:
    ask = (
        "import sys; import itdesk.entrypoints.planted_variables;"
        " print([name for name in ('ssl', '_ssl', 'PySide6', 'keyring') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
