"""Pages as newspapers make them: the article is read, and what stands around it is not."""

from __future__ import annotations

import pytest

from fingerpost.documents import Document, open_document

PARAGRAPHS = [
    "SPRINGFIELD, Ohio (News 6) — Springfield is cutting off its sister city in Russia.",
    "City commissioners voted 4-1 Tuesday night to suspend the city's agreement with Ryazan, a partnership signed "
    "on Sept. 14, 1993.",
    "“We are not ending a friendship tonight,” said Mayor Loretta Haines, who voted yes. “We are putting it on "
    "the shelf.”",
    "Ryazan lies about 5,100 miles from Springfield, on the Oka River southeast of Moscow.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NEWS_PAGE = f"""<!doctype html><html lang="en-US"><head><meta charset="utf-8">
<title>Springfield axes ties with Russian sister city | Miami Valley Courier</title>
<meta property="og:title" content="Springfield axes ties with Russian sister city">
<meta property="og:site_name" content="Miami Valley Courier">
<meta property="article:published_time" content="2022-03-15T23:08:00-04:00">
<meta property="article:modified_time" content="2022-03-16T09:00:00-04:00">
<link rel="canonical" href="https://courier.example/springfield-axes-ties">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2022-03-15T23:08:00-04:00",
 "author": {{"@type": "Person", "name": "Dana Whitlock"}}}}</script></head><body>
<div class="cookie-consent"><p>We use cookies to improve your experience on this site.</p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sports">Sports</a></li></ul></nav></header>
<main><article><h1>Springfield axes ties with Russian sister city</h1>
<figure><img src="a.jpg"><figcaption>The Ryazan flag outside City Hall. (Credit: News 6)</figcaption></figure>
{BODY}
<div class="related-box"><h3>Related stories</h3><ul><li><a href="/1">Church collects coats</a></li></ul></div>
<p><strong>RELATED: <a href="/3">Youngstown church collects winter coats</a></strong></p>
<h2>‘Up to the cities’</h2>
<p>The commission also agreed:</p><ul><li>to take down the flag;</li><li>to write to Ryazan.</li></ul>
</article><aside><h3>Most read</h3><p>Five things to do this weekend in the valley.</p></aside></main>
<footer><p>Copyright 2022 Miami Valley Courier. All rights reserved.</p></footer></body></html>"""


def opened(page: str) -> Document:
    return open_document(page.encode())


def texts(document: Document, *kinds: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind in kinds]


def test_a_news_page_gives_its_article() -> None:
    document = opened(NEWS_PAGE)
    assert texts(document, "dateline") == ["SPRINGFIELD, Ohio (News 6) —"]
    assert texts(document, "paragraph") == [
        PARAGRAPHS[0].split("— ")[1],
        *PARAGRAPHS[1:],
        "The commission also agreed:",
    ]
    assert texts(document, "list") == ["to take down the flag;", "to write to Ryazan."]
    assert texts(document, "headline") == [document.title, "‘Up to the cities’"]
    assert texts(document, "caption") == ["The Ryazan flag outside City Hall. (Credit: News 6)"]
    assert texts(document, "promo") == ["RELATED: Youngstown church collects winter coats"]


@pytest.mark.parametrize("words", ["cookies", "Sports", "Most read", "Five things", "Church collects coats"])
def test_what_stands_around_the_article_is_left_out(words: str) -> None:
    assert words not in opened(NEWS_PAGE).text


def test_a_news_page_says_what_it_is() -> None:
    document = opened(NEWS_PAGE)
    assert document.title == "Springfield axes ties with Russian sister city"
    assert (document.author, document.publisher) == ("Dana Whitlock", "Miami Valley Courier")
    assert document.url == "https://courier.example/springfield-axes-ties"
    assert (document.published, document.published_from, document.language) == (
        "2022-03-15",
        "metadata",
        "en-US",
    )
    assert [(date.kind, date.found_in) for date in document.dates] == [
        ("published", "page: meta article:published_time"),
        ("modified", "page: meta article:modified_time"),
    ]


def test_the_date_of_linked_data_counts_where_no_other_stands() -> None:
    page = NEWS_PAGE.replace("article:published_time", "other").replace("article:modified_time", "other")
    assert opened(page).dates[0].found_in == "page: JSON-LD datePublished"


def test_a_visible_date_comes_from_the_text() -> None:
    document = opened(f"<html><body><h1>City suspends its tie</h1><p>March 15, 2022</p>{BODY}</body></html>")
    assert (document.published, document.published_from) == ("2022-03-15", "text")


@pytest.mark.parametrize(
    "body",
    [
        "<br><br>".join(PARAGRAPHS),
        "".join(f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS),
        f"<table><tr><td><a href=/>Home</a></td><td>{BODY}</td></tr></table>",
        BODY.replace(". ", ".\n\n    "),
        BODY.replace("Ryazan", "<b>Rya<i>z</i>an</b>"),
    ],
    ids=["line breaks", "divisions", "layout table", "source lines", "inline tags"],
)
def test_paragraphs_are_found_however_they_are_set(body: str) -> None:
    document = opened(
        f"<html><head><title>City suspends its tie</title></head><body><div>{body}</div></body></html>"
    )
    assert texts(document, "paragraph")[-3:] == PARAGRAPHS[1:]


def test_marks_that_the_browser_would_set_are_written_out() -> None:
    page = f"<html><body>{BODY}<p><q>We <em>fold</em> it,</q> said the mayor of the city.</p></body></html>"
    assert "“We fold it,” said the mayor of the city." in opened(page).text


def test_a_short_page_is_read_too() -> None:
    assert opened("<html><body><p>The council ended its tie with Tver.</p></body></html>").text == (
        "The council ended its tie with Tver."
    )


@pytest.mark.parametrize(
    "middle",
    ["<div>" * 100_000, "<b>" * 100_000, "<p " + " ".join(f'a{n}="x"' for n in range(50_000)) + ">"],
    ids=["deep", "deep inline", "a tag of many attributes"],
)
def test_a_hostile_page_is_read_plainly(middle: str) -> None:
    document = opened(f"<html><body>{BODY}{middle}<p>The end.</p>")
    assert texts(document, "paragraph")[1] == PARAGRAPHS[1]
    assert "menus may be among it" in document.warnings[0]


def test_impossible_characters_of_a_page_do_not_get_into_the_text() -> None:
    text = opened(
        f"<html><body>{BODY}<p>One &#xD800; two &#0; three &#x1; four &#xFFFF; five.</p></body></html>"
    ).text
    assert not {"\ud800", "\0", "\x01", "\uffff"} & set(text)
