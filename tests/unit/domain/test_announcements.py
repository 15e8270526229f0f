"""Which announcements count, and which reports they are about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from itdesk.domain.announcements import is_about, is_current
from itdesk.domain.documents import Announcement, AnnouncementKind, is_for_everyone
from itdesk.domain.ids import AnnouncementId

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
VPN = Announcement(
    id=AnnouncementId("vpn"),
    title={"en": "VPN connections break off", "pl": "Zrywa połączenia VPN"},
    body={"en": "We are on it."},
    kind=AnnouncementKind.OUTAGE,
    symptoms=("vpn",),
    begins_at=NOW,
    ends_at=NOW + timedelta(hours=2),
)


@pytest.mark.parametrize(
    ("at", "expected"),
    [(NOW - timedelta(seconds=1), False), (NOW, True), (NOW + timedelta(hours=2), False)],
)
def test_it_counts_from_its_begin_until_its_end(at: datetime, expected: bool) -> None:
    assert is_current(VPN, at) is expected


def test_without_an_end_it_goes_on() -> None:
    assert is_current(replace(VPN, ends_at=None), NOW + timedelta(days=900))


@pytest.mark.parametrize(
    ("symptom", "words", "expected"),
    [
        ("vpn", "", True),
        ("printing", "It is slow", False),
        ("", "Moje polaczenie vpn ciagle sie zrywa", True),
        ("", "The connections always break", True),
        ("", "My connection is slow", False),
        ("", "", False),
        ("", "\0 \ud800", False),
    ],
)
def test_a_report_is_about_it_by_its_symptom_or_by_two_of_its_words(
    symptom: str, words: str, expected: bool
) -> None:
    assert is_about(VPN, symptom, words) is expected


def test_a_kind_from_the_future_is_still_told() -> None:
    body = msgspec.json.encode(VPN).replace(b'"outage"', b'"picnic"')
    assert msgspec.json.decode(body, type=Announcement).kind is AnnouncementKind.INFORMATION


def test_it_is_for_everyone_unless_it_is_for_staff() -> None:
    assert is_for_everyone(VPN)
    assert not is_for_everyone(replace(VPN, staff_only=True))
