"""Every address: the desk is under ``/desk/``; the rest of the tree is the public's."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from fingerpost.web.api.endpoints import files

handler400 = "fingerpost.web.failing.not_understood"
handler404 = "fingerpost.web.failing.not_found"
handler500 = "fingerpost.web.failing.failed"
urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("fingerpost.web.accounts.urls")),
    path("api/", include("fingerpost.web.api.urls")),
    path("downloads/", RedirectView.as_view(pattern_name="site:data")),
    path("downloads/<slug:name>.<slug:form>", files.file, name="download"),
    path("desk/", include("fingerpost.web.desk.urls")),
    path("", include("fingerpost.web.site.urls")),
]
