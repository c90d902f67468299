"""How surely a name on a page stands for a place: one rule after the other, the first that speaks decides.

The labels of the entity recogniser are evidence among other evidence: it takes many a foreign town for a
product or a person.
"""

from __future__ import annotations

from collections.abc import Callable

from fingerpost.reading.en import places as en
from fingerpost.reading.toponyms import (
    DASHES,
    Lookout,
    Sign,
    Spot,
    country_of,
    is_joint,
    past_city,
    region_of,
)
from fingerpost.reading.view import View, people_of

Rule = Callable[[View], Sign | None]


def judge(look: Lookout) -> None:
    """Set the sign of every spot."""
    ents = {i: ent for ent in look.doc.ents for i in range(ent.start, ent.end)}
    people = people_of(look)
    for spot in look.spots:
        view = View(look, spot, people, ents)
        for rule in RULES:
            if (sign := rule(view)) is not None:
                spot.sign, spot.why = sign, rule.__name__
                break
    _take_up(look)


def _take_up(look: Lookout) -> None:
    """Let a word of every day that is clearly a place once be one elsewhere, but for the start of a sentence."""
    clear = {spot.form for spot in look.spots if spot.sign == Sign.CLEAR}
    for spot in look.spots:
        token = look.doc[spot.start]
        if (
            spot.why == "everyday"
            and spot.form in clear
            and token.pos_ == "PROPN"
            and not token.is_sent_start
        ):
            spot.sign = Sign.WEAK
    _join(look)


def _join(look: Lookout) -> None:
    """Let names listed with a place be places: ``Dresden, Kiel and Belgrade``."""
    for spots in (look.spots, look.spots[::-1]):
        last: Spot | None = None
        for spot in spots:
            weak = spot.why == "bare" and spot.sign == Sign.WEAK and spot.candidates[0].weight > _LISTED
            if weak and last and is_joint(look, min(last.end, spot.end), max(last.start, spot.start)):
                spot.sign, spot.why = Sign.LIKELY, "listed"
            last = spot if spot.sign >= Sign.LIKELY and not spot.regions else None


_LISTED = 15_000
"""A smaller place that is not known to be one stays what its own words make it."""
_KNOWN = 5_000
"""A smaller place is not meant where somebody has the name: a club cuts ties with its player Castleberry."""


def tied(view: View) -> Sign | None:
    """``Tartu ended its agreement``, ``Barnsley has been paired with``: what only a town does, or has done to it."""
    beside = view.before == "with" and view.before2 in en.TIED_NOUNS | en.TYING
    known = not view.is_person or view.spot.candidates[0].weight > _KNOWN
    if beside and known and not (view.name_after or view.titled or view.ordinary):
        return Sign.LIKELY  # "cut its ties with Eppstein", though somebody writes "Keep Eppstein"
    if view.is_person or view.ends_line or len(view.spot.form) < 4 or view.name_before:
        return None
    ahead = view.look.lower[view.spot.end : view.spot.end + 5]
    if ahead[:1] == [","] and not en.ITS.isdisjoint(ahead[1:2]) and not en.FAR_SIDES.isdisjoint(ahead[2:4]):
        return Sign.CLEAR
    if view.ordinary:
        return None
    if not en.TYING.isdisjoint(ahead[:4]) and not {",", ".", ";"}.intersection(ahead[:3]):
        return Sign.LIKELY
    ends = ahead[0] in en.DECIDED and not en.ITS.isdisjoint(ahead[1:3])
    return Sign.LIKELY if ends and not en.TIED_NOUNS.isdisjoint(ahead[2:]) else None


def dateline(view: View) -> Sign | None:
    """``NORFOLK, Va. —``"""
    return Sign.CLEAR if view.look.is_dateline(view.spot) and not view.ordinary else None


def located(view: View) -> Sign | None:
    """``X, Region``: the region holds a place of that name."""
    spot, at = view.spot, past_city(view.look, view.spot.end)
    if {at, at + 1} & view.look.breaks or view.look.words[at] not in (",", "("):
        return None
    return Sign.CLEAR if view.look.held(spot, at + 1) else None


def short_form(view: View) -> Sign | None:
    """``Va.`` after a place of Virginia."""
    if view.spot.form not in en.SHORT_FORMS:
        return None
    before = view.look.within.get(view.spot.start - 2)
    return Sign.CLEAR if before and view.look.held(before, view.spot.start) else Sign.NOT


def belonging(view: View) -> Sign | None:
    """``Welsh``, ``German``, ``Arab``: adjectives and peoples, and parts of the world."""
    text = view.spot.text
    if view.spot.form in en.BROAD or view.spot.form in en.PEOPLES:
        return Sign.NOT
    is_country = any(place.kind == "country" for place in view.spot.candidates)
    return Sign.NOT if not is_country and (country_of(text) or region_of(text)) else None


def acronym(view: View) -> Sign | None:
    """``SP``, ``DUP``: short and all in capitals, unless it stands for a country or region."""
    text = view.spot.text
    return (
        Sign.NOT
        if len(text) <= 4 and text.isupper() and not view.spot.regions and not view.starts_line
        else None
    )


def function_word(view: View) -> Sign | None:
    """``But``, ``Reading the letter``: the tagger takes the word for no noun."""
    if not view.single or view.spot.regions:
        return None
    usual = view.ordinary or len(view.spot.form) <= 4 or view.spot.text.lower() in view.look.lower_case
    tag = view.look.doc[view.spot.start].pos_
    return Sign.NOT if tag in en.FUNCTION_TAGS and usual and view.label != "GPE" else None


def hyphened(view: View) -> Sign | None:
    """``Soo-min``: part of another word; ``Norfolk-based`` is not."""
    if view.after not in DASHES or view.look.doc[view.spot.end - 1].whitespace_ or not view.after2:
        return None
    if view.after2 in en.COMPOUND:
        return Sign.LIKELY
    return Sign.NOT if view.look.words[view.spot.end + 1][0].islower() else None


def titled(view: View) -> Sign | None:
    """``Councillor Kemp``, ``Lake Victoria``."""
    if view.single and view.spot.form in en.TITLES:
        return Sign.NOT
    capital = view.before and view.look.words[view.spot.start - 1][0].isupper()
    if capital and (view.before in en.TITLES or view.before in en.NOT_BEFORE):
        return Sign.NOT
    return None


def tail(view: View) -> Sign | None:
    """``Kenny Alexander``: the last part of a longer name."""
    usual = view.before in en.AREA or view.before in en.SETTLEMENT or view.before in en.DAYS
    word = view.look.words[view.spot.start - 1]
    if not view.name_before or usual or country_of(word) or region_of(word):
        return None
    return Sign.NOT


def head(view: View) -> Sign | None:
    """``Norfolk City Council``, ``Troy Joyner``: the first part of a longer name."""
    if not view.name_after or view.in_title_case:
        return None
    if view.after in en.TITLES and view.after not in en.KINSHIP:
        return Sign.NOT if view.ordinary else Sign.LIKELY
    ahead = _capitals(view.look, view.spot.end)
    if len(ahead) > 1 and ahead[0] in en.CITY and ahead[1] in en.COUNCIL:
        if not view.ordinary:
            return Sign.LIKELY
        if view.look.doc[view.spot.start].pos_ == "PROPN":
            return Sign.CLEAR  # "Reading Borough Council"
    if any(word in en.BODY for word in ahead):
        return Sign.NOT if view.ordinary else Sign.PART
    if any(word in en.THING for word in ahead):
        return Sign.NOT if view.ordinary else Sign.PART
    if view.look.doc[view.spot.end].pos_ != "PROPN":
        return None
    return Sign.PART if view.wider and view.label in ("ORG", "FAC", "EVENT") else Sign.NOT


def listed_in_body(view: View) -> Sign | None:
    """``Newry, Mourne and Down District Council``: one of the names that make up a body's."""
    look, at, joined = view.look, view.spot.end, False
    while at < min(view.spot.end + 9, len(look.words)) and at not in look.breaks:
        word = look.lower[at]
        if word in (",", "and", "&"):
            joined = True
        elif not look.words[at][0].isupper():
            return None
        elif word in en.BODY:
            return Sign.PART if joined and look.words[at - 1][0].isupper() else None
        elif word in en.TITLES or word in en.DAYS:
            return None
        at += 1
    return None


def person(view: View) -> Sign | None:
    """``Virginia Woolf``: inside what the recogniser takes for a person's name of several words."""
    return Sign.NOT if view.label == "PERSON" and view.wider else None


def called(view: View) -> Sign | None:
    """``city of X``, ``sister city X``, ``X county``."""
    if view.name_after and any(word in en.BODY for word in _capitals(view.look, view.spot.end)):
        return None
    of = view.before == "of" and (view.before2 in en.SETTLEMENT or view.before2 in en.REGION)
    if of or (view.before in en.SETTLEMENT and not view.ordinary and not view.name_before):
        return None if view.name_after else Sign.CLEAR
    return Sign.CLEAR if view.after in en.REGION and view.spot.regions else None


def named_after(view: View) -> Sign | None:
    """``Queen of Comox``, ``University of Kansas``: part of the name before ``of``; not ``Jane Smith of Comox``."""
    at = view.spot.start - 2
    if view.before != "of" or at < 0 or not view.look.words[at][0].isupper() or at in view.look.breaks:
        return None
    if view.before2 in en.OFFICES or view.look.doc[at].is_sent_start:
        return None
    return Sign.CLEAR if view.look.doc[at].ent_type_ == "PERSON" else Sign.PART


def department(view: View) -> Sign | None:
    """``the Eastern Cape education department``, ``the Odense city council``: a body, though in small letters."""
    look = view.look
    if view.before != "the" or view.owner or view.ends_line or not look.words[view.spot.end][0].islower():
        return None
    ahead = look.lower[view.spot.end : view.spot.end + 3]
    return Sign.PART if any(word in en.LOWER_BODY for word in ahead) else None


def paired(view: View) -> Sign | None:
    """``Apeldoorn – Boaco``: two names with a dash between."""
    look, spot = view.look, view.spot
    other = look.at.get(spot.end + 1) if view.after in DASHES else None
    if other is None and view.before in DASHES and spot.start - 1 not in look.breaks:
        other = look.within.get(spot.start - 2)
    if other is None or view.is_person or min(len(spot.form), len(other.form)) < 4:
        return None
    apart = look.doc[min(spot.end, other.end) - 1].whitespace_
    known = all(name.candidates[0].weight > 20_000 for name in (spot, other))
    return Sign.LIKELY if apart or (known and not view.name_after) else None


def after_cue(view: View) -> Sign | None:
    """``RELATED: Haltwhistle baths to reopen``: what a promo line or caption opens with."""
    block = view.look.page.block_at(view.look.offsets[view.spot.start])
    opens = view.before in (":", "|") or view.starts_line
    if not opens or block is None or block.kind not in ("promo", "caption") or view.is_person:
        return None
    return Sign.LIKELY if not view.ends_line and view.look.words[view.spot.end][0].islower() else None


def measured(view: View) -> Sign | None:
    """``20 miles from Bend``, ``north of Perth``."""
    return Sign.CLEAR if view.before in ("from", "of", "to") and view.before2 in en.MEASURES else None


def with_article(view: View) -> Sign | None:
    """``the Mississippi``: a river, a ship, a newspaper, unless it goes with a noun or is a country."""
    if view.before != "the" or view.spot.text.lower().startswith("the "):
        return None
    if any(place.kind == "country" for place in view.spot.candidates):
        return None
    if view.spot.form.rpartition(" ")[2] in en.WITH_ARTICLE:
        return Sign.LIKELY
    return None if view.look.doc[view.spot.end - 1].dep_ in ("compound", "amod", "nmod", "poss") else Sign.NOT


def ward(view: View) -> Sign | None:
    """``the Oakland neighborhood``: a part of a town."""
    return (
        Sign.NOT
        if view.after in ("neighborhood", "neighbourhood", "ward", "precinct", "subdivision")
        else None
    )


def everyday(view: View) -> Sign | None:
    """``Reading``, ``Most``: a word of every day needs more than a capital."""
    if not view.ordinary:
        return None
    return Sign.LIKELY if view.label == "GPE" and view.before in en.LOCATIVE else Sign.NOT


def somebody(view: View) -> Sign | None:
    """A name that is also part of a person's name on this page."""
    if not view.is_person or not view.single:
        return None
    if view.thing in en.SPEECH or view.label == "PERSON":
        return Sign.NOT
    return Sign.LIKELY if view.before in en.LOCATIVE else Sign.NOT


def locative(view: View) -> Sign | None:
    """``in Norfolk``."""
    return Sign.CLEAR if view.before in en.LOCATIVE else None


def labelled(view: View) -> Sign | None:
    """What the recogniser says: a town or country, or part of a body's name."""
    if view.label == "GPE":
        return Sign.LIKELY
    if view.wider and view.label in ("ORG", "FAC", "EVENT", "WORK_OF_ART"):
        return Sign.PART
    return None


def owning(view: View) -> Sign | None:
    """``Tamworth's mayor``, ``ties with Luohe``."""
    if view.thing in en.OWNED or view.before in en.DIRECTIVE or view.label in ("LOC", "NORP"):
        return Sign.LIKELY if view.look.doc[view.spot.end - 1].pos_ == "PROPN" else Sign.WEAK
    return None


def bare(view: View) -> Sign:
    """Nothing speaks for it."""
    token = view.look.doc[view.spot.end - 1]
    usual = view.spot.text.lower() in view.look.lower_case
    return (
        Sign.NOT
        if view.single and (usual or (token.pos_ in en.FUNCTION_TAGS and token.is_ascii))
        else Sign.WEAK
    )


RULES: tuple[Rule, ...] = (
    short_form,
    dateline,
    belonging,
    located,
    acronym,
    tied,
    function_word,
    hyphened,
    titled,
    called,
    tail,
    head,
    listed_in_body,
    person,
    named_after,
    measured,
    department,
    paired,
    ward,
    with_article,
    everyday,
    somebody,
    locative,
    after_cue,
    labelled,
    owning,
    bare,
)


def _capitals(look: Lookout, at: int) -> list[str]:
    """Give the capitalised words from ``at`` on, in lower case, four at most."""
    found: list[str] = []
    while at < len(look.words) and at not in look.breaks and len(found) < 4 and look.words[at][0].isupper():
        found.append(look.lower[at])
        at += 1
    return found
