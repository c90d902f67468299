"""Users, the roles they hold, and invitations."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone


class Role(models.TextChoices):
    """What someone may do in a body; each role may do all that those before it may, clerks and reviewers apart."""

    CONTRIBUTOR = "contributor", "Contributor"
    REVIEWER = "reviewer", "Reviewer"
    CLERK = "clerk", "Clerk"
    ADMINISTRATOR = "administrator", "Administrator"


class User(AbstractUser):
    """Someone who signs in, by mail address."""

    first_name = None
    last_name = None
    name = models.CharField(max_length=200)
    email = models.EmailField(unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ("username", "name")

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class Membership(models.Model):
    """A role of a user; ``body`` None: in the whole register."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    body = models.ForeignKey(
        "register.Body", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "body", "role"), name="one_membership", nulls_distinct=False
            ),
        )


def new_token() -> str:
    """Give a token that cannot be guessed."""
    return secrets.token_urlsafe(32)


def in_a_week() -> datetime:
    """Give the time an invitation made now runs out."""
    return timezone.now() + timedelta(days=7)


class Invitation(models.Model):
    """An invitation by mail to a role."""

    email = models.EmailField()
    body = models.ForeignKey(
        "register.Body", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    role = models.CharField(max_length=20, choices=Role)
    token = models.CharField(max_length=64, unique=True, default=new_token)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(default=in_a_week)
    accepted = models.DateTimeField(null=True, blank=True)
