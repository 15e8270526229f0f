"""The demo's world: an embedded store behind real HTTP, and two desktops that reach it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from itdesk.entrypoints.demo.company import load_company
from itdesk.entrypoints.demo.seed import PASSWORD, seed
from itdesk.entrypoints.demo.stories import LIVE_REPORTER, compose
from itdesk.entrypoints.desktop import Program, surroundings
from itdesk.entrypoints.server import ServerThread
from itdesk.server.store.store import open_store
from itdesk.services.desk import Account, Desk
from itdesk.ui.shell import Shell
from itdesk.ui.theme import Choice, ThemeKeeper
from itdesk.ui.translation import Translation
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.settings_files import read_settings

EMPLOYEE = LIVE_REPORTER
TECHNICIAN = "marek"
ON_A_STAGE: dict[str, str | bool] = {"credential_store": "memory", "proxy": "direct"}


@dataclass(frozen=True)
class Desktop:
    """One person's desktop: her program, and the shell with her windows."""

    account: Account
    program: Program
    shell: Shell

    @property
    def desk(self) -> Desk:
        """The desk, open once the shell has started. Raises LookupError before."""
        if self.shell.desk is None:
            raise LookupError(f"the desk of {self.account.login} is not open")
        return self.shell.desk


@dataclass(frozen=True)
class Stage:
    """Everything that the demo shows."""

    url: str
    employee: Desktop
    technician: Desktop
    themes: ThemeKeeper
    translation: Translation

    @property
    def desktops(self) -> tuple[Desktop, Desktop]:
        """Both desktops."""
        return self.employee, self.technician

    def dress(self, language: str, theme: str) -> None:
        """Close every window; those that are opened next speak this language and wear this theme."""
        for desktop in self.desktops:
            desktop.shell.windows.close_all()
        self.themes.choose(Choice(theme))
        self.translation.use(language)
        for desktop in self.desktops:
            desktop.shell.tray.build_menu()


@contextmanager
def company_server(folder: Path) -> Iterator[str]:
    """Serve the demo's company on loopback; yields the address."""
    store = open_store(folder / "itdesk.db")
    try:
        store.migrate()
        company = load_company()
        seed(store, company, compose(company), datetime.now(UTC))
        with ServerThread(store, files=folder / "files") as server:
            yield server.url
    finally:
        store.close()


@contextmanager
def set_stage(app: QApplication, scratch: Path, language: str, theme: str) -> Iterator[Stage]:
    """Build the whole world in the folder `scratch`; take it down in order at the end."""
    server_folder = scratch / "server"
    server_folder.mkdir()
    with company_server(server_folder) as url:
        themes, translation = ThemeKeeper(app, Choice(theme)), Translation(app, language)
        employee, technician = (
            _desktop(app, DataFolder(scratch / login), url, login, themes, translation)
            for login in (EMPLOYEE, TECHNICIAN)
        )
        try:
            yield Stage(url, employee, technician, themes, translation)
        finally:
            for desktop in (employee, technician):
                if desktop.shell.desk is not None:  # else it has ended with the application
                    desktop.shell.shut_down()


def _desktop(
    app: QApplication, data: DataFolder, url: str, login: str, themes: ThemeKeeper, translation: Translation
) -> Desktop:
    """Sign in over HTTP, as at a first start, and build the desktop; nothing is shown yet."""
    settings = read_settings(data.create(), environment=os.environ, arguments=ON_A_STAGE)
    program = Program(data, settings)
    account = program.sign_in(url, login, PASSWORD)
    return Desktop(account, program, Shell(app, surroundings(program), themes, translation))
