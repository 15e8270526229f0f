"""The processor, and how busy it is."""

from collections.abc import Callable

from itdesk.diagnostics.base import Field, Kind, NotAvailable, Probe

SAMPLE_S = 0.1
FIELDS = (
    Field(name="model", description="Processor"),
    Field(name="cores", description="Cores", kind=Kind.NUMBER, least=1, most=4096),
    Field(name="threads", description="Logical processors", kind=Kind.NUMBER, least=1, most=8192),
    Field(
        name="load_percent",
        description="Load just now",
        kind=Kind.NUMBER,
        unit="%",
        least=0,
        most=100,
        passing=True,
    ),
)


def processor_probe(read_model: Callable[[], str]) -> Probe:
    """Return the probe; `read_model` says the model as the platform does."""
    return Probe(
        name="processor",
        why="To see whether the computer is busy or too weak for the work.",
        fields=FIELDS,
        measure=lambda: measure(read_model),
    )


def measure(read_model: Callable[[], str]) -> dict[str, object]:
    """Return model, cores and load, the load over 0.1 s."""
    import psutil

    values: dict[str, object] = {"load_percent": psutil.cpu_percent(interval=SAMPLE_S)}
    values["cores"] = psutil.cpu_count(logical=False)
    values["threads"] = psutil.cpu_count(logical=True)
    try:
        values["model"] = read_model()
    except (NotAvailable, OSError):
        values["model"] = None  # the rest is worth having without it
    return {name: value for name, value in values.items() if value is not None}
