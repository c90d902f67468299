"""Addresses of the search, the calendar, the letters and the annual report."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import papers

urlpatterns = [
    path("search/", papers.search, name="search"),
    path("calendar.ics", papers.calendar, name="calendar"),
    path("decisions/<int:pk>/letters/<str:to>.<str:form>", papers.letter, name="letter"),
    path("reports/<int:year>/", papers.report, name="report"),
    path("reports/<int:year>.<str:form>", papers.report_file, name="report_file"),
]
