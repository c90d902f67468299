"""Addresses of the cases."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import cases

urlpatterns = [
    path("cases/", cases.cases, name="cases"),
    path("cases/new", cases.new_case, name="new_case"),
    path("cases/<int:pk>/", cases.case, name="case"),
    path("cases/<int:pk>/edit", cases.edit_case, name="edit_case"),
    path("cases/<int:pk>/sources", cases.case_source, name="case_source"),
    path("cases/<int:pk>/motions/new", cases.motion, name="new_motion"),
    path("cases/<int:pk>/motions/<int:number>/", cases.motion, name="motion"),
    path("cases/<int:pk>/motions/<int:number>/roll-call", cases.roll_call, name="roll_call"),
    path("cases/<int:pk>/motions/<int:number>/publish", cases.publish, name="publish_motion"),
    path("cases/<int:pk>/decision", cases.decision, name="record_decision"),
    path("cases/<int:pk>/follow-up", cases.follow_up, name="add_follow_up"),
    path("cases/<int:pk>/issue", cases.issue, name="issue_briefing"),
    path("cases/<int:pk>/briefings/<int:number>.<str:form>", cases.issued, name="issued"),
    path("cases/<int:pk>/calendar.ics", cases.calendar, name="case_calendar"),
    path("follow-ups/<int:pk>/close", cases.close, name="close_follow_up"),
]
