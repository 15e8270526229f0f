"""The command that examines what itdesk needs on this computer."""

from typing import TYPE_CHECKING, Any

import click

from itdesk.entrypoints.cli.answers import answer, as_json, harmless
from itdesk.entrypoints.client import open_client

if TYPE_CHECKING:
    from itdesk.services.doctor import Finding

WELL, ILL = 0, 1
MARKS = {"ok": "ok  ", "warn": "warn", "fail": "FAIL"}


@click.command("doctor")
@as_json
@click.pass_obj
def doctor(data_dir: str | None, as_json: bool) -> int:
    """Check what itdesk needs here: files, keyring, the way to the server, clock, disk.

    Says for each what was found, and the fix. Ends with 0 when nothing failed, else with 1.
    """
    from itdesk.entrypoints.doctor import findings
    from itdesk.services.doctor import is_well

    found = findings(open_client(data_dir))
    document = {"well": is_well(found), "steps": [finding_document(one) for one in found]}
    answer(document, "\n".join(line for one in found for line in finding_lines(one)), as_json=as_json)
    return WELL if is_well(found) else ILL


def finding_document(finding: "Finding") -> dict[str, Any]:
    """Return one step; `code` names what was found, whatever the words."""
    return {
        "step": finding.step,
        "verdict": finding.verdict.value,
        "code": finding.code,
        "found": finding.found,
        "fix": finding.fix,
    }


def finding_lines(finding: "Finding") -> list[str]:
    """Return one step as one or two lines."""
    found = f"{MARKS[finding.verdict.value]}  {finding.step:<8}  {harmless(finding.found)}"
    return [found, f"      {'':<8}  {harmless(finding.fix)}"] if finding.fix else [found]
