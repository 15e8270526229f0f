"""Starts the desktop: the tray first, everything else after it."""

import logging
import os
import sys
from collections.abc import Mapping
from functools import partial
from threading import Lock, Thread
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from itdesk.entrypoints.interruption import Interruption
from itdesk.entrypoints.writable_folder import FolderUnusable, writable_folder
from itdesk.ui.fonts import system_text_scale
from itdesk.ui.icons import IconSet
from itdesk.ui.shell import Shell
from itdesk.ui.single_instance import SingleInstance, hand_over
from itdesk.ui.surroundings import OnProbe, Surroundings
from itdesk.ui.theme import Choice, ThemeKeeper
from itdesk.ui.translation import Translation
from itdesk.ui.tray_icon import TrayState, tray_icon
from itdesk.version import VERSION
from itdesk.workstation.credentials import open_credential_store
from itdesk.workstation.log import start_log, stop_log
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.settings_files import read_settings, write_setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from itdesk.diagnostics.asking import Asking
    from itdesk.diagnostics.facts import Facts
    from itdesk.diagnostics.history.history_thread import HistoryThread
    from itdesk.domain.ids import FileId, TicketId
    from itdesk.domain.presence import Doing
    from itdesk.domain.redaction import Rules
    from itdesk.entrypoints.client import Client
    from itdesk.services.code_use import CodeUse
    from itdesk.services.desk import Account, Desk
    from itdesk.services.doctor import Finding
    from itdesk.services.program_state import ProgramState
    from itdesk.services.server_search import ServerHits, ServerTicket
    from itdesk.services.server_state import ServerStanding
    from itdesk.services.sessions import Session
    from itdesk.services.signing import SignedOut
    from itdesk.settings import Settings
    from itdesk.ui.surroundings import Synchroniser
    from itdesk.workstation.autostart import Autostart

logger = logging.getLogger(__name__)

DONE, WORLD_FAILED = 0, 1
HANGS = "itdesk runs already in {folder}, but does not answer. End it in the task list and start again."


def main() -> None:
    """Start the tray; the entry point of the desktop's own launcher."""
    sys.exit(run_desktop(None, show="tray"))


def run_desktop(data_dir: str | None, *, show: str) -> int:
    """Show what is wanted (tray, report, tickets, console or knowledge) and run until quit.

    When a desktop runs on this data folder already, it is asked to, and this one leaves.
    """
    try:
        data = writable_folder(data_dir)
    except FolderUnusable as error:
        return _say(str(error))
    if not has_display(os.environ):
        return _say("There is no screen here to show windows on. The commands work without: itdesk --help")
    app = new_application()
    instance = SingleInstance(data.root)
    if not instance.take():
        return DONE if hand_over(data.root, show) else _say(HANGS.format(folder=data.root))
    settings = read_settings(data, environment=os.environ)
    log = start_log(data, "desktop", settings.log_level)
    try:
        shell = new_shell(app, data, settings)
        instance.wanted.connect(shell.open)
        Interruption(app)
        shell.start(show)
        listen_for_keys(app, shell, settings.hotkey)
        listen_for_addresses(app, shell)
        return app.exec()
    finally:
        instance.release()
        stop_log(log)


def listen_for_addresses(app: QApplication, shell: Shell) -> None:
    """Open what an address itdesk:// leads to, where the system hands it to the program that runs."""
    if sys.platform == "darwin":
        from itdesk.ui.opened_address import OpenedAddress

        OpenedAddress(app).wanted.connect(shell.open)


def listen_for_keys(app: QApplication, shell: Shell, keys: str) -> None:
    """Open a report by `keys`, whatever is on the screen, where the system offers that."""
    if sys.platform == "win32":
        from itdesk.ui.hotkey import GlobalHotkey, User32

        hotkey = GlobalHotkey(User32(), shell)
        hotkey.wanted.connect(shell.open)
        if hotkey.start(keys):
            app.aboutToQuit.connect(hotkey.stop)


def new_application() -> QApplication:
    """Return the Qt application with our name and icons."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["itdesk"])
    app.setApplicationName("itdesk")
    app.setApplicationDisplayName("itdesk")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("itdesk")
    IconSet.load(app)
    app.setWindowIcon(tray_icon(TrayState.FINE))
    return app


def new_shell(app: QApplication, data: DataFolder, settings: "Settings") -> Shell:
    """Return the shell over one data folder, dressed and speaking as the settings say."""
    themes = ThemeKeeper(app, Choice(settings.theme), system_text_scale())
    language = settings.language
    translation = Translation(app, "system" if language == "auto" else language)
    program = Program(data, settings)
    if settings.autostart:
        Thread(target=program.follow_policy, name="autostart", daemon=True).start()
    shell = Shell(app, surroundings(program), themes, translation)
    ask_whose(shell, program)
    return shell


def ask_whose(shell: Shell, program: "Program") -> None:
    """Ask who signs in whether the reports are hers that this computer sent before."""
    from itdesk.ui.claim_asker import ClaimAsker, ClaimCalls

    calls = ClaimCalls(open_question=program.open_question, link=program.link, decline=program.decline)
    asker = ClaimAsker(shell.runner, calls, shell)
    shell.windows.signed_in.connect(asker.look)
    shell.tray.sign_in_wanted.connect(shell.windows.show_sign_in)


def surroundings(around: "Program") -> Surroundings:
    """Return the calls by which the shell reaches this computer and the server."""
    from itdesk.entrypoints.window_places import read_places, write_places

    data = around.data
    return Surroundings(
        open_desk=around.open_desk,
        close_desk=around.close_desk,
        account_mark=around.account_mark,
        folder=data.root,
        sign_in=around.sign_in,
        use_code=around.use_code,
        sessions=around.sessions,
        end_session=around.end_session,
        sign_out=around.sign_out,
        synchroniser=around.synchroniser,
        tell_presence=around.tell_presence,
        search_server=around.search_server,
        read_on_server=around.read_on_server,
        server_standing=around.server_standing,
        attachment=around.attachment,
        collect_facts=around.collect_facts,
        redaction_rules=around.redaction_rules,
        history=around.history,
        may_take_screenshots=around.may_take_screenshots,
        settings=partial(read_settings, data, environment=os.environ),
        write_setting=around.write_setting,
        autostart=around.autostart,
        switch_autostart=around.switch_autostart,
        program_state=around.program_state,
        doctor=around.doctor,
        geometry=read_places(data),
        keep_geometry=partial(write_places, data),
    )


class Program:
    """What the windows may ask of the program. Imports what it needs when it is asked: the tray came first.

    The credential store lives as long as the program: without a keyring it is the only place of the token.
    """

    def __init__(self, data: DataFolder, settings: "Settings") -> None:
        self.data = data
        self._settings = settings
        self._credentials = open_credential_store(settings.credential_store, data)
        self._writing = Lock()

    @property
    def may_take_screenshots(self) -> bool:
        """Whether the company allows pictures of the screen."""
        return self._settings.screenshots

    def client(self) -> "Client":
        """Return what a call to the server is made of."""
        from itdesk.entrypoints.client import Client

        return Client(self.data, self._settings, self._credentials)

    def open_desk(self, wake: "Callable[[], None]") -> "Desk | None":
        """Open the desk of the one who is signed in."""
        from itdesk.services.desk import open_desk

        return open_desk(self.data, wake=wake)

    def close_desk(self, desk: "Desk") -> None:
        """Let go of the desk's files."""
        from itdesk.services.desk import close_desk

        close_desk(desk)

    def account_mark(self) -> object:
        """Return the mark of who is signed in; where nobody is, a login may be claimed."""
        from itdesk.services.desk import account_mark

        self.client().claim_login()
        return account_mark(self.data)

    def sign_in(self, server: str, login: str, password: str) -> "Account":
        """Sign in and keep the token."""
        from itdesk.services.signing import sign_in

        client = self.client()
        with client.connection(server) as connection:
            return sign_in(self.data, self._credentials, connection, login, password)

    def use_code(self, server: str, use: "CodeUse") -> "Account":
        """Sign in by a one-time code and keep the token."""
        from itdesk.services.codes import use_code

        client = self.client()
        with client.connection(server) as connection:
            return use_code(self.data, self._credentials, connection, use)

    def sessions(self) -> "tuple[Session, ...]":
        """Return where the person is signed in."""
        from itdesk.services.sessions import sessions

        client = self.client()
        account = client.account()
        with client.connection_of(account) as connection:
            return sessions(connection, account)

    def end_session(self, id: str) -> None:
        """Sign the person out elsewhere."""
        from itdesk.services.sessions import end_session

        client = self.client()
        account = client.account()
        with client.connection_of(account) as connection:
            end_session(connection, account, id)

    def sign_out(self) -> "SignedOut":
        """Forget the person; what she has not sent stays."""
        from itdesk.services.signing import sign_out

        client = self.client()
        with client.connection_of(client.account()) as connection:
            return sign_out(self.data, self._credentials, connection)

    def synchroniser(
        self, desk: "Desk", heard: "Callable[[], None]", met: "Callable[[object], None]"
    ) -> "Synchroniser":
        """Return the thread that keeps desk and server in step."""
        from itdesk.services.synchronising import SyncThread

        client, account = self.client(), desk.account
        renew = partial(client.renew, account)
        return SyncThread(desk, partial(client.connection_of, account), heard=heard, met=met, renew=renew)

    def open_question(self) -> "Account | None":
        """Return the claimed login of which she who is signed in is still to be asked. Raises WorldFailed."""
        from itdesk.services.claimed import open_question

        return open_question(self.data)

    def link(self) -> int:
        """Make hers what was reported before the sign-in; return how many tickets. Raises WorldFailed."""
        return self.client().link()

    def decline(self) -> None:
        """Leave apart what was reported before the sign-in. Raises WorldFailed."""
        from itdesk.services.claimed import decline

        decline(self.data)

    def tell_presence(self, desk: "Desk", ticket_id: "TicketId | None", doing: "Doing") -> None:
        """Tell colleagues which ticket is before this person. Raises WorldFailed."""
        from itdesk.services.presence import tell_presence

        with self.client().connection_of(desk.account) as connection:
            tell_presence(connection, ticket_id, doing)

    def search_server(self, desk: "Desk", text: str) -> "ServerHits":
        """Return what the server finds. Raises WorldFailed."""
        from itdesk.services.server_search import search_server

        with self.client().connection_of(desk.account) as connection:
            return search_server(desk, connection, text)

    def read_on_server(self, desk: "Desk", number: str) -> "ServerTicket":
        """Return a ticket as the server tells it. Raises WorldFailed."""
        from itdesk.services.server_search import read_on_server

        with self.client().connection_of(desk.account) as connection:
            return read_on_server(connection, number)

    def server_standing(self, desk: "Desk") -> "ServerStanding":
        """Return how the server stands. Raises WorldFailed."""
        from itdesk.services.server_state import server_standing

        with self.client().connection_of(desk.account) as connection:
            return server_standing(connection)

    def attachment(self, desk: "Desk", file_id: "FileId") -> bytes:
        """Return a file's bytes, from this computer or from the server."""
        from itdesk.services.files import attachment

        with self.client().connection_of(desk.account) as connection:
            return attachment(desk, connection, file_id)

    def collect_facts(self, asking: "Asking", on_probe: OnProbe) -> "Facts":
        """Ask this computer about itself."""
        from itdesk.entrypoints.facts import collect_facts

        return collect_facts(self.client(), asking, on_probe, asks_server=True)

    def redaction_rules(self, account: "Account | None") -> "Rules":
        """Return what looks private."""
        from itdesk.entrypoints.facts import redaction_rules

        return redaction_rules(self._settings, account)

    def write_setting(self, name: str, value: str | bool) -> None:
        """Keep the person's choice. One at a time: each writes the whole file anew."""
        with self._writing:
            write_setting(self.data, name=name, value=value)

    def autostart(self) -> "Autostart":
        """Return whether the tray starts with the desktop, and who has decided. Raises OSError."""
        from itdesk.workstation.autostart import autostart_state, entries_here

        return autostart_state(entries_here(), self._settings.autostart)

    def switch_autostart(self, is_on: bool) -> "Autostart":
        """Switch this person's start with the desktop, and return how it is then. Raises OSError."""
        from itdesk.workstation.autostart import entries_here

        entries_here().switch(is_on=is_on)
        return self.autostart()

    def follow_policy(self) -> None:
        """Start with the desktop, or not, where IT has decided that."""
        from itdesk.workstation.autostart import entries_here, follow_policy

        try:
            follow_policy(entries_here(), self._settings.autostart)
        except OSError:
            logger.warning("the start with the desktop could not be set", exc_info=True)

    def program_state(self) -> "ProgramState":
        """Return how the program stands."""
        from itdesk.services.program_state import program_state

        return program_state(self.data, read_settings(self.data, environment=os.environ))

    def doctor(self) -> "tuple[Finding, ...]":
        """Examine everything that the program needs here."""
        from itdesk.entrypoints.client import Client
        from itdesk.entrypoints.doctor import findings

        settings = read_settings(self.data, environment=os.environ)
        return findings(Client(self.data, settings, self._credentials))

    def history(self) -> "HistoryThread":
        """Return the thread that notes how this computer is doing."""
        from itdesk.entrypoints.history import history_thread

        return history_thread(self.data, self._settings)


def has_display(environment: Mapping[str, str]) -> bool:
    """Return whether windows can be shown; without a display Qt would end the process with five lines."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return WORLD_FAILED
