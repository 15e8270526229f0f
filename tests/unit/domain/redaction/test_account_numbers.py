"""Numbers with check digits: the right ones are found, one wrong digit is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.domain.redaction import Secret
from itdesk.domain.redaction.account_numbers import IBAN_LENGTHS
from itdesk.domain.redaction.checksums import is_iban, is_pesel, passes_luhn
from tests.unit.domain.redaction.surroundings import (
    DIGITS,
    Surroundings,
    around,
    digits,
    is_found,
    nothing_is_found,
)

WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
GAPS = st.sampled_from([" ", "-", "\u00a0"])
CARDS = (
    ("4", 16),
    ("4", 13),
    ("51", 16),
    ("2221", 16),
    ("2720", 16),
    ("34", 15),
    ("36", 14),
    ("62", 19),
    ("6759", 16),
)


def pesel_of(born: date, serial: str) -> str:
    month = born.month + (20 if born.year >= 2000 else 0)
    ten = f"{born.year % 100:02}{month:02}{born.day:02}{serial}"
    return ten + str(-sum(weight * int(digit) for weight, digit in zip(WEIGHTS, ten, strict=True)) % 10)


def iban_of(country: str, account: str) -> str:
    number = "".join(str(int(character, 36)) for character in f"{account}{country}00")
    return f"{country}{98 - int(number) % 97:02}{account}"


def card_of(start: str, length: int, middle: str) -> str:
    body = (start + middle)[: length - 1]
    return next(body + digit for digit in DIGITS if passes_luhn(body + digit))


def in_groups(number: str, gap: str, *, of: tuple[int, ...] = (4,) * 10) -> str:
    pieces: list[str] = []
    for size in of:
        pieces, number = [*pieces, number[:size]], number[size:]
    return gap.join(filter(None, [*pieces, number]))


def wrong(number: str, place: int) -> str:
    """Return the number with another digit at, or at the next digit behind, `place`."""
    at = next(i % len(number) for i in range(place, place + len(number)) if number[i % len(number)] in DIGITS)
    return number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :]


pesels = st.builds(pesel_of, st.dates(date(1900, 1, 1), date(2099, 12, 31)), digits(4))
accounts = st.sampled_from(sorted(IBAN_LENGTHS)).flatmap(
    lambda country: st.builds(
        iban_of,
        st.just(country),
        st.text(
            DIGITS + "ABCXYZ",
            min_size=int(IBAN_LENGTHS[country]) - 4,
            max_size=int(IBAN_LENGTHS[country]) - 4,
        ),
    )
)
polish_accounts = st.builds(iban_of, st.just("PL"), digits(24))
cards = st.sampled_from(CARDS).flatmap(
    lambda kind: st.builds(card_of, st.just(kind[0]), st.just(kind[1]), digits(19))
)


@given(pesels, around)
def test_a_pesel_is_found(pesel: str, within: Surroundings) -> None:
    assert is_found(Secret.PESEL, pesel, within)
    assert is_found(Secret.PESEL, pesel, within, lead="PESEL")
    assert is_found(Secret.PESEL, pesel, within, lead="skan_", tail=".pdf")


@given(pesels, around, st.integers(0, 10))
def test_a_pesel_with_a_wrong_digit_is_a_number(pesel: str, within: Surroundings, place: int) -> None:
    assert nothing_is_found(within.before + wrong(pesel, place) + within.after)


@given(pesels, digits(1))
def test_a_longer_number_is_no_pesel(pesel: str, digit: str) -> None:
    assert nothing_is_found(f"nr {pesel}{digit}, {digit}{pesel}, 0x{pesel}ab, +{pesel}")


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        *(("000101", True), ("001301", False), ("000132", False), ("010229", False), ("000229", False)),
        *(("002229", True), ("042229", True), ("992231", False), ("809231", False), ("004101", False)),
    ],
)
def test_a_pesel_names_a_day_that_can_be(day: str, is_one: bool) -> None:
    ten = f"{day}1234"
    check = -sum(weight * int(digit) for weight, digit in zip(WEIGHTS, ten, strict=True)) % 10
    assert is_pesel(f"{ten}{check}") is is_one


@given(accounts, around, GAPS)
def test_a_bank_account_is_found(account: str, within: Surroundings, gap: str) -> None:
    assert is_found(Secret.BANK_ACCOUNT, account, within)
    assert is_found(Secret.BANK_ACCOUNT, account.lower(), within)
    assert is_found(Secret.BANK_ACCOUNT, in_groups(account, gap), within)


@given(polish_accounts, around, GAPS)
def test_a_polish_account_needs_no_country(account: str, within: Surroundings, gap: str) -> None:
    spaced = in_groups(account[2:], gap, of=(2, *(4,) * 6))
    assert is_found(Secret.BANK_ACCOUNT, account[2:], within)
    assert is_found(Secret.BANK_ACCOUNT, spaced, within)
    assert is_found(Secret.BANK_ACCOUNT, spaced, within, lead="do ")
    assert is_found(Secret.BANK_ACCOUNT, f"PL {spaced}", within)


@given(accounts | polish_accounts, around, GAPS, st.integers(2, 40))
def test_an_account_with_a_wrong_digit_is_a_number(
    account: str, within: Surroundings, gap: str, place: int
) -> None:
    number = wrong(account, place)
    assert not is_iban(number)
    assert nothing_is_found(within.before + number + within.after)
    assert nothing_is_found(within.before + in_groups(number, gap) + within.after)


@given(cards, around, GAPS)
def test_a_card_is_found(card: str, within: Surroundings, gap: str) -> None:
    assert is_found(Secret.CARD, card, within)
    if len(card) in {16, 19}:
        assert is_found(Secret.CARD, in_groups(card, gap), within)
    if len(card) in {14, 15}:
        assert is_found(Secret.CARD, in_groups(card, gap, of=(4, 6, 5)), within)


@given(st.sampled_from(CARDS), digits(19), around, GAPS, st.integers(2, 18))
def test_a_card_with_a_wrong_digit_is_a_number(
    kind: tuple[str, int], middle: str, within: Surroundings, gap: str, place: int
) -> None:
    start, length = kind
    number = wrong(card_of(start, length, middle), place % length)
    assert nothing_is_found(within.before + number + within.after)
    if length == 16:
        assert nothing_is_found(within.before + in_groups(number, gap) + within.after)


def test_what_is_said_behind_a_card_is_no_part_of_it() -> None:
    assert is_found(Secret.CARD, "4111 1111 1111 1111", Surroundings("karta ", " 123 i 12/27"))


@pytest.mark.parametrize(
    "text",
    [
        "1234567812345670",  # right check digit, but nobody issues such cards
        "IMEI 490154203237518",
        "1722945600000 ms, 1722945600000000000 ns",
        "3.4111111111111111",
        "0x4111111111111111f",
        "tel. 22 555 01 02, +48 601 234 567, 48601234567",
        "61 1090 1014 0000 0712 1981 2875",
        "XX61109010140000071219812874",
        "NIP 526-104-08-28, REGON 012100784",
        "it 27 lat, at 20 percent, na 61 procent",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert nothing_is_found(text)
