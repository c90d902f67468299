from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

import fingerpost.reading
from fingerpost.documents.model import Block, Document
from fingerpost.documents.opening import open_document
from fingerpost.evaluation.learning import learn
from fingerpost.evaluation.phrasebook import phrasebook
from fingerpost.evaluation.studying import digest, study
from fingerpost.evaluation.training import is_fresh
from fingerpost.evaluation.validating import KEPT_ASIDE
from fingerpost.reading.columns import Columns
from fingerpost.reading.learned_evidence import CHANGES, TARGET_FACTS
from fingerpost.reading.learned_model import POLARITIES, STANCES, Weights, load_learned
from fingerpost.reading.learned_sentences import Sentence
from fingerpost.reading.model import Actor, Reading
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.reader import read_page
from fingerpost.reading.scoring import Scorer

LEE = Actor(id="a1", name="Ann Lee", kind="person", role="city councilwoman", mentions=())
TEXT = "Lee did not want to end it in 2024 ."


def sentence(operations: dict[int, str] | None = None) -> Sentence:
    """ "Lee did not want to end it in 2024 .", parsed by hand."""
    doc = Doc(
        Vocab(),
        words=TEXT.split(),
        pos=["PROPN", "AUX", "PART", "VERB", "PART", "VERB", "PRON", "ADP", "NUM", "PUNCT"],
        deps=["nsubj", "aux", "neg", "ROOT", "aux", "xcomp", "dobj", "prep", "pobj", "punct"],
        heads=[3, 3, 3, 3, 5, 3, 5, 5, 7, 3],
        lemmas=["Lee", "do", "not", "want", "to", "end", "it", "in", "2024", "."],
        sent_starts=[True] + [False] * 9,
    )
    block = Block(kind="paragraph", start=0, end=len(TEXT))
    page = Page(Document(id="sha256:0", text=TEXT, blocks=(block,)), doc)
    return Sentence(Columns(page), 0, len(doc), operations or {})


def features(**options: bool) -> set[str]:
    return set(sentence({5: "end"}).features(LEE, 0, speaks=options.get("speaks", False)))


def test_a_word_counts_by_itself_and_by_its_group() -> None:
    assert {"w=end", "g=end", "g=op-end"} <= features()


def test_what_is_denied_is_told_apart() -> None:
    assert {"g=end!not", "verb-not", "not-want>end"} <= features()


def test_the_place_of_the_actor_in_its_clause_counts() -> None:
    assert {"way=nsubj", "nsubj&verb=want", "verb-in=want", "under=end"} <= features()


def test_who_speaks_the_words_is_told_apart() -> None:
    assert "way=nsubj+speaks" in features(speaks=True)


def test_an_actor_that_the_sentence_does_not_name_has_no_clause() -> None:
    names = sentence().features(LEE, -1, speaks=True)
    assert "way=unnamed+speaks" in names
    assert not any(name.startswith("verb") for name in names)


def test_no_name_and_no_number_is_a_feature() -> None:
    assert not any(re.search(r"\d|lee|ann", name, re.IGNORECASE) for name in features() - {"verb-in=plan"})


def test_the_shipped_weights_load_and_are_small() -> None:
    weights = load_learned()
    assert weights is not None
    assert set(weights.target) == set(TARGET_FACTS)
    path = Path(fingerpost.reading.__file__).parent / "en" / "learned.json"
    assert path.stat().st_size < 300_000


def test_the_shipped_weights_know_no_numbers() -> None:
    weights = load_learned()
    assert weights is not None
    assert not [name for name in weights.polarity if re.search(r"\d", name)]


def test_the_shipped_weights_belong_to_these_features(root: Path) -> None:
    weights = load_learned()
    assert weights is not None
    book = root / "evaluation" / "phrasebook"
    assert weights.inputs == digest(book), "Run fingerpost train --only positions."


def test_the_phrasebook_names_only_stances_that_there_are(root: Path) -> None:
    told = list(phrasebook(root / "evaluation" / "phrasebook"))
    assert {label["stance"] for article in told for label in article.positions} <= set(STANCES)
    assert all(label["sentence"] in article.text for article in told for label in article.positions)


def test_a_label_is_taken_off_its_line(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Headline\nPike voted no. [Joan Pike=keep; Ravi Mehta=end]\n", "utf-8")
    (article,) = phrasebook(tmp_path)
    assert article.text == "Headline\n\nPike voted no."
    assert [(p["actor"], p["stance"]) for p in article.positions] == [
        ("Joan Pike", "keep"),
        ("Ravi Mehta", "end"),
    ]


@pytest.mark.slow
def test_the_same_articles_give_the_same_weights(root: Path) -> None:
    studied = study([], root / "evaluation" / "phrasebook")
    assert learn(studied) == learn(studied)


@pytest.mark.parametrize(
    ("key", "fresh"),
    [
        ("003", False),
        ("t311", False),
        ("t312", True),
        ("g018", False),
        ("g019", True),
        ("h015", False),
        ("h016", True),
        ("k001", False),
        ("k002", False),
        ("f001", False),
        ("f002", True),
    ],
)
def test_only_articles_that_no_rule_was_written_by_are_fresh(key: str, fresh: bool) -> None:
    assert is_fresh(key) is fresh


def test_a_hand_is_kept_aside() -> None:
    assert "h1" in KEPT_ASIDE


ARTICLE = (
    "NORFOLK, Va. — Norfolk, Virginia, has been a sister city of Kaliningrad, Russia, since 1992. "
    "The Norfolk City Council will vote on ending the agreement.\n\n"
    "Councilman Sam Reed grimaced at the thought of it.\n"
)
GRIMACE = Weights(
    bias=(0.0, 0.0, 0.0, 2.0),
    polarity={"w=grimace": (9.0, 0.0, 0.0, 0.0), "g=end": (0.0, 0.0, 0.0, 1.0)},
    target={"last": 3.0},
    position={"bias": 0.0, "most": 1.0},
)


def reading(monkeypatch: pytest.MonkeyPatch, weights: Weights | None) -> Reading:
    monkeypatch.setattr("fingerpost.reading.positions.load_learned", lambda: weights)
    document = open_document(ARTICLE.encode(), published="2022-03-01")
    return read_page(Page(document, next(parse_all([document]))))


def test_what_is_learned_adds_a_position_with_the_words_that_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    found = reading(monkeypatch, GRIMACE)
    (reed,) = (actor.id for actor in found.actors if actor.name == "Sam Reed")
    (position,) = (position for position in found.positions if position.actor == reed)
    assert (position.stance, position.why, position.words) == ("keep", "learned", ("grimace",))
    assert position.score is not None and position.score > 0.8
    assert "grimaced" in position.passages[0].text


def test_a_position_below_the_threshold_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not reading(monkeypatch, Weights(GRIMACE.bias, {}, {}, {"bias": -9.0})).positions


def test_without_weights_the_rules_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(position.why != "learned" for position in reading(monkeypatch, None).positions)


def test_a_scored_position_keeps_its_score(monkeypatch: pytest.MonkeyPatch) -> None:
    found = reading(monkeypatch, GRIMACE)
    document = open_document(ARTICLE.encode())
    page = Page(document, next(parse_all([document])))
    assert Scorer(page, found.actors).kept(found.positions) == found.positions


def test_the_constants_fit_together() -> None:
    assert set(CHANGES) < set(STANCES)
    assert len(GRIMACE.bias) == len(POLARITIES)
