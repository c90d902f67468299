"""How the public site presents itself."""

from __future__ import annotations

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
