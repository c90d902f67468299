"""The index of words follows every change, and finds names however they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from suspension import source

from fingerpost.places import Candidate

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.register.models import Place, Tie

KALININGRAD = Candidate("Kaliningrad", "populated", "RU", "RU-KGD", 54.7, 20.5, 554234)
NORFOLK = Candidate("Norfolk", "populated", "US", "US-VA", 36.8, -76.3, 4776222)


def find(kind: str, typed: str) -> list[int]:
    from fingerpost.web.words.finding import find
    from fingerpost.web.words.models import Kind

    return list(find(Kind[kind], typed))


def fits() -> bool:
    from fingerpost.web.words.proving import misfits

    return not list(misfits())


def place(by: User, name: str, **more: str) -> Place:
    from fingerpost.web.register.keeping import keep
    from fingerpost.web.register.models import Place

    return keep(by=by, record=Place(), changes={"name": name, **more})


def tie(by: User, here: Place | Candidate = NORFOLK, there: Place | Candidate = KALININGRAD) -> Tie:
    from fingerpost.web.register.keeping import add_tie

    return add_tie(by=by, here=here, there=there, kind="sister_city")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Kitakyūshū", "kitakyushu"),
        ("Kitakyushu", "KITAKYŪSHŪ"),
        ("Łódź", "lodz"),
        ("Århus", "aarhus"),
        ("Königsberg", "konigs"),
        ("Königsberg", "koenigs"),
        ("Königsberg", "KÖNIGS"),
        ("Weißenfels", "weissenfels"),
        ("Калининград", "калинин"),
        ("Королёв", "КОРОЛЕВ"),
        ("Йошкар-Ола", "ола йошкар"),
        ("Αθήνα", "αθηνα"),
        ("Stoke-on-Trent", "stoke trent"),
        ("Stoke-on-Trent", "stoke-on-t"),
        ("L'Aquila", "aquila"),
        ("L'Aquila", "l’aquila"),
        ("L’Aquila", "laquila"),
        ("Saint-Denis", "st denis"),
        ("St. Louis", "saint louis"),
        ("Санкт-Петербург", "петерб санкт"),
        ("東京", "東"),
        ("대전", "대전"),
        ("طرابلس", "طراب"),
        ("Bad Homburg v. d. Höhe", "homburg hohe"),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "llanfairpwllgwyngyll"),
        (
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        ),
    ],
)
def test_a_name_is_found_however_it_is_typed(ada: User, name: str, typed: str) -> None:
    made = place(ada, name)
    place(ada, "Tacoma")
    assert find("PLACE", typed) == [made.pk]


@pytest.mark.parametrize("typed", ["aliningrad", "kaliningradx", "kaliningrad tacoma", "", " - ", "\0"])
def test_what_no_word_begins_with_finds_nothing(ada: User, typed: str) -> None:
    place(ada, "Калининград", other_names="Kaliningrad")
    assert find("PLACE", typed) == []


def test_a_place_out_of_the_gazetteer_is_found_by_all_its_names(ada: User) -> None:
    made = tie(ada)
    there = made.sides.get(order=1).place_id
    for typed in ("konigsberg", "Калининград", "krolewiec", "加里寧"):
        assert find("PLACE", typed) == [there]
        assert find("TIE", f"norfolk {typed}") == [made.pk]


def test_a_new_name_takes_the_place_of_the_old_one(ada: User) -> None:
    from fingerpost.web.register.keeping import keep

    norfolk, other = place(ada, "Norfolk"), place(ada, "Karl-Marx-Stadt")
    made = tie(ada, norfolk, other)
    keep(by=ada, record=other, changes={"name": "Chemnitz"})
    assert find("PLACE", "karl") == find("TIE", "karl") == []
    assert find("PLACE", "chem") == [other.pk]
    assert find("TIE", "chem norf") == [made.pk]


def test_a_merged_place_is_found_as_the_one_it_is_part_of_until_they_are_parted(ada: User) -> None:
    from fingerpost.web.register.keeping import merge, unmerge

    old, new, norfolk = (place(ada, name) for name in ("Königsberg", "Kaliningrad", "Norfolk"))
    with_old, with_new = tie(ada, norfolk, old), tie(ada, norfolk, new)
    merge(by=ada, record=old, into=new)
    assert find("PLACE", "konigs") == [new.pk]
    assert find("TIE", "kalinin") == find("TIE", "konigs") == [with_old.pk, with_new.pk]
    merge(by=ada, record=with_old, into=with_new)
    assert find("TIE", "konigs") == [with_new.pk]
    unmerge(by=ada, record=with_old)
    unmerge(by=ada, record=old)
    assert find("PLACE", "konigs") == [old.pk]
    assert (find("TIE", "konigs"), find("TIE", "kalinin")) == ([with_old.pk], [with_new.pk])
    assert fits()


def test_whole_words_come_before_words_that_go_on(ada: User) -> None:
    longer, other, own = (place(ada, name) for name in ("Norfolkville", "Tacoma", "Norfolk"))
    also = place(ada, "Little Town", other_names="Norfolk")
    assert find("PLACE", "norfolk") == [own.pk, also.pk, longer.pk]
    assert other.pk not in find("PLACE", "norf")


def test_an_erased_person_is_no_longer_found(ada: User) -> None:
    from fingerpost.web.register.erasing import erase_person
    from fingerpost.web.register.keeping import keep, merge
    from fingerpost.web.register.models import Person

    first, second = (
        keep(by=ada, record=Person(), changes={"name": n}) for n in ("Seán O’Brien", "Sean Brien")
    )
    merge(by=ada, record=first, into=second)
    assert find("PERSON", "obrien") == find("PERSON", "brien sean") == [second.pk]
    erase_person(by=ada, person=second, why="asked on 3 May")
    assert find("PERSON", "brien") == find("PERSON", "obrien") == []
    assert fits()


def test_passages_are_found_by_what_they_say(ada: User) -> None:
    from fingerpost.web.evidence.judging import judge_finding, propose_finding

    article = source(title="Norfolk votes", publisher="WVEC")
    article.text = "The council voted to suspend the tie until peace is restored."
    article.save()
    made = propose_finding(
        by=ada,
        source=article,
        kind="event",
        start=21,
        end=44,
        text=article.text[21:44],
        data={"note": "vote"},
    )
    assert article.text[21:44] == "suspend the tie until p"
    assert find("FINDING", "tie suspen") == [made.pk]
    judge_finding(by=ada, finding=made, verdict="correct", seen=0, data={"name": "Suspension"})
    assert find("FINDING", "suspension") == [made.pk]


def test_the_newest_source_comes_first(ada: User) -> None:
    from fingerpost.web.evidence.receiving import receive_source

    made = [receive_source(by=ada, data=bytes([n]), name=f"minutes {n}.txt")[0].pk for n in range(3)]
    assert find("SOURCE", "minutes") == made[::-1]


def test_more_records_than_are_read_at_once_come_each_once_and_in_order(ada: User) -> None:
    from fingerpost.web.register.models import Body
    from fingerpost.web.words.indexing import index

    names = ["City Council", "Council of Cities", "Committee"]
    made = Body.objects.bulk_create(Body(name=f"{names[n % 3]} {n}") for n in range(900))
    index(Body, [body.pk for body in made])
    wanted = [body.pk for n, body in enumerate(made) if n % 3 < 2]
    found = find("BODY", "c")
    assert len(found) == 900
    assert set(find("BODY", "cit council")) == set(wanted)
    assert find("BODY", "council") == wanted


def test_a_whole_name_is_known_in_any_spelling(ada: User) -> None:
    from fingerpost.web.words.finding import find_named
    from fingerpost.web.words.models import Kind

    made = place(ada, "Łódź")
    place(ada, "Łódź East")
    assert find_named(Kind.PLACE, ["LODZ", "Tacoma"]) == {"LODZ": [made.pk]}


def test_two_names_that_begin_with_the_same_forty_letters_are_told_apart(ada: User) -> None:
    from fingerpost.web.words.finding import find_named
    from fingerpost.web.words.models import Kind

    long = "Committee for the Friendship of Norfolk and "
    first, second = place(ada, long + "Tver"), place(ada, long + "Tallinn")
    assert find_named(Kind.PLACE, [long + "Tallinn"]) == {long + "Tallinn": [second.pk]}
    assert find_named(Kind.PLACE, [long + "Toledo"]) == {}
    assert first.pk != second.pk


def test_a_reading_is_indexed_with_its_findings(ada: User) -> None:
    from fingerpost.web.evidence.models import Finding
    from fingerpost.web.evidence.reading import read_now
    from fingerpost.web.evidence.receiving import receive_source

    text = b'Norfolk, Va., March 8. Mayor Kenny Alexander said: "We will suspend the tie with Kaliningrad."'
    received, _ = receive_source(by=ada, data=text, name="vote.txt")
    read_now(received.pk)
    quotes = Finding.objects.filter(kind="quote").values_list("pk", flat=True)
    assert set(quotes) & set(find("FINDING", "suspend kalin"))
    assert fits()


def test_verify_names_what_the_search_does_not_find_and_reindex_mends_it(ada: User) -> None:
    from fingerpost.web.transfer.verifying import verify
    from fingerpost.web.words.indexing import rebuild
    from fingerpost.web.words.models import Kind, Word

    made = tie(ada)
    before = set(Word.objects.values_list("kind", "word", "rank", "record"))
    Word.objects.filter(kind=Kind.TIE).delete()
    Word.objects.create(kind=Kind.BODY, word="ghost", rank=7, record=7)
    faults = verify().faults
    assert len(faults) == 2
    assert f"does not find 1 ties by their words (number {made.pk})" in " ".join(faults)
    assert rebuild() == len(before)
    assert set(Word.objects.values_list("kind", "word", "rank", "record")) == before
    assert verify().faults == []


def test_an_index_made_by_other_rules_is_made_anew_once(ada: User) -> None:
    from fingerpost.web.words.indexing import rebuild_if_outdated
    from fingerpost.web.words.models import Made, Word

    tie(ada)
    Made.objects.update_or_create(pk=1, defaults={"rules": "of an earlier version"})
    Word.objects.all().delete()
    rebuild_if_outdated()
    assert fits()
    Word.objects.all().delete()
    rebuild_if_outdated()
    assert not Word.objects.exists()


def test_the_index_orders_words_by_their_code_points(ada: User) -> None:
    from fingerpost.web.words.models import Word

    for name in ("a b", "ab", "яz", "z", "東"):
        place(ada, name)
    words = list(Word.objects.exclude(word__startswith="=").order_by("word").values_list("word", flat=True))
    assert words == sorted(words)


def test_a_word_that_only_other_kinds_have_is_not_looked_for_in_the_whole_table(ada: User) -> None:
    from bench.work import blocks_of

    from fingerpost.web.words.finding import find_each
    from fingerpost.web.words.models import Kind, Word

    if connection.vendor != "postgresql":
        pytest.skip("SQLite goes by the index whatever it reckons")
    Word.objects.bulk_create(Word(kind=Kind.BODY, word="council", rank=n, record=n) for n in range(20_000))
    Word.objects.bulk_create(Word(kind=Kind.TIE, word=f"tie{n}", rank=n, record=n) for n in range(20_000))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE words_word")
    with CaptureQueriesContext(connection) as queries:
        assert find_each([Kind.TIE], "council", 10) == {}
    assert sum(blocks_of(query["sql"]) for query in queries) < 20
