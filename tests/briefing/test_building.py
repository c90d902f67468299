"""What a briefing says of the founding case, and that it refuses to say anything without a passage."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from fingerpost.briefing import Briefing, OrphanPassage, UncitedLine, build
from fingerpost.briefing.model import Section
from fingerpost.briefing.proof import lines_of, prove


def section(briefing: Briefing, key: str) -> Section:
    return next(section for section in briefing.sections if section.key == key)


def said(briefing: Briefing, key: str) -> str:
    groups = section(briefing, key).groups
    return "\n".join(
        "\n".join([group.title or "", *(f"{line.lead or ''} {line.text}" for line in group.lines)])
        for group in groups
    )


def test_sections_stand_in_the_order_a_council_reads_them(briefing: Briefing) -> None:
    assert [section.key for section in briefing.sections] == [
        "question",
        "glance",
        "tie",
        "story",
        "voices",
        "checks",
        "options",
        "next",
        "silent",
        "sources",
    ]


def test_the_council_decides_and_the_association_carries_it_out(briefing: Briefing) -> None:
    words = said(briefing, "question")
    assert "Decides Norfolk City Council." in words
    assert "Carries it out Norfolk Sister City Association." in words


def test_the_tie_is_told_with_start_distance_and_state(briefing: Briefing) -> None:
    words = said(briefing, "tie")
    assert "Norfolk, Virginia, United States – Kaliningrad, Russia" in words
    assert "4,449 miles (7,160 km)" in words
    assert "Since 1992." in words
    assert "Activity Waning." in words


def test_voices_count_people_and_bodies_and_give_exact_words(briefing: Briefing) -> None:
    words = said(briefing, "voices")
    assert "Keep the tie – 2 people and 1 body" in words
    assert "End the tie – 2 people" in words
    assert "Marguerite Inscoe, president, Norfolk Sister City Association" in words
    assert "we desire to continue our quest" in words


def test_options_say_who_is_for_and_against_and_what_each_needs(briefing: Briefing) -> None:
    titles = [group.title for group in section(briefing, "options").groups]
    assert titles == ["Keep the tie", "Suspend the tie", "End the tie"]
    end = section(briefing, "options").groups[2]
    assert [line.lead for line in end.lines] == ["For", "Against", "Needs"]
    assert end.lines[0].text == "Glenn Youngkin and Kenny Alexander."
    assert "A decision by Norfolk City Council" in end.lines[2].text


def test_the_signpost_is_covered_until_the_invasion_ends(briefing: Briefing) -> None:
    assert "cover a signpost at Town Point Park, until Russia ends its invasion." in said(briefing, "next")


def test_the_distance_is_checked_in_plain_words(briefing: Briefing) -> None:
    (distance,) = [line for line in section(briefing, "checks").groups[0].lines if "Distance" in line.text]
    assert (distance.lead, distance.mark) == ("Holds", "holds")
    assert "4,449 miles, as the crow flies" in distance.text


def test_what_is_missing_is_said(briefing: Briefing) -> None:
    words = said(briefing, "silent")
    assert "What Kaliningrad says" in words
    assert "founding document" in words


def test_later_sources_show_the_decision_the_change_of_mind_and_the_conflict(
    later_briefing: Briefing,
) -> None:
    assert "suspended on March 8, 2022 by Norfolk City Council, 7–0" in said(later_briefing, "glance")
    assert "Before: wanted it ended" in said(later_briefing, "voices")
    assert "Sources disagree: when the tie began" in said(later_briefing, "checks")
    assert "Repeats source 1" in said(later_briefing, "sources")


def test_every_quote_is_a_slice_of_its_source(later_briefing: Briefing) -> None:
    texts = {source.number: source.document.text for source in later_briefing.casefile.sources}
    quotes = [run.at for _, line in lines_of(later_briefing) for run in line.runs if run.style == "quote"]
    assert quotes
    assert all(at and texts[at.source][at.start : at.end] == at.text for at in quotes)


def stripped(briefing: Briefing, at: int) -> tuple[Briefing, str]:
    """Give the briefing with what its line number ``at`` stands on taken away, and that line's words."""
    count = -1
    words = ""
    sections = []
    for part in briefing.sections:
        groups = []
        for group in part.groups:
            lines = []
            for line in group.lines:
                count += 1
                if count == at:
                    words = line.text
                    line = replace(line, citations=(), searched=())
                lines.append(line)
            groups.append(replace(group, lines=tuple(lines)))
        sections.append(replace(part, groups=tuple(groups)))
    return replace(briefing, sections=tuple(sections)), words


def test_each_line_without_a_citation_fails_and_is_named(later_briefing: Briefing) -> None:
    total = sum(1 for _ in lines_of(later_briefing))
    assert total > 60
    for at in range(total):
        bare, words = stripped(later_briefing, at)
        with pytest.raises(UncitedLine) as failure:
            prove(bare)
        assert words in str(failure.value)


def test_a_passage_that_left_its_place_fails(briefing: Briefing) -> None:
    source = briefing.casefile.sources[0]
    moved = replace(source, document=replace(source.document, text=" " + source.document.text))
    case = replace(briefing.casefile, sources=(moved,))
    with pytest.raises(OrphanPassage, match="does not stand there"):
        prove(replace(briefing, casefile=case))


def test_a_decision_by_another_than_the_one_who_may_is_shown(briefing: Briefing) -> None:
    case = briefing.casefile
    association = next(a.id for a in case.actors if a.kind == "association")
    start = next(event for event in case.events if event.kind == "established")
    ended = replace(start, kind="ended", actor=association, date=None)
    made = build(replace(case, events=(*case.events, ended)))
    assert "Differs The sources give the decision to Norfolk City Council" in said(made, "checks")


def test_what_the_other_side_decided_stands_by_itself(briefing: Briefing) -> None:
    case = briefing.casefile
    duma = replace(case.actors[0], id="a99", name="City Duma", kind="council", role=None, place=case.partner)
    start = next(event for event in case.events if event.kind == "established")
    ended = replace(start, kind="ended", actor="a99", date=None)
    made = build(replace(case, actors=(*case.actors, duma), events=(*case.events, ended)))
    assert "The other side Kaliningrad, by City Duma: ended." in said(made, "tie")


def test_a_long_source_is_shown_around_its_passages_only(briefing: Briefing) -> None:
    from fingerpost.briefing.apparatus import Apparatus
    from fingerpost.documents.model import Block

    source = briefing.casefile.sources[0]
    document = source.document
    text = document.text + "\n" + "Nothing happened.\n" * 5000
    later = [Block("paragraph", at, at + 17) for at in range(len(document.text) + 1, len(text), 18)]
    long = replace(source, document=replace(document, text=text, blocks=(*document.blocks, *later)))
    apparatus = Apparatus(replace(briefing, casefile=replace(briefing.casefile, sources=(long,))))
    shown = apparatus.paragraphs(long)
    assert shown[-1].number < 30


def test_names_are_joined_and_alternatives_kept_apart() -> None:
    from fingerpost.briefing.words import joined

    assert joined(["kept"], "or") == "kept"
    assert joined(["kept", "suspended", "ended"], "or") == "kept, suspended or ended"
    assert joined(["Norfolk", "Kaliningrad"]) == "Norfolk and Kaliningrad"


def test_dates_within_a_sentence_are_written_as_the_country_writes_them() -> None:
    from fingerpost.briefing.words import days_in

    said = "It was due on 8 May 2015, and again in 2015-06 or on 2015-07-01."
    assert (
        days_in(said, american=True)
        == "It was due on May 8, 2015, and again in June 2015 or on July 1, 2015."
    )
    assert (
        days_in(said, american=False) == "It was due on 8 May 2015, and again in June 2015 or on 1 July 2015."
    )
