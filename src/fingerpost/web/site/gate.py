"""What the public may see: every public page, feed, download and answer of the API starts from one of these queries.

Nothing is public unreviewed. A finding is public once it was accepted, unless its source is closed; a source
shows its text, its reviewed passages, or nothing; a case once somebody published it; a motion once its roll
call adds up and it was published; a decision unless it was withdrawn or its motion is not public; a tie unless
it is withheld. Mail addresses, notes about people and letters are never public.
"""

from __future__ import annotations

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
    Side,
    Tenure,
    Tie,
)

REVIEWED = (Finding.State.ACCEPTED, Finding.State.CORRECTED)


def ties() -> QuerySet[Tie]:
    """Ties that are not withheld; of merged ones, the record that stands for them."""
    return Tie.objects.filter(merged_into=None, withheld=False)


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
