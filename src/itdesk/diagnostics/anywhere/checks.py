"""What the checks found. It is no question to the computer: it follows from what the others said."""

from itdesk.diagnostics.base import Field, Kind, Privacy

NAME = "checks"
WHY = "So that the first steps of the search need not be made again."
FIELDS = (
    Field(
        name="findings",
        description="Checks",
        kind=Kind.TABLE,
        key="check",
        columns=(
            Field(name="check", description="Check"),
            Field(name="verdict", description="Result"),
            Field(name="subject", description="What it is about", privacy=Privacy.PERSON),
            Field(name="is_fault", description="Something is broken", kind=Kind.TRUTH),
        ),
    ),
    Field(
        name="steps",
        description="Steps of the checks",
        kind=Kind.TABLE,
        key="",
        items=128,
        passing=True,
        columns=(
            Field(name="check", description="Check"),
            Field(name="name", description="Step"),
            Field(
                name="outcome",
                description="How it ended",
                choices=("passed", "failed", "skipped", "unknown"),
            ),
            Field(name="detail", description="What was seen", privacy=Privacy.PERSON),
            Field(name="ms", description="Time", kind=Kind.NUMBER, unit="ms", least=0, passing=True),
        ),
    ),
)
