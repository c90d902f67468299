"""Mails: subject, text, sender and date; attachments as further documents."""

from __future__ import annotations

from email.message import EmailMessage

import making
import pytest

from fingerpost.documents import open_document


def test_a_mail_says_who_sent_it_and_when() -> None:
    document = open_document(making.as_mail(), name="letter.eml")
    assert (document.author, document.title) == ("Nell Gagnon", making.HEADLINE)
    assert (document.published, document.published_from) == ("2022-03-15", "metadata")
    assert (document.dates[0].kind, document.dates[0].found_in) == ("sent", "mail: Date header")


def test_attachments_are_further_documents() -> None:
    message = making.mail_of()
    message.add_attachment(
        making.as_docx(), maintype="application", subtype="octet-stream", filename="act.docx"
    )
    message.add_attachment(making.mail_of(["Earlier letter", "We wrote before, in May."]))
    document = open_document(message.as_bytes())
    assert [attachment.name for attachment in document.attachments] == ["act.docx", "attachment 3"]
    assert document.attachments[0].text.startswith(making.HEADLINE)
    assert "We wrote before, in May." in document.attachments[1].text
    assert document.warnings == ()


def test_a_bad_attachment_is_a_warning_and_the_rest_is_read() -> None:
    message = making.mail_of()
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="flag.png")
    message.add_attachment(
        b"Minutes of the meeting.", maintype="text", subtype="plain", filename="minutes.txt"
    )
    document = open_document(message.as_bytes())
    assert [attachment.text for attachment in document.attachments] == ["Minutes of the meeting."]
    assert document.warnings[0].startswith("The attachment flag.png is a picture")


def test_plain_text_goes_before_its_twin_in_html() -> None:
    message = making.mail_of()
    message.add_alternative("<p>Another text.</p>", subtype="html")
    assert "Another text" not in open_document(message.as_bytes()).text


def test_a_mail_of_html_alone_is_read() -> None:
    message = EmailMessage()
    message["From"] = "nell@society.example"
    message["Subject"] = "Re: Fwd: The tie"
    message.set_content("<p>We ask you to keep the tie.</p><p>It costs nothing.</p>", subtype="html")
    document = open_document(message.as_bytes())
    assert document.text == "The tie\n\nWe ask you to keep the tie.\n\nIt costs nothing."
    assert document.author == "nell@society.example"


def test_quoted_words_and_signatures_are_told_apart() -> None:
    quoted = "On Monday, Amos Thibodeau wrote:\n> Will you end it?\n> Please say."
    body = f"We will keep it.\n\n{quoted}\n\n-- \nNell Gagnon\nTreasurer"
    document = open_document(making.mail_of(["Our answer", body]).as_bytes())
    found = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert found == [
        ("headline", "Our answer"),
        ("paragraph", "We will keep it."),
        ("other", "On Monday, Amos Thibodeau wrote:"),
        ("other", "> Will you end it?"),
        ("other", "> Please say."),
        ("signature", "--"),
        ("signature", "Nell Gagnon"),
        ("signature", "Treasurer"),
    ]


def test_flowed_text_is_put_together() -> None:
    head = b"From: a@b.example\nMIME-Version: 1.0\nSubject: Tie\nContent-Type: text/plain; format=flowed\n\n"
    document = open_document(head + b"We ask the council \nto keep the tie.\n\nIt costs \nnothing.\n")
    assert document.text.split("\n\n")[1:] == ["We ask the council to keep the tie.", "It costs nothing.\n"]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?q?Kali=C3=B1ingrad?=", "Kaliñingrad"),
        ("=?nope?q?x?=", "=?nope?q?x?="),
        ("=?utf-8?b?%%%?=", None),
    ],
)
def test_a_coded_subject_is_decoded_where_it_can_be(subject: str, title: str | None) -> None:
    document = open_document(f"From: a@b\nMIME-Version: 1.0\nSubject: {subject}\n\nKeep the tie.".encode())
    assert title is None or document.title == title


def test_a_memo_is_no_mail() -> None:
    head = b"TO: City Council\nFROM: Lucinda Farragut\nDATE: April 5, 2022\nSUBJECT: Sister city"
    memo = head + b"\n\nStaff recommends it."
    document = open_document(memo)
    assert document.media_type == "text/plain"
    assert document.text == memo.decode()
    assert (document.title, document.author, document.published) == (
        "Sister city",
        "Lucinda Farragut",
        "2022-04-05",
    )


def test_a_web_page_saved_as_one_file_is_read() -> None:
    page = making.page_of(making.ARTICLE)
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/bangor\nSubject: Bangor\n"
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n"
        f"Content-Location: https://courier.example/bangor\n\n{page}\n--x--\n"
    )
    document = open_document(saved.encode())
    assert (document.title, document.author) == (making.HEADLINE, None)
    assert document.url == "https://courier.example/bangor"
    assert making.PARAGRAPHS[-1] in document.text
