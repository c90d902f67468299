"""Every address of the public site. They are stable: what was once published is found there for good."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.site.views import (
    about,
    actors,
    atlas,
    cases,
    data,
    feeds,
    home,
    places,
    search,
    signpost,
    sources,
    ties,
    writing,
)

app_name = "site"
urlpatterns = [
    path("", home.home, name="home"),
    path("map/", atlas.the_map, name="map"),
    path("map/land.txt", atlas.land, name="map-land"),
    path("map/ties.json", atlas.ties, name="map-ties"),
    path("signpost.svg", signpost.drawing, name="signpost-svg"),
    path("signpost.pdf", signpost.sheets, name="signpost-pdf"),
    path("ties/", ties.ties, name="ties"),
    path("ties/<int:pk>", ties.tie, name="tie"),
    path("cases/", cases.cases, name="cases"),
    path("cases/<int:pk>", cases.case, name="case"),
    path("people/<int:pk>", actors.person, name="person"),
    path("bodies/<int:pk>", actors.body, name="body"),
    path("places/<int:pk>", places.place, name="place"),
    path("sources/<int:pk>", sources.source, name="source"),
    path("corrections/", about.corrections, name="corrections"),
    path("alerts", writing.ask_alert, name="ask-alert"),
    path("alerts/<str:key>", writing.confirm_alert, name="confirm-alert"),
    path("alerts/<str:key>/end", writing.end_alert, name="end-alert"),
    path("comments", writing.comment, name="comment"),
    path("about/", about.about, name="about"),
    path("data/", data.data, name="data"),
    path("search", search.search, name="search"),
    path("feeds/all.atom", feeds.everything, name="feed"),
    path("feeds/all.ics", feeds.whole_calendar, name="calendar"),
    path("feeds/years/<int:year>.ics", feeds.year_calendar, name="year-calendar"),
    path("feeds/ties/<int:pk>.atom", feeds.tie, name="tie-feed"),
    path("feeds/ties/<int:pk>.ics", feeds.tie_calendar, name="tie-calendar"),
    path("feeds/cases/<int:pk>.atom", feeds.case, name="case-feed"),
    path("feeds/cases/<int:pk>.ics", feeds.case_calendar, name="case-calendar"),
]
