"""A group of commands that are imported only when they are called: the tray must not pay for the server."""

from importlib import import_module

import click


class LazyGroup(click.Group):
    """Knows its commands by name and by `module:attribute`."""

    def __init__(self, name: str, commands: dict[str, str], **settings: object) -> None:
        super().__init__(name, **settings)  # type: ignore[arg-type]
        self._places = commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they were declared."""
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or `None` when there is none of that name."""
        place = self._places.get(cmd_name)
        if place is None:
            return None
        module, attribute = place.split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command
