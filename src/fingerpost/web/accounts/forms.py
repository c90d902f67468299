"""The forms of sign-in, passwords and the second factor, in the desk's words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp

LABELS = {
    "login": "Mail address",
    "email": "Mail address",
    "password": "Password",
    "remember": "Stay signed in on this machine",
    "oldpassword": "The password until now",
    "password1": "The new password",
    "password2": "The new password again",
    "code": "Code",
}
HELP = {
    "password1": "At least eight characters, not a common one, and nothing like your name or address.",
    "code": "The six figures that the authenticator app shows, or one of your recovery codes.",
}


class InOurWords:
    """Gives the fields of one of allauth's forms the desk's labels; a placeholder would only repeat them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class LoginForm(InOurWords, account.LoginForm):
    """Sign in."""


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    """The password again, before something of the account is changed."""


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    """A new password, with the one until now."""


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    """A first password."""


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):
    """Ask for a link to choose a new password."""


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):
    """A new password, by the link."""


class AuthenticateForm(InOurWords, mfa.AuthenticateForm):
    """The second factor, at sign-in."""


class ReauthenticateCodeForm(InOurWords, mfa.ReauthenticateForm):
    """The second factor again, before something of the account is changed."""


class ActivateTOTPForm(InOurWords, totp.ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "The six figures that the app shows now."
