"""A register of any size whose site is open: cases published, findings reviewed, and the public pages to look at."""

from __future__ import annotations

from bench.keeping import made
from bench.register import fill, optimise, town

COUNTRIES = ("DE", "RU", "FR", "JP", "MX", "CN", "PL", "IT")
"""Where places are that are not in the United States."""


def fill_public(ties: int, *, first: int = 0) -> dict[str, str]:
    """Fill the register and open its site, with cases published and findings reviewed; give the pages to look at."""
    import re

    from django.db import models
    from django.utils import timezone

    from fingerpost.web.casework.models import Case, Motion
    from fingerpost.web.evidence.models import Fact, Finding
    from fingerpost.web.register.models import Person, Place
    from fingerpost.web.site.publishing import arrange_site
    from fingerpost.web.words.indexing import rebuild

    now = timezone.now()
    pages = fill(ties, first=first)
    Place.objects.update(latitude=30 + models.F("pk") % 40, longitude=models.F("pk") % 300 - 150.0)
    for n, country in enumerate(COUNTRIES, 1):
        Place.objects.alias(of=models.F("pk") % (len(COUNTRIES) + 1)).filter(of=n).update(country=country)
    Case.objects.update(published=now)
    Motion.objects.update(published=now)
    number = {name: int(re.findall(r"\d+", pages[name])[0]) for name in ("case", "review")}
    tie = Case.objects.get(pk=number["case"]).tie_id
    person = Person.objects.order_by("pk")[0]
    Finding.objects.filter(state="accepted").update(person=person.pk, kind="position")
    Finding.objects.filter(source=number["review"]).update(tie=tie)
    known = set(Fact.objects.exclude(finding=None).values_list("finding", flat=True))
    accepted = Finding.objects.filter(state="accepted").exclude(pk__in=known)
    made(
        Fact(tie_id=tie, finding_id=pk, predicate="position", data={"stance": "keep"}, date="2022-03", at=now)
        for pk, tie in accepted.values_list("pk", "tie").iterator()
    )
    arrange_site(by=None, changes={"open": True, "name": "City of Bench"})
    rebuild()
    optimise()
    side = Place.objects.filter(sides__tie=tie).order_by("pk")[0]
    return {
        "home": "/",
        "ties": "/ties/",
        "ties, later": "/ties/?page=2",
        "ties by name": f"/ties/?q={town(1)[:3]}",
        "tie": f"/ties/{tie}",
        "tie, as of": f"/ties/{tie}?as_of=2001-01-01",
        "cases": "/cases/",
        "case": f"/cases/{number['case']}",
        "source": f"/sources/{number['review']}",
        "place": f"/places/{side.pk}",
        "body": f"/bodies/{side.bodies.order_by('pk')[0].pk}",
        "person": f"/people/{person.pk}",
        "search": f"/search?q={town(30)}",
        "corrections": "/corrections/",
        "about": "/about/",
        "feed": "/feeds/all.atom",
        "tie's feed": f"/feeds/ties/{tie}.atom",
        "tie's calendar": f"/feeds/ties/{tie}.ics",
        "signpost": "/signpost.svg",
        "ties, of a country": f"/ties/?country={COUNTRIES[0]}",
        "ties, standing so": "/ties/?status=active",
        "map": "/map/?view=world",
        "API list": "/api/v1/ties",
        "API record": f"/api/v1/ties/{tie}",
        "API list of places": "/api/v1/places",
        "API record of a case": f"/api/v1/cases/{number['case']}",
    }
