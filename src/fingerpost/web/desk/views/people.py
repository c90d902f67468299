"""Who works here: invitations, roles, accounts; and erasing what is held of a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.mailing import mail_invitation, sends_mail
from fingerpost.web.accounts.models import Invitation, Membership, Role, User
from fingerpost.web.accounts.people import (
    accept_invitation,
    close_account,
    give_role,
    invite,
    may_give,
    open_invitation,
    password_path,
    reopen_account,
    take_role,
    withdraw_invitation,
)
from fingerpost.web.accounts.permissions import ADMINISTER
from fingerpost.web.desk.fields import RecordField
from fingerpost.web.desk.guard import needs
from fingerpost.web.errors import WebError
from fingerpost.web.register.erasing import erase_person
from fingerpost.web.register.models import Body, Person

BODY_HELP = "Leave it empty for the whole register."
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class RoleForm(forms.Form):
    """A role, in a body or in the whole register."""

    role = forms.ChoiceField(choices=Role.choices, label="Role")
    body = RecordField(Body, required=False, label="In which body", help_text=BODY_HELP)


class InviteForm(RoleForm):
    """Whom to invite, to which role."""

    email = forms.EmailField(label="Mail address")
    field_order = ("email", "role", "body")


class JoinForm(forms.Form):
    """The account of somebody invited."""

    name = forms.CharField(label="Your name", max_length=200)
    password = forms.CharField(
        label="A password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least eight characters.",
    )


class EraseForm(forms.Form):
    """The reason for erasing."""

    why = forms.CharField(
        label="Who asked for it, and when",
        max_length=2000,
        help_text="Without the person's name: this stays.",
    )


@needs(ADMINISTER)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who can sign in, with their roles, and the invitations that are open."""
    return _people(request, InviteForm(), 200)


def _people(request: HttpRequest, form: forms.Form, status: int) -> HttpResponse:
    invitations = Invitation.objects.filter(accepted=None, expires__gt=timezone.now())
    context = {
        "people": User.objects.prefetch_related("memberships__body").order_by("-is_active", "name", "pk"),
        "invitations": [
            (one, _link(request, one)) for one in invitations.select_related("body").order_by("expires")
        ],
        "form": form,
        "role_form": RoleForm(auto_id=False),
        "sends_mail": sends_mail(),
        "may_close": may_give(request.user, None),
    }
    return render(request, "people/people.html", context, status=status)


def _link(request: HttpRequest, invitation: Invitation) -> str:
    return request.build_absolute_uri(reverse("join", args=(invitation.token,)))


@require_POST
@needs(ADMINISTER)
def send_invitation(request: HttpRequest) -> HttpResponse:
    """Invite somebody, by mail where a mail server is set up; otherwise the link is shown."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _people(request, form, 400)
    made = invite(by=request.user, **form.cleaned_data)
    if mail_invitation(to=made.email, inviter=str(request.user), link=_link(request, made)):
        messages.success(request, f"{made.email} is invited by mail.")
    else:
        messages.warning(
            request, f"No mail was sent. Give {made.email} the link below yourself; it holds a week."
        )
    return redirect("people")


@require_POST
@needs(ADMINISTER)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an invitation."""
    withdraw_invitation(by=request.user, invitation=get_object_or_404(Invitation, pk=pk))
    return redirect("people")


@require_POST
@needs(ADMINISTER)
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody a role."""
    form = RoleForm(request.POST)
    if form.is_valid():
        give_role(by=request.user, user=get_object_or_404(User, pk=pk), **form.cleaned_data)
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect("people")


@require_POST
@needs(ADMINISTER)
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a role from somebody."""
    take_role(by=request.user, membership=get_object_or_404(Membership.objects.select_related("user"), pk=pk))
    return redirect("people")


@require_POST
@needs(ADMINISTER)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account, or open it again."""
    user = get_object_or_404(User, pk=pk)
    change = close_account if user.is_active else reopen_account
    change(by=request.user, user=user)
    return redirect("people")


@require_POST
@needs(ADMINISTER)
def new_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a link with which somebody can choose a new password."""
    user = get_object_or_404(User, pk=pk)
    link = request.build_absolute_uri(password_path(by=request.user, user=user))
    return render(request, "people/password.html", {"person": user, "link": link})


@needs(ADMINISTER)
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase what is held of a person."""
    person = get_object_or_404(Person, pk=pk)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        erase_person(by=request.user, person=person, why=form.cleaned_data["why"])
        messages.success(request, "Erased. That something was erased stays in the history.")
        return redirect("record", kind="person", pk=pk)
    context = {"form": form, "person": person}
    return render(request, "people/erase.html", context, status=400 if form.is_bound else 200)


def join(request: HttpRequest, token: str) -> HttpResponse:
    """Take an invitation: with the account one has, or with a new one."""
    user: Any = request.user if request.user.is_authenticated else None
    form = JoinForm(request.POST or None)
    try:
        invitation = open_invitation(token)
        if request.method == "POST" and (user or form.is_valid()):
            joined = accept_invitation(token=token, user=user, **({} if user else form.cleaned_data))
            if user is None:
                login(request, joined, backend=BACKEND)
            messages.success(request, f"Welcome, {joined}.")
            return redirect("home")
    except ValidationError as error:
        form.add_error("password", error.messages)
    except WebError as problem:
        return render(request, "desk/problem.html", {"problem": problem}, status=409)
    context = {"form": form, "invitation": invitation}
    return render(request, "people/join.html", context, status=400 if form.is_bound and not user else 200)
