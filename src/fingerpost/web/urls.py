"""Every address: the desk is under ``/desk/``; the rest of the tree is the public's."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

handler500 = "fingerpost.web.desk.views.failing.failed"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="home")),
    path("account/", include("fingerpost.web.accounts.urls")),
    path("desk/", include("fingerpost.web.desk.urls")),
]
