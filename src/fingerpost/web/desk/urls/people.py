"""Addresses of accounts, roles and invitations."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import people

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/invite", people.send_invitation, name="invite"),
    path("people/invitations/<int:pk>/withdraw", people.withdraw, name="withdraw_invitation"),
    path("people/<int:pk>/roles", people.give, name="give_role"),
    path("people/roles/<int:pk>/take", people.take, name="take_role"),
    path("people/<int:pk>/close", people.close, name="close_account"),
    path("people/<int:pk>/password", people.new_password, name="new_password"),
    path("register/person/<int:pk>/erase", people.erase, name="erase_person"),
    path("join/<str:token>/", people.join, name="join"),
]
