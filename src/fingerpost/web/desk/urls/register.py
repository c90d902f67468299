"""Addresses of the register."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import register, sheets, ties

urlpatterns = [
    path("ties/", ties.ties, name="ties"),
    path("ties/new", ties.new_tie, name="new_tie"),
    path("ties/<int:pk>/", ties.tie, name="tie"),
    path("findings/<int:pk>/part", ties.part, name="take_part"),
    path("register/", register.register, name="register"),
    path("register/<str:kind>/", register.records, name="records"),
    path("register/<str:kind>/sheet", sheets.sheet, name="sheet"),
    path("register/<str:kind>/sheet.<str:form>", sheets.template, name="template"),
    path("register/<str:kind>/new", register.edit, name="new_record"),
    path("register/<str:kind>/<int:pk>/", register.record, name="record"),
    path("register/<str:kind>/<int:pk>/edit", register.edit, name="edit_record"),
    path("register/<str:kind>/<int:pk>/merge", register.merge_record, name="merge"),
    path("register/<str:kind>/<int:pk>/unmerge", register.unmerge_record, name="unmerge"),
]
