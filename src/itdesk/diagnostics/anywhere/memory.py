"""How much memory there is and how much of it is free."""

from itdesk.diagnostics.base import Field, Kind, Probe

FIELDS = (
    Field(name="total_bytes", description="Memory", kind=Kind.NUMBER, unit="B", least=2**26, most=2**50),
    Field(
        name="available_bytes",
        description="Memory that programs can still get",
        kind=Kind.NUMBER,
        unit="B",
        least=0,
        most=2**50,
        passing=True,
    ),
    Field(
        name="used_percent",
        description="Memory in use",
        kind=Kind.NUMBER,
        unit="%",
        least=0,
        most=100,
        passing=True,
    ),
    Field(name="swap_total_bytes", description="Swap space", kind=Kind.NUMBER, unit="B", least=0),
    Field(
        name="swap_used_bytes",
        description="Swap space in use",
        kind=Kind.NUMBER,
        unit="B",
        least=0,
        passing=True,
    ),
)


def measure() -> dict[str, object]:
    """Return sizes in bytes."""
    import psutil

    memory = psutil.virtual_memory()
    return {
        "total_bytes": memory.total,
        "available_bytes": memory.available,
        "used_percent": memory.percent,
        **_swap(),
    }


def _swap() -> dict[str, object]:
    """Return the swap space; nothing on a Windows whose performance counters are switched off."""
    import psutil

    try:
        swap = psutil.swap_memory()
    except (RuntimeError, OSError):
        return {}
    return {"swap_total_bytes": swap.total, "swap_used_bytes": swap.used}


PROBE = Probe(
    name="memory",
    why="When memory runs out, everything becomes slow and programs close.",
    fields=FIELDS,
    measure=measure,
)
