"""Why somebody is not let in, or an account not made. Each error's text is a sentence for a person."""

from datetime import timedelta


class AccountError(Exception):
    """The request cannot be fulfilled as it was asked. `code` is stable."""

    code = "account_error"


class WrongPassword(AccountError):
    """Login and password do not belong together; the same whether or not the account exists."""

    code = "wrong_password"

    def __init__(self) -> None:
        super().__init__("The login or the password is not right. Check both and try again.")


class TooManyAttempts(AccountError):
    """Too many wrong passwords; nothing is checked until `wait` is over."""

    code = "too_many_attempts"

    def __init__(self, wait: timedelta) -> None:
        self.wait_s = max(1, round(wait.total_seconds()))
        super().__init__(f"There were too many wrong passwords. Try again in {self.wait_s} seconds.")


class LoginTaken(AccountError):
    """Another account has this login, perhaps in other capitals."""

    code = "login_taken"

    def __init__(self, login: str) -> None:
        super().__init__(f"There is already an account with the login “{login}”.")


class UnknownLogin(AccountError):
    """There is no account with this login."""

    code = "unknown_login"

    def __init__(self, login: str) -> None:
        super().__init__(f"There is no account with the login “{login}”.")


class BadAccount(AccountError):
    """A login, name or password that cannot be accepted."""

    code = "bad_account"
