"""Recognises the numbers of people, accounts and cards."""

import re
from collections.abc import Iterator

from itdesk.domain.redaction.checksums import is_iban, is_pesel, passes_luhn
from itdesk.domain.redaction.mark import Span

GAP = "[ \u00a0-]"
ALONE = r"(?<![0-9A-Za-z])"
ENDS = r"(?![0-9A-Za-z])"
IBAN_LENGTHS = dict(
    re.findall(
        r"([A-Z]{2})(\d+)",
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 "
        "DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 "
        "IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 "
        "MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 "
        "SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ",
    )
)
CARD_RANGES = (
    (r"4", (13, 16, 19)),  # Visa
    (r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720", (16,)),  # Mastercard
    (r"3[47]", (15,)),  # American Express
    (r"30[0-5]|3[689]", (14, 16, 19)),  # Diners
    (r"352[89]|35[3-8]|6011|64[4-9]|65|62", (16, 17, 18, 19)),  # JCB, Discover, UnionPay
    (r"50[0-9]{2}|5[6-8][0-9]{2}|63[0-9]{2}|67[0-9]{2}", range(13, 20)),  # Maestro
)


def pesels(text: str) -> Iterator[Span]:
    """Return where numbers of people stand."""
    for found in re.finditer(rf"(?:(?<![0-9A-Za-z+])|(?<=(?i:pesel)))[0-9]{{11}}{ENDS}", text):
        if is_pesel(found[0]):
            yield found.span()


def bank_accounts(text: str) -> Iterator[Span]:
    """Return where bank accounts stand: IBAN of every country, Polish ones without their PL too."""
    for found in re.finditer(rf"{ALONE}(?i:([A-Z]{{2}}){GAP}?)?[0-9]{{2}}(?={GAP}?[0-9A-Za-z])", text):
        digits = found.end() - 2
        end = _end_of_account(text, (found[1] or "PL").upper(), digits)
        if end:
            yield found.start(), end
        elif found[1] and not text[digits - 1].isalnum() and (end := _end_of_account(text, "PL", digits)):
            yield digits, end  # “do 61 1090 …” is no account in the Dominican Republic


def _end_of_account(text: str, country: str, digits: int) -> int | None:
    """Return where an account of a country ends whose check digits stand at `digits`, None if it is none."""
    length = int(IBAN_LENGTHS.get(country, 0))
    number = re.compile(_account(length - 2)).match(text, digits) if length else None
    is_right = number is not None and is_iban(country + re.sub(GAP, "", number[0]).upper())
    return number.end() if number is not None and is_right else None


def _account(characters: int) -> str:
    """Return the pattern of check digits and account, `characters` in all, together or in groups of four."""
    fours, rest = divmod(characters - 2, 4)
    last = f"{GAP}[0-9A-Za-z]{{{rest}}}" if rest else ""
    together = f"[0-9A-Za-z]{{{characters - 2}}}"
    return f"[0-9]{{2}}(?:{together}|(?:{GAP}[0-9A-Za-z]{{4}}){{{fours}}}{last}){ENDS}"


def cards(text: str) -> Iterator[Span]:
    """Return where numbers of payment cards stand, together or in their usual groups."""
    together = "[0-9]{13,19}"
    fours = rf"(?<![0-9]{{4}}{GAP})[0-9]{{4}}({GAP})[0-9]{{4}}\1[0-9]{{4}}\1[0-9]{{1,4}}"
    tail = rf"(?:(\1[0-9]{{3}}){ENDS})?(?!\1[0-9]{{4}}{ENDS})"
    six = rf"[0-9]{{4}}({GAP})[0-9]{{6}}\3[0-9]{{4,5}}"
    starts = r"(?<![0-9A-Za-z+])(?<![0-9][.,])"
    for found in re.finditer(f"{starts}(?:{together}|{fours}{tail}|{six}){ENDS}", text):
        without_tail = found.start(2) if found[2] else found.end()
        for end in sorted({found.end(), without_tail}, reverse=True):
            if _is_card(re.sub(GAP, "", text[found.start() : end])):
                yield found.start(), end
                break


def _is_card(digits: str) -> bool:
    of_known_range = any(len(digits) in lengths and re.match(start, digits) for start, lengths in CARD_RANGES)
    return of_known_range and passes_luhn(digits)
