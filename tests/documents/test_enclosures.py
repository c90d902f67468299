"""What came attached to a mail comes out as the bytes it was before, whatever the mail is like."""

from __future__ import annotations

import random
import time
from email import message_from_bytes, policy
from email.message import EmailMessage

import making
import pytest

from fingerpost.documents import DocumentError, open_document
from fingerpost.documents.enclosing import enclosures
from fingerpost.documents.limits import MAIL_PARTS

HEAD = "From: a@example.org\nTo: b@example.org\nSubject: The tie\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"


def names_and_bytes(data: bytes) -> list[tuple[str, bytes]]:
    return [(enclosure.name, enclosure.data) for enclosure in enclosures(data)]


def with_parts(*parts: str, kind: str = "mixed", boundary: str = "b") -> bytes:
    """Give a mail written by hand, to be as wrong as a test wants it."""
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f"{HEAD}Content-Type: multipart/{kind}; boundary={boundary}\n\n{body}--{boundary}--\n".encode()


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_file_comes_out_as_it_went_in(encoding: str, line_end: bytes) -> None:
    file = bytes(random.Random(1).randrange(256) for _ in range(5_000)) + b"\r\n \t\r\n"
    message = making.mail_of()
    message.add_attachment(
        file, maintype="application", subtype="octet-stream", cte=encoding, filename="minutes.bin"
    )
    data = message.as_bytes(policy=message.policy.clone(linesep=line_end.decode()))
    assert names_and_bytes(data) == [("minutes.bin", file)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_mail_within_a_mail_is_the_very_mail(line_end: str) -> None:
    inner = (
        f"Return-Path:   <x@example.org>{line_end}Received: by  odd{line_end}\tfolding;  here{line_end}"
        f"Subject: =?utf-8?q?Caf=C3=A9?= {'very ' * 40}long{line_end}From: x@example.org{line_end}{line_end}"
        f"Sincerely,{line_end}X{line_end}{line_end}"
    ).encode()
    outer = with_parts("Content-Type: text/plain\n\nSee below.", "Content-Type: message/rfc822\n\nINNER")
    data = outer.replace(b"\n", line_end.encode()).replace(b"INNER", inner)
    assert names_and_bytes(data) == [("attachment 2", inner)]


def test_a_mail_encoded_against_the_rules_is_decoded() -> None:
    part = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nRnJvbTogeEB5CgpIaQo="
    assert names_and_bytes(with_parts(part)) == [("attachment 1", b"From: x@y\n\nHi\n")]


def test_parts_of_a_digest_are_mails() -> None:
    data = with_parts("\nFrom: x@y\n\nFirst.", "\nFrom: x@y\n\nSecond.", kind="digest")
    assert [data for _, data in names_and_bytes(data)] == [b"From: x@y\n\nFirst.", b"From: x@y\n\nSecond."]


def test_a_boundary_that_begins_like_another_is_not_it() -> None:
    inner = "Content-Type: multipart/mixed; boundary=bb\n\n--bb\nContent-Disposition: attachment\n\nx\n--bb--"
    assert [data for _, data in names_and_bytes(with_parts(inner, "\nLetter"))] == [b"x"]


def test_what_is_no_mail_encloses_nothing() -> None:
    assert names_and_bytes(making.as_docx()) == []
    assert names_and_bytes(b"From: the mayor\n\nwith love") == []


def test_pictures_of_the_letter_itself_stay_in_it() -> None:
    logo = "Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\n\nx"
    flag = "Content-Type: image/png\nContent-Disposition: attachment; filename=flag.png\n\nx"
    assert [name for name, _ in names_and_bytes(with_parts(logo, flag))] == ["flag.png"]


# Hostile mail


def nested(levels: int) -> bytes:
    """Give a mail in a mail in a mail."""
    data = f"{HEAD}\nThe innermost.\n".encode()
    for level in range(levels):
        around = with_parts("\nSee below.", "Content-Type: message/rfc822\n\nINNER", boundary=f"b{level}")
        data = around.replace(b"INNER", data)
    return data


def parts_in_parts(levels: int) -> bytes:
    """Give a mail whose parts are made of parts, each with a boundary of its own."""
    data = "\nThe innermost."
    for level in range(levels):
        data = f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n{data}\n--b{level}--"
    return with_parts(data)


@pytest.mark.parametrize("levels", [1, 5, 100, 2_000])
def test_a_mail_nested_ever_so_deep_is_opened(levels: int) -> None:
    data = nested(levels)
    started = time.perf_counter()
    assert open_document(data).text == "The tie\n\nSee below."
    assert [inner for _, inner in names_and_bytes(data)] == [nested(levels - 1)]
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("levels", [100, 5_000])
def test_parts_nested_ever_so_deep_are_given_up(levels: int) -> None:
    started = time.perf_counter()
    assert open_document(parts_in_parts(levels)).text == "The tie"
    assert names_and_bytes(parts_in_parts(levels)) == []
    assert time.perf_counter() - started < 5


def test_of_ten_thousand_parts_the_first_are_taken() -> None:
    part = "Content-Disposition: attachment; filename=letter{}.txt\n\nLetter {}."
    data = with_parts(*(part.format(number, number) for number in range(10_000)))
    started = time.perf_counter()
    document = open_document(data)
    taken = names_and_bytes(data)
    assert time.perf_counter() - started < 10
    assert len(taken) == len(document.attachments) == MAIL_PARTS
    assert f"Only the first {MAIL_PARTS} parts were looked at; there are more." in document.warnings


@pytest.mark.parametrize(
    "filename",
    [
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "a\\r\\nSet-Cookie: x",
        "=?utf-8?q?a=0D=0ABcc=3A_b?=",
        "x" * 70_000,
    ],
)
def test_a_name_is_one_line(filename: str) -> None:
    part = f'Content-Disposition: attachment; filename="{filename}"\n\nx'
    (name, _), *_ = names_and_bytes(with_parts(part))
    assert name.isprintable()


@pytest.mark.parametrize(
    "broken",
    [
        "Content-Type: multipart/mixed\n\nno boundary",
        "Content-Type: multipart/mixed; boundary=\n\n--\nx\n--",
        "Content-Type: multipart/mixed; boundary*0*=utf-8''%FF; boundary*1=x\n\n--x\n\ny",
        "Content-Type: text/plain; charset=no-such-charset\n\nWords.",
        "Content-Type: text/plain; charset=utf-16\n\nWords.",
        "Content-Type: text/plain; charset*=x'y'z; charset=\"\n\nWords.",
        "Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n%%%%===A",
        "Content-Transfer-Encoding: x-uuencode\nContent-Disposition: attachment\n\nbegin 666 x\n\x01\x02\nend",
        'Content-Disposition: attachment; filename*0*="x; filename*9=y\n\nx',
        "Content-Type: message/rfc822\nContent-Disposition: attachment\n\n",
        "Content-Type: /;;;=\n: :\n\nWords.",
        "no header at all",
        "",
    ],
)
def test_a_broken_part_breaks_nothing_else(broken: str) -> None:
    letter = 'Content-Disposition: attachment; filename="letter.txt"\n\nWe met in May.'
    data = with_parts(broken, letter)
    assert ("letter.txt", b"We met in May.") in names_and_bytes(data)
    assert "We met in May." in [inner.text for inner in open_document(data).attachments]


@pytest.mark.parametrize("seed", range(200))
def test_any_damage_gives_parts_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    message = making.mail_of()
    message.add_attachment(b"Minutes.", maintype="text", subtype="plain", filename="minutes.txt")
    message.add_attachment(making.mail_of(["Earlier letter", "We wrote before."]))
    data = bytearray(message.as_bytes())
    for _ in range(chance.choice((1, 5, 30))):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(9)] = chance.choice((b"", b"\n", b"\x00", b"--", b"\xff", b";", b'"'))
    list(enclosures(bytes(data)))
    try:
        open_document(bytes(data), name="mail")
    except DocumentError as error:
        assert str(error).startswith("mail ")


def test_it_takes_mails_apart_as_the_standard_library_does() -> None:
    message = EmailMessage()
    message["From"], message["Message-ID"] = "a@example.org", "<2@example.org>"
    message.set_content("Plain.")
    message.add_alternative("<p>Page.</p>", subtype="html")
    for number in range(5):
        message.add_attachment(
            bytes([number]) * 900, maintype="application", subtype="x", filename=f"{number}"
        )
    parsed = message_from_bytes(message.as_bytes(), policy=policy.compat32)
    expected = [
        (part.get_filename(), part.get_payload(decode=True)) for part in parsed.walk() if part.get_filename()
    ]
    assert names_and_bytes(message.as_bytes()) == expected
