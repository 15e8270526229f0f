"""What stands behind a telling word."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from itdesk.domain.redaction import Secret, find, hidden
from tests.unit.domain.redaction.surroundings import (
    RULES,
    Surroundings,
    around,
    is_found,
    nothing_is_found,
)

PASSWORD_WORDS = (
    *(
        "password",
        "Password",
        "PASSWD",
        "hasło",
        "Hasło",
        "HASŁO",
        "haslo",
        "PIN",
        "pin",
        "pwd",
        "passphrase",
    ),
    *("DB_PASSWORD", "userPassword", "hasło1", "kod_pin", "bank", "password_hash"),
)
TOKEN_WORDS = (
    *("token", "secret", "key", "api_key", "apiKey", "API-KEY", "x-api-key", "client_secret", "accessKeyId"),
    *("AWS_SESSION", "AZURE_TENANT", "SECRET_KEY", "credential"),
)
SEPARATORS = st.sampled_from([":", ": ", "=", " = ", " : ", "\t:\t", " => ", "=="])
QUOTES = st.sampled_from([('"', '"'), ("'", "'"), ("„", "”"), ("`", "`")])
ENDS = "abcxyzABCżŹ0189!#$%&*+?^~_"
values = st.builds("{}{}".format, st.text(ENDS + ".,;:@/-\\", max_size=20), st.sampled_from(ENDS)).filter(
    lambda value: value[0] in ENDS and value.strip("*•●…-_ ") and not find(value, RULES)
)


def every(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


@given(every(PASSWORD_WORDS), SEPARATORS, values, around)
def test_a_password_is_found(word: str, separator: str, value: str, within: Surroundings) -> None:
    within = Surroundings(within.before, within.after if within.after[0] in " \n" else "\n")
    assert is_found(Secret.PASSWORD, value, within, lead=word + separator)


@given(every(TOKEN_WORDS), SEPARATORS, values, around)
def test_a_token_is_found(word: str, separator: str, value: str, within: Surroundings) -> None:
    within = Surroundings(within.before, within.after if within.after[0] in " \n" else "\n")
    assert is_found(Secret.TOKEN, value, within, lead=word + separator)


@given(every(PASSWORD_WORDS), QUOTES, values, values, around)
def test_a_quoted_value_is_found_without_its_quotation_marks(
    word: str, quotes: tuple[str, str], first: str, second: str, within: Surroundings
) -> None:
    opening, closing = quotes
    value = f"{first} {second}"
    assume(not find(value, RULES))
    assert is_found(Secret.PASSWORD, value, within, lead=f"{word}: {opening}", tail=closing)
    assert is_found(Secret.PASSWORD, value, within, lead=f"{word}={opening}", tail=closing)


@given(values, around)
def test_a_document_s_value_is_found(value: str, within: Surroundings) -> None:
    assume("\\" not in value)
    assert is_found(Secret.PASSWORD, value, within, lead='{"user": "jan", "password":"', tail='", "port": 5}')
    assert is_found(Secret.TOKEN, value, within, lead="{'api_key': '", tail="'}")


@given(st.sampled_from(["--password ", "--db-password=", "--pin "]), values, around)
def test_an_option_s_value_is_found(option: str, value: str, within: Surroundings) -> None:
    assume(not value.startswith("-"))
    within = Surroundings(within.before, "\n")
    assume(within.before[-1].isspace())
    assert is_found(Secret.PASSWORD, value, within, lead=option)


@pytest.mark.parametrize("end", [".", ",", ")", ");", '".', "”"])
def test_what_ends_the_sentence_is_no_part_of_it(end: str) -> None:
    assert is_found(Secret.PASSWORD, "Zima2024!", Surroundings("(", f"{end} Dalej"), lead="hasło: ")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Moje hasło to Zima2024!", "Moje hasło to ▇▇▇▇"),
        ("hasło Zima2024 nie działa", "hasło ▇▇▇▇ nie działa"),
        ("my password is winter-2024", "my password is ▇▇▇▇"),
        ("PIN 2580", "PIN ▇▇▇▇"),
        ("Hasło do Wi-Fi: kawa-z-mlekiem7", "Hasło do Wi-Fi: ▇▇▇▇"),
        ("Password for the guest network: Kot1234", "Password for the guest network: ▇▇▇▇"),
        ("login jan, hasło: abc, PIN: 1234.", "login jan, hasło: ▇▇▇▇, PIN: ▇▇▇▇."),
        ("Password=abc;Server=db", "Password=▇▇▇▇"),
        ("hasło: 4111111111111111", "hasło: ▇▇▇▇"),
        ("hasło: tajne+44051401359+tajne", "hasło: ▇▇▇▇"),
    ],
)
def test_what_people_write(text: str, rest: str) -> None:
    assert hidden(text, find(text, RULES)) == rest


@pytest.mark.parametrize(
    "text",
    [
        *("Hasło wygasło", "Hasło: ", "hasło: ********", "password: ••••", "password=null", "PIN: brak"),
        *(
            "Ustawienia > Hasło > Zmień",
            "nowe hasło (10 znaków)",
            "hasło 30-dniowe",
            "hasło 01.02.2024 wygasa",
        ),
        *(
            "Keyboard: Polish",
            "monkey: business",
            "klucze: dwa",
            "Pinned: 3",
            "Secretary: Anna",
            "bankomat: 24h",
        ),
        *(
            "the password is wrong",
            "hasło do komputera: nie działa",
            "pinezka: 1234",
            "passage: 12",
            "opinia: 5",
        ),
        *("Klawisz Enter", "piny 4", "tokenów jest 5", "hasłowy: x"),
    ],
)
def test_ordinary_words_announce_nothing(text: str) -> None:
    assert nothing_is_found(text)
