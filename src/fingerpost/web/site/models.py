"""How the public site presents itself, who asked for mail about it, and what residents write to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Site(models.Model):
    """The one row of choices about the public site. Until it is open, visitors are sent to the desk."""

    open = models.BooleanField(default=False)
    name = models.CharField(max_length=200, blank=True)
    """Whose site it is, as "City of Norfolk, International Office"."""
    welcome = models.TextField(blank=True)
    contact = models.CharField(max_length=300, blank=True)
    """A mail address or a web address where the office is reached."""
    licence = models.CharField(max_length=200, blank=True)
    """Under which terms the data may be used, as "CC BY 4.0"; empty: none is stated."""
    licence_url = models.URLField(max_length=500, blank=True)
    comments = models.BooleanField(default=False)
    """Whether residents may send comments."""

    @classmethod
    def current(cls) -> Site:
        """Give the choices as they stand; those of a new register where nobody has chosen."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class Subscription(models.Model):
    """Somebody asked for mail about a tie, a case, or (neither) everything; only confirmed ones are sent any.

    Nothing but the address is known of them. The row goes when they end it.
    """

    email = models.EmailField()
    tie = models.ForeignKey("register.Tie", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(
        "casework.Case", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    key = models.CharField(max_length=43, unique=True)
    """What the links in the mails hold, which nobody can guess."""
    language = models.CharField(max_length=10, default="en")
    root = models.URLField(max_length=300)
    """The address of the site where it was asked for, which the links in the mails begin with."""
    asked = models.DateTimeField()
    confirmed = models.DateTimeField(null=True, blank=True)
    told = models.DateTimeField(null=True, blank=True)
    """News up to this moment was sent."""

    class Meta:
        indexes = (models.Index(fields=("email", "asked")), models.Index(fields=("confirmed", "told")))


class Comment(models.Model):
    """What a resident wrote about a tie or a case. Shown once a person let it through; the mail address never."""

    class State(models.TextChoices):
        WAITING = "waiting", "To be read"
        SHOWN = "shown", "Shown"
        REFUSED = "refused", "Not shown"

    tie = models.ForeignKey(
        "register.Tie", null=True, blank=True, on_delete=models.PROTECT, related_name="comments"
    )
    case = models.ForeignKey(
        "casework.Case", null=True, blank=True, on_delete=models.PROTECT, related_name="comments"
    )
    name = models.CharField(max_length=100)
    town = models.CharField(max_length=100)
    email = models.EmailField(blank=True)
    """For the office's questions; never shown."""
    text = models.TextField(max_length=2000)
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("at", "id")
        indexes = (models.Index(fields=("state", "at")),)

    def __str__(self) -> str:
        return f"{self.name}, {self.town}"
