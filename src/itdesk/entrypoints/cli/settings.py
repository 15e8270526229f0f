"""The command that tells which settings hold here, and who said so."""

from typing import TYPE_CHECKING, Any

import click

from itdesk.entrypoints.cli.answers import answer, as_json, harmless
from itdesk.entrypoints.client import open_client

if TYPE_CHECKING:
    from itdesk.services.program_state import SettingState
    from itdesk.settings import Problem


@click.command("settings")
@as_json
@click.pass_obj
def settings(data_dir: str | None, as_json: bool) -> None:
    """List every setting with its value and where that comes from; then what was passed over, and why."""
    from itdesk.services.program_state import setting_states

    held = open_client(data_dir).settings
    states = setting_states(held)
    document = {
        "settings": [setting_document(one) for one in states],
        "problems": [problem_document(one) for one in held.problems],
    }
    said = [setting_line(one) for one in states] + [harmless(one.sentence()) for one in held.problems]
    answer(document, "\n".join(said), as_json=as_json)


def setting_document(state: "SettingState") -> dict[str, Any]:
    """Return one setting. Passwords in addresses are blotted out."""
    return {
        "name": state.name,
        "value": state.value,
        "source": state.source.value,
        "origin": state.origin,
        "locked": state.is_locked,
    }


def problem_document(problem: "Problem") -> dict[str, Any]:
    """Return one thing that was passed over."""
    return {
        "place": problem.origin,
        "line": problem.line or None,
        "key": problem.key,
        "got": problem.got,
        "expected": problem.expected,
    }


def setting_line(state: "SettingState") -> str:
    """Return one setting as a line."""
    return (
        f"{state.name:<20} {harmless(state.value) or '-':<40} {state.source.value}: {harmless(state.origin)}"
    )
