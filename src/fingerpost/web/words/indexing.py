"""Keep the index of words: in the transaction of each change, or the whole of it anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db import models, transaction

from fingerpost.web.audit.models import Head
from fingerpost.web.register.merged import all_merged, current_ids
from fingerpost.web.register.models import Place, Record, Side, Tie
from fingerpost.web.words.folding import whole, words_in
from fingerpost.web.words.models import Made, Word
from fingerpost.web.words.subjects import BY_MODEL, SUBJECTS, Subject

AT_ONCE = 500
"""Records that are read together."""
BEHIND = 1 << 40
"""How far what a record is also found by stands behind what it is called: further than records are numbered."""
RULES = "1"
"""To be changed with whatever gives other words: the folding, the subjects. The index is then made anew."""
STATES = frozenset(
    {"state", "version", "tie", "person", "body", "place", "is_home", "published", "withheld", "shown"}
)
"""Fields that change often and that no word comes from."""

Row = tuple[int, str, int]
"""Record, word, rank."""


def index(model: type[models.Model], ids: Iterable[int]) -> None:
    """Make the index fit records that were added or changed, merged or parted.

    What is saved, and the subject of each entry in the history, is indexed without being asked for. Call this, in the
    same transaction, for what else an action writes: rows made many at once, the other record of a merge.
    """
    subject = BY_MODEL.get(model)
    if subject is None:
        return
    for some in _batches(set(ids)):
        wanted = _with_current(model, some)
        _fit(subject, wanted)
        if model is Place:
            index(Tie, Side.objects.filter(place__in=all_merged(Place, wanted)).values_list("tie", flat=True))


def index_saved(
    *, instance: models.Model, update_fields: Collection[str] | None = None, raw: bool = False, **_: Any
) -> None:
    """Index a record that was saved, unless only fields were that no word comes from."""
    told = update_fields is None or not STATES.issuperset(update_fields)
    if told and not raw:
        index(type(instance), [instance.pk])


def index_recorded(*, subjects: Sequence[models.Model], **_: Any) -> None:
    """Index the records that entries in the history are about."""
    ids: dict[type[models.Model], list[int]] = {}
    for subject in subjects:
        ids.setdefault(type(subject), []).append(subject.pk)
    for model, changed in ids.items():
        index(model, changed)


def rebuild() -> int:
    """Make the whole index anew, all or nothing, while changes wait; give how many words it has."""
    with transaction.atomic():
        list(Head.objects.select_for_update())  # whoever would record a change waits
        Word.objects.all().delete()
        number = 0
        for subject in SUBJECTS:
            for ids in all_ids(subject.model):
                rows = rows_of(subject, ids)
                _add(subject, rows)
                number += len(rows)
        Made.objects.update_or_create(pk=1, defaults={"rules": RULES})
    return number


def rebuild_if_outdated() -> None:
    """Make the index anew where it was made by other rules, or never."""
    if not Made.objects.filter(rules=RULES).exists():
        rebuild()


def rows_of(subject: Subject, ids: Collection[int]) -> set[Row]:
    """Give the rows that the index should have for some records of a kind."""
    ranks: dict[tuple[int, str], int] = {}
    for record, text, behind in subject.told(ids):
        rank = (-record if subject.newest_first else record) + behind * BEHIND
        for word in _words(subject, text):
            ranks[record, word] = min(rank, ranks.get((record, word), rank))
    return {(record, word, rank) for (record, word), rank in ranks.items()}


def _words(subject: Subject, text: str) -> set[str]:
    words = words_in(text)
    return words | {whole(text)} if subject.named and words else words


def kept_rows(subject: Subject, ids: Collection[int]) -> set[Row]:
    """Give the rows that the index has for some records of a kind."""
    kept = Word.objects.filter(kind=subject.kind, record__in=ids)
    return set(kept.values_list("record", "word", "rank"))


def all_ids(model: type[models.Model]) -> Iterator[list[int]]:
    """Yield the ids of all records of a kind, AT_ONCE at a time."""
    last = 0
    ids = model._base_manager.order_by("pk").values_list("pk", flat=True)
    while some := list(ids.filter(pk__gt=last)[:AT_ONCE]):
        yield some
        last = some[-1]


def _fit(subject: Subject, ids: Collection[int]) -> None:
    wanted, kept = rows_of(subject, ids), kept_rows(subject, ids)
    if wanted == kept:
        return
    changed = {record for record, _, _ in wanted ^ kept}
    Word.objects.filter(kind=subject.kind, record__in=changed).delete()
    _add(subject, {row for row in wanted if row[0] in changed})


def _add(subject: Subject, rows: Iterable[Row]) -> None:
    words = [
        Word(kind=subject.kind, record=record, word=word, rank=rank) for record, word, rank in sorted(rows)
    ]
    Word.objects.bulk_create(words, batch_size=2_000)


def _with_current(model: type[models.Model], ids: Collection[int]) -> set[int]:
    """Add the records that these were merged into: what is merged has no words of its own."""
    if not issubclass(model, Record):
        return set(ids)
    return {*ids, *current_ids(model, ids).values()}


def _batches(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]
