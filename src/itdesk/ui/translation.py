"""Languages: loads them, switches between them at run time."""

import logging
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

log = logging.getLogger(__name__)

LANGUAGES = ("en", "pl")
SYSTEM = "system"
SOURCE_LANGUAGE = "en"


def catalogues(language: str) -> list[bytes]:
    """Read the compiled catalogues of `language`: Qt's own and ours. Touches the disk.

    English has one too: its plural forms.
    """
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    own = resources.files("itdesk.resources") / "translations" / f"itdesk_{language}.qm"
    if not own.is_file():
        log.warning("the catalogue of %s is missing", language)
    return [file.read_bytes() for file in (qt, own) if file.is_file()]


def language_for(choice: str) -> str:
    """Return the language for what was chosen: one of ours, or the system's where it is one of ours."""
    code = QLocale.system().name()[:2] if choice == SYSTEM else choice
    return code if code in LANGUAGES else SOURCE_LANGUAGE


class Translation(QObject):
    """Speaks one language at a time. Every catalogue is read when it is made, at the start.

    After `use`, Qt tells every window by a LanguageChange event.
    """

    def __init__(self, app: QCoreApplication, choice: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._data = {code: catalogues(code) for code in LANGUAGES}
        self._installed: list[QTranslator] = []
        self.language = SOURCE_LANGUAGE
        self.use(choice)

    def use(self, choice: str) -> None:
        """Speak `choice`: "en", "pl" or "system". Numbers and dates follow."""
        self.language = language_for(choice)
        QLocale.setDefault(locale_for(self.language, QLocale.system()))
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = [self._translator(data) for data in self._data[self.language]]
        for translator in self._installed:
            self._app.installTranslator(translator)

    def _translator(self, data: bytes) -> QTranslator:
        translator = QTranslator(self)
        translator.load(data)
        return translator


def locale_for(language: str, system: QLocale) -> QLocale:
    """Return the system's locale where it speaks `language`; else that language's usual one."""
    if system.name()[:2] == language:
        return system
    return QLocale(QLocale.Language.Polish if language == "pl" else QLocale.Language.English)
