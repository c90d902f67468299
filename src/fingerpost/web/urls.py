"""Every address of the desk."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

handler500 = "fingerpost.web.desk.views.failing.failed"
urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("fingerpost.web.accounts.urls")),
    path("", include("fingerpost.web.desk.urls.home")),
    path("", include("fingerpost.web.desk.urls.people")),
    path("", include("fingerpost.web.desk.urls.sources")),
    path("", include("fingerpost.web.desk.urls.register")),
    path("", include("fingerpost.web.desk.urls.cases")),
    path("", include("fingerpost.web.desk.urls.papers")),
]
