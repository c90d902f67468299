"""The register's words as visitors read them, in their language."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

STATUS = {
    "proposed": _("proposed"),
    "active": _("active"),
    "suspended": _("suspended"),
    "lapsed": _("lapsed"),
    "ended": _("ended"),
    "historical": _("historical"),
    "unknown": _("not known"),
}
"""Formal status of one side."""

TIE_KIND = {
    "sister_city": _("Sister city"),
    "twin_town": _("Twin town"),
    "friendship_city": _("Friendship city"),
    "partner_city": _("Partner city"),
    "sister_county": _("Sister county"),
    "sister_state": _("Sister state"),
    "other": _("Partnership"),
}

PLACE_KIND = {
    "populated": _("Town or city"),
    "admin2": _("County or district"),
    "admin1": _("State, province or region"),
    "country": _("Country"),
    "other": _("Place"),
}

BODY_KIND = {
    "council": _("Council"),
    "committee": _("Committee"),
    "association": _("Association"),
    "government": _("Government"),
    "company": _("Company"),
    "press": _("Press"),
    "group": _("Group"),
    "other": _("Body"),
}

RESULT = {
    "established": _("Established"),
    "renewed": _("Renewed"),
    "kept": _("Kept"),
    "suspended": _("Suspended"),
    "ended": _("Ended"),
    "restored": _("Restored"),
    "lapsed": _("Lapsed"),
    "proposed": _("Proposed"),
    "letter_only": _("A letter only"),
    "symbols_removed": _("Symbols removed"),
    "activities_frozen": _("Activities frozen"),
    "support_withdrawn": _("Support withdrawn"),
    "handed_over": _("Handed to the association"),
    "kept_condemned": _("Kept and condemned"),
}
"""What a decision decided."""

ROLE = {
    "decides": pgettext_lazy("body", "may decide"),
    "recognises": pgettext_lazy("body", "recognises"),
    "carries": pgettext_lazy("body", "carries"),
    "advises": pgettext_lazy("body", "advises"),
}
"""What a body has to do with a tie."""

EFFECT = {
    "forbids": _("Forbids"),
    "requires": _("Requires"),
    "conditions": _("Sets a condition"),
}
"""What a law does to ties."""

DIRECTION = {
    "in": _("they came here"),
    "out": _("we went there"),
    "both": _("both ways"),
    "remote": _("without travel"),
}
"""Who travelled in an exchange."""

CASE_STATE = {
    "open": pgettext_lazy("case", "open"),
    "decided": pgettext_lazy("case", "decided"),
    "closed": pgettext_lazy("case", "closed"),
}

OUTCOME = {
    "pending": _("Not yet voted on"),
    "carried": _("Carried"),
    "lost": _("Lost"),
    "deferred": _("Deferred"),
    "withdrawn": _("Withdrawn"),
}
"""Of a motion."""

CHOICE = {
    "for": pgettext_lazy("vote", "For"),
    "against": pgettext_lazy("vote", "Against"),
    "abstained": pgettext_lazy("vote", "Abstained"),
    "absent": pgettext_lazy("vote", "Absent"),
}
"""How one member voted."""

STANCE = {
    "keep": _("Keep it"),
    "suspend": _("Suspend it"),
    "end": _("End it"),
    "establish": _("Establish it"),
    "renew": _("Renew it"),
    "restore": _("Restore it"),
    "defer": _("Wait"),
    "other": _("Something else"),
}
"""What somebody wants done about a tie."""

FORCE = {
    "decides": _("decides"),
    "demands": _("demands"),
    "wants": _("wants"),
    "supports": _("supports"),
    "plans": _("plans"),
    "considers": _("considers"),
}
"""How strongly."""

EVENT = {
    "established": _("Established"),
    "renewed": _("Renewed"),
    "questioned": _("Questioned"),
    "called_on": _("Called on to act"),
    "suspended": _("Suspended"),
    "ended": _("Ended"),
    "kept": _("Kept"),
    "restored": _("Restored"),
    "lapsed": _("Lapsed"),
    "proposed": _("Proposed"),
    "waned": _("Grew quiet"),
    "vacancy": _("A post fell vacant"),
    "vote": _("A vote"),
    "letter": _("A letter"),
    "statement": _("A statement"),
    "exchange": _("An exchange"),
    "outside": _("Elsewhere"),
}

POWER = {
    "decides": _("may decide"),
    "advises": _("advises"),
    "carries_out": _("carries it out"),
    "cannot_decide": _("may not decide"),
}
"""Who may do what, as a source says."""

ACTION = {
    "done": pgettext_lazy("action", "done"),
    "planned": pgettext_lazy("action", "planned"),
    "proposed": pgettext_lazy("action", "proposed"),
    "refused": pgettext_lazy("action", "refused"),
}

FACT = {
    "tie": _("The tie"),
    "position": _("A position"),
    "event": _("An event"),
    "action": _("An action"),
    "authority": _("Who may decide"),
    "claim": _("A figure"),
    "quote": _("Words"),
    "actor": _("A name"),
    "place": _("A place"),
}
"""What kind of thing a fact says."""

LIST = {
    "ties": (_("Ties"), _("Both sides of each tie, how each stands today, distance and bearing.")),
    "places": (_("Places"), _("Where they lie, with their numbers in GeoNames.")),
    "decisions": (
        _("Decisions"),
        _("What was decided when, by which instrument, in which words, until when."),
    ),
    "agreements": (_("Agreements"), _("Who signed when, for how long, and how they may be ended.")),
    "exchanges": (_("Exchanges"), _("Who travelled when, how many people, how much money.")),
    "laws": (_("Laws and policies"), _("What they forbid, require or allow, and for which places.")),
    "cases": (_("Cases"), _("The questions, and when the vote is due.")),
    "motions": (_("Motions"), _("Their words, who moved them, and how each member voted.")),
    "facts": (_("Facts"), _("What reviewed sources say, with the passages it rests on.")),
}
"""Lists that can be had as files: their names, and what is in them."""

FORM = {"csv": "CSV", "json": "JSON", "geojson": "GeoJSON", "jsonld": "JSON-LD"}
"""Forms of files, which have the same name in every language."""
