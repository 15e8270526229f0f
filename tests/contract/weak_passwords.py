"""Passwords for tests: hashed as weakly as the library allows, so that tests are quick."""

from itdesk.server.accounts.passwords import Passwords

PASSWORD = "correct horse battery staple"


class CountingPasswords(Passwords):
    """Counts the checks."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_kib=8, parallelism=1)
        self.checks = 0

    def fits(self, password: str, kept: str | None) -> bool:
        self.checks += 1
        return super().fits(password, kept)
