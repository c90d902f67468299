"""What the public may see: every public page, feed, download and answer of the API starts from one of these queries.

Nothing is public unreviewed. A finding is public once it was accepted, unless its source is closed; a source
shows its text, its reviewed passages, or nothing; a case once somebody published it; a motion once its roll
call adds up and it was published; a decision unless it was withdrawn or its motion is not public; a tie unless
it is withheld. Mail addresses, notes about people and letters are never public.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from fingerpost.web.casework.models import Ballot, Case, Motion
from fingerpost.web.evidence.models import Fact, Finding, Source
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


def motions() -> QuerySet[Motion]:
    """Published motions of published cases."""
    return Motion.objects.exclude(published=None).filter(case__in=cases())


def decisions() -> QuerySet[Decision]:
    """Decisions that count, about ties that are not withheld, whose motion is public where there is one."""
    return Decision.objects.filter(withdrawn=None, side__tie__withheld=False).filter(
        Q(motion=None) | Q(motion__in=motions())
    )


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
