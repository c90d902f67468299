"""Addresses of the cases."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import cases, classes, following, votes

urlpatterns = [
    path("cases/", cases.cases, name="cases"),
    path("cases/new", cases.new_case, name="new_case"),
    path("cases/<int:pk>/", cases.case, name="case"),
    path("cases/<int:pk>/edit", cases.edit_case, name="edit_case"),
    path("cases/<int:pk>/sources", cases.case_source, name="case_source"),
    path("cases/<int:pk>/motions/new", votes.motion, name="new_motion"),
    path("cases/<int:pk>/motions/<int:number>/", votes.motion, name="motion"),
    path("cases/<int:pk>/motions/<int:number>/roll-call", votes.roll_call, name="roll_call"),
    path("cases/<int:pk>/motions/<int:number>/publish", votes.publish, name="publish_motion"),
    path("cases/<int:pk>/decision", votes.decision, name="record_decision"),
    path("cases/<int:pk>/ties", classes.members, name="members"),
    path("cases/<int:pk>/ties/draw", classes.draw, name="draw_class"),
    path("cases/<int:pk>/ties/move", classes.move, name="move_member"),
    path("class-decisions/<int:pk>/", classes.class_decision, name="class_decision"),
    path("class-decisions/<int:pk>/withdraw", classes.withdraw_class, name="withdraw_class"),
    path("class-decisions/<int:pk>/letters/<str:to>", classes.class_letters, name="class_letters"),
    path("cases/<int:pk>/follow-up", following.follow_up, name="add_follow_up"),
    path("cases/<int:pk>/issue", following.issue, name="issue_briefing"),
    path("cases/<int:pk>/briefings/<int:number>.<str:form>", following.issued, name="issued"),
    path("cases/<int:pk>/calendar.ics", following.calendar, name="case_calendar"),
    path("decisions/<int:pk>/withdraw", votes.withdraw, name="withdraw_decision"),
    path("follow-ups/", following.follow_ups, name="follow_ups"),
    path("follow-ups/<int:pk>/", following.change, name="change_follow_up"),
    path("follow-ups/<int:pk>/close", following.close, name="close_follow_up"),
]
