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
    """Too many wrong passwords or codes; nothing is checked until `wait` is over."""

    code = "too_many_attempts"

    def __init__(self, wait: timedelta) -> None:
        self.wait_s = max(1, round(wait.total_seconds()))
        super().__init__(f"There were too many wrong passwords or codes. Try again in {self.wait_s} seconds.")


class TooManyEnrolments(TooManyAttempts):
    """Too many computers enrolled from one address, or by one key; this one is taken when `wait` is over."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(wait)
        self.args = (f"Too many computers enrol just now. Try again in {self.wait_s} seconds.",)


class EnrolmentRefused(AccountError):
    """The key is unknown, or ended, or revoked: the same for all."""

    code = "enrolment_refused"

    def __init__(self) -> None:
        super().__init__("The key by which this computer enrols is not valid any more. Ask IT for a new one.")


class EnrolmentOver(AccountError):
    """This profile was enrolled, and IT has ended it or it was linked: it buys no token any more."""

    code = "enrolment_over"

    def __init__(self) -> None:
        super().__init__("IT has ended reporting without a sign-in for this profile. Sign in, or ask IT.")


class UnknownEnrolment(AccountError):
    """There is no such key or enrolment, or it cannot be told from one that is another's."""

    code = "unknown_enrolment"

    def __init__(self, sentence: str = "There is no such enrolment any more.") -> None:
        super().__init__(sentence)


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


class BadCode(AccountError):
    """A one-time code that does not count, whatever the reason: it is told to nobody which."""

    code = "bad_code"

    def __init__(self) -> None:
        super().__init__(
            "This code is not valid: mistyped, used already, replaced by a newer one, or older than a day. "
            "Copy it once more, or ask for a new one."
        )


class SetUpDone(AccountError):
    """There is an admin already, so the set-up code makes no other one."""

    code = "set_up_done"

    def __init__(self) -> None:
        super().__init__("This help desk has an admin already. Ask her for an invitation.")


class HasPassword(AccountError):
    """An invitation is for who has no password yet."""

    code = "has_password"

    def __init__(self, login: str) -> None:
        super().__init__(f"“{login}” has a password already. Reset it instead.")


class BadAccount(AccountError):
    """A login, name or password that cannot be accepted."""

    code = "bad_account"
