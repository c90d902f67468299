"""Messages come out of pipes, mbox files and Maildirs with the bytes they were sent as."""

from __future__ import annotations

from pathlib import Path

import pytest

from fingerpost.documents import NotAFile, NotFound, Unsupported
from fingerpost.documents.mailbox import Mail, message_of, messages, name_of

FIRST = b"From: a@example.org\nTo: b@example.org\nMessage-ID: <1@x>\nSubject: The tie\n\nKeep it.\n"
SECOND = b"From: c@example.org\nTo: b@example.org\nMessage-ID: <2@x>\nSubject: Re: The tie\n\nFrom me: yes.\n"
ENVELOPE = b"From a@example.org  Mon Nov 23 16:00:00 2026\n"


def found(path: Path) -> list[bytes]:
    return [mail.data for mail in messages(path) if isinstance(mail, Mail)]


def test_the_line_of_the_delivering_program_is_left_out() -> None:
    assert message_of(ENVELOPE + FIRST, "the pipe").data == FIRST
    assert message_of(FIRST, "the pipe").data == FIRST


def test_what_is_no_mail_is_said() -> None:
    with pytest.raises(Unsupported, match=r"^the pipe is no mail: "):
        message_of(b"Dear mayor,\n\nkeep it.", "the pipe")


def test_the_messages_of_a_file_come_one_by_one(tmp_path: Path) -> None:
    quoted = SECOND.replace(b"\nFrom me", b"\n>From me")
    (tmp_path / "ties.mbox").write_bytes(ENVELOPE + FIRST + b"\n" + ENVELOPE + quoted + b"\n")
    assert found(tmp_path / "ties.mbox") == [FIRST, SECOND]


def test_a_line_that_only_begins_like_an_envelope_parts_no_message(tmp_path: Path) -> None:
    letter = FIRST + b"\nFrom the mayor at noon, 12:00, we heard nothing.\nFrom x 12:00\n"
    (tmp_path / "one.mbox").write_bytes(ENVELOPE + FIRST.replace(b"Keep it.", b"Keep it.\nFrom x at 12:00"))
    assert found(tmp_path / "one.mbox") == [FIRST.replace(b"Keep it.", b"Keep it.\nFrom x at 12:00")]
    (tmp_path / "letter.eml").write_bytes(letter)
    assert found(tmp_path / "letter.eml") == [letter]


def test_a_maildir_gives_what_was_delivered(tmp_path: Path) -> None:
    for folder, data in (("cur", FIRST), ("new", SECOND), ("tmp", b"half")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.host").write_bytes(data)
    assert found(tmp_path) == [FIRST, SECOND]


def test_one_that_is_no_mail_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "ties.mbox").write_bytes(ENVELOPE + b"rubbish\n\n" + ENVELOPE + FIRST)
    first, second = messages(tmp_path / "ties.mbox")
    assert str(first).startswith("message 1 of ties.mbox is no mail")
    assert second == Mail("message 2 of ties.mbox", FIRST)


def test_another_folder_is_no_maildir(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match="no Maildir"):
        list(messages(tmp_path))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        list(messages(tmp_path / "nothing"))


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (b"The tie", "The tie.eml"),
        (b"=?utf-8?q?Kitaky=C5=ABsh=C5=AB?=", "Kitakyūshū.eml"),
        (b"../../etc/passwd", "-..-etc-passwd.eml"),
        (b"=?utf-8?q?a=0D=0ABcc=3A_all?=", "a Bcc: all.eml"),
        (b"", "mail.eml"),
        (b"x" * 5_000, "x" * 120 + ".eml"),
    ],
)
def test_a_mail_is_named_after_its_subject(subject: bytes, name: str) -> None:
    assert name_of(FIRST.replace(b"The tie", subject)) == name
