"""WMI: how it is asked, what its values look like, and the real one where there is one."""

import sys
from datetime import UTC, datetime
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.com import sentence
from itdesk.diagnostics.windows.wmi import CIMV2, ComWmi, moment, number, properties_of, text

ON_WINDOWS = pytest.mark.skipif(sys.platform != "win32", reason="asks a real WMI")
SYSTEM = "SELECT Caption, Version FROM Win32_OperatingSystem"


def test_properties_are_asked_by_name() -> None:
    assert properties_of("SELECT Name,  State FROM Win32_Service WHERE Name='a, b'") == ("Name", "State")
    with pytest.raises(ValueError, match="names no properties"):
        properties_of("SELECT * FROM Win32_Product")


def test_numbers_of_64_bits_come_as_text() -> None:
    row = {"Size": "512110190592", "Code": 28, "Flag": True, "Words": "1e3"}
    told = [number(row, name) for name in ("Size", "Code", "Flag", "Words", "None")]
    assert told == [512_110_190_592, 28, None, None, None]
    assert text(row, "Words") == "1e3"
    assert text(row, "Code") == ""


def test_a_moment_has_its_offset_in_minutes() -> None:
    assert moment("20231114221320.000000+060") == datetime(2023, 11, 14, 21, 13, 20, tzinfo=UTC)
    assert moment("20200905000000.000000-000") == datetime(2020, 9, 5, tzinfo=UTC)
    assert moment("20239914221320.000000+060") is None
    assert moment("00010101000000.000000+999") is None
    assert moment(None) is None


@given(st.text() | st.from_regex(r"\A\d{14}\.\d{6}[+-]\d{3}\Z"))
def test_any_text_is_a_moment_or_none(told: str) -> None:
    at = moment(told)
    assert at is None or at.tzinfo is UTC


def test_reasons_are_sentences() -> None:
    assert sentence(0x80041003) == "Windows tells this to administrators only."
    assert sentence(0x8004100E) == "This edition of Windows does not record this."
    assert sentence(0x80041001) == "Windows did not answer (0x80041001)."


@pytest.mark.skipif(sys.platform == "win32", reason="there is a WMI")
def test_elsewhere_there_is_no_wmi() -> None:
    with pytest.raises(NotAvailable, match="This is not Windows"):
        ComWmi().query(CIMV2, SYSTEM)


@ON_WINDOWS
def test_windows_names_itself() -> None:
    (row,) = ComWmi().query(CIMV2, SYSTEM)
    assert "Windows" in str(row["Caption"])
    assert str(row["Version"])[0].isdecimal()


@ON_WINDOWS
def test_a_namespace_that_is_missing_is_a_reason() -> None:
    with pytest.raises(NotAvailable, match=r"does not record this\."):
        ComWmi().query(r"root\itdesk", "SELECT Name FROM Nothing")


@ON_WINDOWS
def test_several_threads_ask_at_once() -> None:
    # A class each: wine keeps one table for a class and fills it again for whoever asks.
    questions = [
        "SELECT Caption, Version FROM Win32_OperatingSystem",
        "SELECT Manufacturer, Model FROM Win32_ComputerSystem",
        "SELECT Name, NumberOfCores FROM Win32_Processor",
        "SELECT Manufacturer, Version FROM Win32_BIOS",
    ]
    wmi, answers = ComWmi(), dict[str, object]()

    def ask(question: str) -> None:
        answers[question] = wmi.query(CIMV2, question)

    asking = [Thread(target=ask, args=(question,)) for question in questions]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(60)
    assert answers == {question: wmi.query(CIMV2, question) for question in questions}
    assert all(answers.values())
