from fingerpost.reading.marks import Marked, marked


def contents(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in marked(text, 0, len(text))]


def test_curly_and_straight_marks_pair() -> None:
    assert contents('“We will,” she said. "We must."') == ["We will,", "We must."]


def test_a_curly_opening_mark_may_be_closed_by_a_straight_one() -> None:
    assert contents('“It should be more diplomatic," said Joyner.') == ["It should be more diplomatic,"]


def test_of_nested_marks_only_the_outermost_count() -> None:
    text = "‘He used to say, “A twin is not a friend you pick.” I’d sooner put up with mine.’"
    assert contents(text) == [text[1:-1]]


def test_an_apostrophe_closes_nothing() -> None:
    assert contents("‘It’s the councillors’ choice, not mine,’ she said.") == [
        "It’s the councillors’ choice, not mine,"
    ]


def test_a_possessive_outside_marks_opens_nothing() -> None:
    assert contents("The two cities' universities and the city's mayor's office.") == []


def test_a_missing_closing_mark_leaves_the_pair_open_to_the_end_of_the_block() -> None:
    text = "“We met in the spring."
    assert list(marked(text, 0, len(text))) == [Marked(1, len(text), closed=False)]


def test_guillemets_pair() -> None:
    assert contents("He wrote: «We are sorry.»") == ["We are sorry."]
