"""The graphics cards and their drivers, by WMI."""

from itdesk.diagnostics.windows.wmi import CIMV2, Row, Wmi, moment, text

QUERY = "SELECT Name, Caption, DriverVersion, DriverDate, InstalledDisplayDrivers FROM Win32_VideoController"


def read(wmi: Wmi) -> dict[str, object]:
    """Return the cards. Raises NotAvailable."""
    return {"adapters": [_card(row) for row in wmi.query(CIMV2, QUERY)]}


def _card(row: Row) -> dict[str, object]:
    dated = moment(row.get("DriverDate"))
    return {
        "name": text(row, "Name") or text(row, "Caption"),
        "driver": _file_name(text(row, "InstalledDisplayDrivers")),
        "driver_version": text(row, "DriverVersion"),
        "driver_date": dated.date().isoformat() if dated else None,
    }


def _file_name(drivers: str) -> str:
    """Return the name of the first of several files, without their folders."""
    return drivers.partition(",")[0].rpartition("\\")[2]
