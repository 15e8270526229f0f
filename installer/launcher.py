"""The packaged program: the command line, which without a command is the tray."""

from itdesk.entrypoints.cli import main

main()
