"""What the public may see: every public page, feed, download and answer of the API starts from one of these queries.

Nothing is public unreviewed. A finding is public once it was accepted, unless its source is closed; a source
shows its text, its reviewed passages, or nothing; a case once somebody published it; a motion once its roll
call adds up and it was published; a decision unless it was withdrawn or its motion is not public; a tie unless
it is withheld. Mail addresses, notes about people and letters are never public.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.models import Ballot, Case, FollowUp, Motion
from fingerpost.web.evidence.models import Fact, Finding, Judgement, Source
from fingerpost.web.register.models import (
    Agreement,
    Body,
    Decision,
    Exchange,
    Involvement,
    Law,
    Person,
    Place,
    Post,
    Side,
    Succession,
    Tenure,
    Tie,
)
from fingerpost.web.register.reach import Bearing, laws_reaching
from fingerpost.web.register.succession import Heir
from fingerpost.web.register.succession import heirs as heirs_of

REVIEWED = (Finding.State.ACCEPTED, Finding.State.CORRECTED)


def ties() -> QuerySet[Tie]:
    """Ties that are not withheld; of merged ones, the record that stands for them."""
    return Tie.objects.filter(merged_into=None, withheld=False)


def sides() -> QuerySet[Side]:
    """Both ends of public ties."""
    return Side.objects.filter(tie__merged_into=None, tie__withheld=False)


def merged_ties() -> QuerySet[Tie]:
    """Ties that were merged into another: what is known of them belongs to that one."""
    return Tie.objects.exclude(merged_into=None)


def cases() -> QuerySet[Case]:
    """Cases that were published."""
    return Case.objects.exclude(published=None).filter(Q(tie=None) | Q(tie__withheld=False))


def taken_back_cases() -> list[tuple[datetime, Case]]:
    """Cases that were public and are no more, with when each was taken back.

    Their titles and questions are not public any more.
    """
    since = opened()
    if since is None:
        return []
    entries = Entry.objects.filter(subject="casework.case", action="take-back-case", at__gte=since)
    times = {int(pk): at for pk, at in entries.order_by("number").values_list("subject_id", "at")}
    gone = Case.objects.filter(pk__in=times, published=None).filter(Q(tie=None) | Q(tie__withheld=False))
    return [(times[case.pk], case) for case in gone.select_related("tie")]


def opened() -> datetime | None:
    """Give when the site was opened for the first time: what was put right before was never wrong in public."""
    entries = Entry.objects.filter(subject="site.site", action="arrange-site", payload__after__open=True)
    return entries.order_by("number").values_list("at", flat=True).first()


def entered(model: type[Model], ids: Iterable[int]) -> dict[int, datetime]:
    """Give when records of a kind were entered, by id; those of which the history does not tell are left out."""
    entries = Entry.objects.filter(
        subject=model._meta.label_lower,
        subject_id__in=[str(pk) for pk in ids],
        action=f"add-{model._meta.model_name}",
    )
    return {int(pk): at for pk, at in entries.values_list("subject_id", "at")}


def findings() -> QuerySet[Finding]:
    """Reviewed findings of sources that may be quoted."""
    return (
        Finding.objects.filter(state__in=REVIEWED)
        .exclude(source__shown=Source.Shown.NOTHING)
        .filter(Q(tie=None) | Q(tie__withheld=False))
    )


def facts() -> QuerySet[Fact]:
    """Facts that stand, out of sources that may be quoted, about ties that are not withheld."""
    return (
        Fact.objects.filter(superseded=None)
        .filter(Q(finding=None) | ~Q(finding__source__shown=Source.Shown.NOTHING))
        .filter(Q(tie=None) | Q(tie__withheld=False))
    )


def facts_about(field: str, ids: list[int]) -> QuerySet[Fact]:
    """Facts about people or bodies themselves, or that stand on a finding about them.

    Args:
        field: ``person`` or ``body``.
        ids: their keys.
    """
    named = Fact.objects.filter(**{f"{field}__in": ids}).values("pk")
    found = Fact.objects.filter(**{f"finding__{field}__in": ids}).values("pk")
    # one after the other: for an "or" over two tables, a database joins all of both
    return facts().filter(pk__in=named.order_by().union(found.order_by()))


def case_decisions(case: Case) -> QuerySet[Decision]:
    """Decisions that answer a public case: by one of its motions, or with something to be done that it lists."""
    followed = FollowUp.objects.filter(case=case).exclude(decision=None).values("decision")
    voted = Decision.objects.filter(motion__case=case).values("pk")
    # one after the other: of an "or" over both, SQLite makes a walk through every decision there is
    return decisions().filter(pk__in=voted.order_by().union(followed.order_by()))


def motions() -> QuerySet[Motion]:
    """Published motions of published cases."""
    return Motion.objects.exclude(published=None).filter(case__in=cases())


def decisions() -> QuerySet[Decision]:
    """Decisions that count, about ties that are not withheld, whose motion is public where there is one."""
    return Decision.objects.filter(withdrawn=None, side__tie__withheld=False).filter(
        Q(motion=None) | _has_public_motion()
    )


def _has_public_motion() -> Q:
    # Not "motion in": SQLite would collect all decisions by their motions where only the newest are asked for.
    return Q(Exists(motions().filter(pk=OuterRef("motion"))))


def withdrawn_decisions() -> QuerySet[Decision]:
    """Decisions that were public, and entered by mistake."""
    return (
        Decision.objects.exclude(withdrawn=None)
        .filter(side__tie__withheld=False)
        .filter(Q(motion=None) | _has_public_motion())
    )


def superseded_facts() -> QuerySet[Fact]:
    """Facts that stood once, out of sources that may be quoted, about ties that are not withheld.

    What they said may not be public any more: it is where their finding is.
    """
    return (
        Fact.objects.exclude(superseded=None)
        .filter(Q(finding=None) | ~Q(finding__source__shown=Source.Shown.NOTHING))
        .filter(Q(tie=None) | Q(tie__withheld=False))
        .filter(Q(finding=None) | Q(finding__tie=None) | Q(finding__tie__withheld=False))
    )


def corrections() -> QuerySet[Judgement]:
    """Judgements by which public findings came to be what they are: somebody corrected what had been read."""
    return Judgement.objects.filter(
        verdict=Judgement.Verdict.CORRECT, finding__state=Finding.State.CORRECTED, finding__in=findings()
    ).exclude(data=None)


def agreements() -> QuerySet[Agreement]:
    """Agreements on ties that are not withheld."""
    return Agreement.objects.filter(tie__withheld=False)


def exchanges() -> QuerySet[Exchange]:
    """Exchanges of ties that are not withheld; the notes on them stay at the desk."""
    return Exchange.objects.filter(tie__withheld=False)


def involvements() -> QuerySet[Involvement]:
    """Who decides about, recognises and carries ties that are not withheld, or all ties of a place."""
    return Involvement.objects.filter(Q(tie=None) | Q(tie__withheld=False))


def laws() -> QuerySet[Law]:
    """Laws and policies, of which there are no secret ones."""
    return Law.objects.all()


def laws_on(tie: Tie, sides: Sequence[Side], on: date) -> list[Bearing]:
    """Give the laws and policies that bear on a public tie on a day, with the sides that each binds."""
    return laws_reaching(sides, tie.kind, on)


def posts() -> QuerySet[Post]:
    """Posts in bodies, but those for a tie that is withheld."""
    return Post.objects.filter(Q(tie=None) | Q(tie__withheld=False))


def tenures() -> QuerySet[Tenure]:
    """Who held such posts, but people whose personal data was erased."""
    return Tenure.objects.filter(post__in=posts(), person__erased=None)


def ballots() -> QuerySet[Ballot]:
    """Votes on published motions."""
    return Ballot.objects.filter(motion__in=motions())


def successions() -> QuerySet[Succession]:
    """Which place went into which."""
    return Succession.objects.all()


def heirs(places: Iterable[Place], on: date) -> dict[int, list[Heir]]:
    """Give, by id of a place, what it went into by a day."""
    return heirs_of(places, on)


def actors(findings: Iterable[Finding]) -> QuerySet[Finding]:
    """Findings that name who public findings speak of: somebody accepted the finding with the name in it."""
    sources = {finding.source_id for finding in findings}
    return (
        Finding.objects.filter(source__in=sources, kind=Finding.Kind.ACTOR)
        .exclude(state=Finding.State.REJECTED)
        .exclude(source__shown=Source.Shown.NOTHING)
    )


def may_be_read(source: Source | None) -> bool:
    """Tell whether a source that something public rests on has a page of its own."""
    return source is not None and source.state == Source.State.READ and source.shown != Source.Shown.NOTHING


def sources() -> QuerySet[Source]:
    """Sources that may be quoted, and of which something public was found or made."""
    open_ones = Source.objects.filter(state=Source.State.READ).exclude(shown=Source.Shown.NOTHING)
    cited = [
        Exists(findings().filter(source=OuterRef("pk"))),
        Exists(decisions().filter(source=OuterRef("pk"))),
        Exists(motions().filter(source=OuterRef("pk"))),
    ]
    cited += [
        Exists(model.objects.filter(source=OuterRef("pk"), tie__withheld=False))
        for model in (Agreement, Exchange)
    ]
    cited += [Exists(model.objects.filter(source=OuterRef("pk"))) for model in (Law, Involvement)]
    public = Q()
    for one in cited:
        public |= Q(one)
    return open_ones.filter(public)


def merged_places() -> QuerySet[Place]:
    """Places that were merged into another."""
    return Place.objects.exclude(merged_into=None)


def merged_bodies() -> QuerySet[Body]:
    """Bodies that were merged into another."""
    return Body.objects.exclude(merged_into=None)


def merged_people() -> QuerySet[Person]:
    """People who were merged into another."""
    return Person.objects.exclude(merged_into=None)


def places() -> QuerySet[Place]:
    """Places at a side of a public tie."""
    return Place.objects.filter(merged_into=None).filter(
        Exists(Side.objects.filter(place=OuterRef("pk"), tie__in=ties()))
    )


def bodies() -> QuerySet[Body]:
    """Bodies of the register; their mail and postal addresses stay at the desk."""
    return Body.objects.filter(merged_into=None)


def people() -> QuerySet[Person]:
    """People of whom something public is known: words, a post, a vote, a motion."""
    return Person.objects.filter(merged_into=None, erased=None).filter(
        Q(Exists(facts().filter(person=OuterRef("pk"))))
        | Q(Exists(findings().filter(person=OuterRef("pk"))))
        | Q(Exists(Tenure.objects.filter(person=OuterRef("pk"))))
        | Q(Exists(Ballot.objects.filter(person=OuterRef("pk"), motion__in=motions())))
        | Q(Exists(motions().filter(mover=OuterRef("pk"))))
        | Q(Exists(motions().filter(seconder=OuterRef("pk"))))
    )
