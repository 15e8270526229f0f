"""Numbers that prove themselves: PESEL, bank accounts, cards."""

PESEL_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
CENTURIES = {0: 1900, 20: 2000}
"""What is added to the month tells the century; nobody of the 19th lives, nobody of the 22nd is born."""
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_pesel(digits: str) -> bool:
    """Tell whether eleven digits are a PESEL: a day of birth that can be, and the right check digit."""
    numbers = [int(digit) for digit in digits]
    weighted = sum(weight * number for weight, number in zip(PESEL_WEIGHTS, numbers, strict=False))
    return (weighted + numbers[10]) % 10 == 0 and _is_day(int(digits[:2]), int(digits[2:4]), int(digits[4:6]))


def _is_day(year: int, month_and_century: int, day: int) -> bool:
    century = CENTURIES.get(month_and_century // 20 * 20)
    month = month_and_century % 20
    if century is None or not 1 <= month <= 12 or not 1 <= day <= DAYS[month - 1]:
        return False
    year += century
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (month, day) != (2, 29) or is_leap


def is_iban(text: str) -> bool:
    """Tell whether the check digits of an IBAN are right; it is given in capitals and without blanks."""
    numbers = "".join(str(int(character, 36)) for character in text[4:] + text[:4])
    return int(numbers) % 97 == 1


def passes_luhn(digits: str) -> bool:
    """Tell whether the last digit of a card's number is right."""
    numbers = [int(digit) for digit in reversed(digits)]
    doubled = (sum(divmod(2 * number, 10)) for number in numbers[1::2])
    return (sum(numbers[::2]) + sum(doubled)) % 10 == 0
