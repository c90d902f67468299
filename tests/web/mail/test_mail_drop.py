"""Mail comes into the inbox as it was sent, and what came attached to it as sources of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from fingerpost.documents.limits import MAIL_DEPTH
from fingerpost.web.audit.chain import broken_links
from fingerpost.web.audit.models import Entry
from fingerpost.web.casework.working import add_source_to_case, open_case
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.evidence.receiving import receive_source
from fingerpost.web.transfer.verifying import verify

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

MINUTES = b"\xef\xbb\xbfThe council of Norfolk met on Tuesday.\r\nNobody spoke of Kaliningrad.\r\n \t\r\n"
SCAN = b"\x89PNG\r\n\x1a\n\x00\x01"


def letter(text: str = "Please see the minutes.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {
        "From": "Nell <nell@example.org>",
        "Subject": "The tie",
        "Message-ID": "<1@example.org>",
    } | headers
    for name, value in given.items():
        message[name] = value
    message.set_content(text)
    return message


def attach(message: EmailMessage, data: bytes, name: str) -> EmailMessage:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def dropped(data: bytes) -> Source:
    """Give a mail received, read, and all that came attached to it read too."""
    source, _ = receive_source(by=None, data=data, name="mail.eml")
    while waiting := list(Source.objects.filter(state="waiting").values_list("pk", flat=True)):
        for pk in waiting:
            read_now(pk)
    source.refresh_from_db()
    return source


def test_an_attachment_is_a_source_with_the_bytes_it_was(db: None) -> None:
    mail = dropped(attach(letter(), MINUTES, "minutes.txt").as_bytes())
    attachment = mail.attachments.get()
    assert (attachment.name, bytes(attachment.source.original.data)) == ("minutes.txt", MINUTES)
    assert (attachment.source.state, attachment.source.received_by) == ("read", None)
    assert "Nobody spoke of Kaliningrad." in attachment.source.text
    assert verify().faults == []


def test_the_same_attachment_of_two_mails_is_one_source_linked_to_both(db: None) -> None:
    first = dropped(attach(letter("One."), MINUTES, "minutes.txt").as_bytes())
    second = dropped(attach(letter("Two."), MINUTES, "council-minutes.txt").as_bytes())
    assert Source.objects.count() == 3
    source = first.attachments.get().source
    links = list(source.came_with.order_by("pk").values_list("mail", "name"))
    assert links == [(first.pk, "minutes.txt"), (second.pk, "council-minutes.txt")]


def test_what_is_known_already_is_linked_and_stays_as_it_is(cora: User) -> None:
    known, _ = receive_source(by=cora, data=MINUTES, name="as-uploaded.txt", publisher="The council")
    mail = dropped(attach(letter(), MINUTES, "minutes.txt").as_bytes())
    known.refresh_from_db()
    assert mail.attachments.get().source == known
    assert (known.name, known.publisher, known.received_by) == ("as-uploaded.txt", "The council", cora)


def test_a_mail_and_what_came_with_it_are_not_for_the_public(db: None) -> None:
    mail = dropped(attach(letter(), MINUTES, "minutes.txt").as_bytes())
    assert {mail.shown, mail.attachments.get().source.shown} == {Source.Shown.NOTHING}


def test_a_mail_without_words_hands_on_what_came_with_it(db: None) -> None:
    mail = dropped(attach(letter("", Subject=""), SCAN, "scan.png").as_bytes())
    scan = mail.attachments.get().source
    assert (mail.state, scan.state, bytes(scan.original.data)) == ("failed", "failed", SCAN)
    assert scan.problem.startswith("scan.png is a picture")
    assert not list(broken_links())


def test_the_pages_lead_from_the_mail_to_what_came_with_it_and_back(client: Client, cora: User) -> None:
    mail = dropped(attach(letter(), MINUTES, "minutes.txt").as_bytes())
    part = mail.attachments.get().source
    client.force_login(cora)
    assert f'<a href="/desk/sources/{part.pk}/">minutes.txt</a>' in page(client, mail)
    assert f'<a href="/desk/sources/{mail.pk}/">The tie</a>' in page(client, part)


def page(client: Client, source: Source) -> str:
    return str(client.get(f"/desk/sources/{source.pk}/").content.decode())


def test_what_was_left_out_is_said_on_the_page(client: Client, cora: User) -> None:
    message = letter()
    for number in range(201):
        attach(message, b"Letter %d." % number, f"{number}.txt")
    mail, _ = receive_source(by=None, data=message.as_bytes(), name="mail.eml")
    read_now(mail.pk)
    client.force_login(cora)
    assert "Only the first 200 parts were looked at; there are more." in page(client, mail)
    assert mail.attachments.count() == 199


def test_attachments_follow_their_mail_into_a_case(rita: User) -> None:
    inner = attach(letter("Forwarded.", Subject="Earlier"), b"The agreement of 1978.", "agreement.txt")
    outer = letter("See below.")
    outer.add_attachment(inner)
    case = open_case(by=rita, changes={"title": "The tie", "question": "Keep it?"})
    mail, _ = receive_source(by=None, data=outer.as_bytes(), name="mail.eml")
    add_source_to_case(by=None, case=case, source=mail)
    dropped(outer.as_bytes())
    assert {source.name for source in case.sources.all()} == {"mail.eml", "attachment 2", "agreement.txt"}
    again = open_case(by=rita, changes={"title": "Again", "question": "Keep it?"})
    add_source_to_case(by=rita, case=again, source=mail)
    assert set(again.sources.all()) == set(case.sources.all())
    assert Entry.objects.filter(action="add-source-to-case").count() == 6


# Hostile mail


def test_of_mails_in_mails_only_so_many_are_taken_out(db: None) -> None:
    message = attach(letter("The innermost."), b"At the bottom.", "bottom.txt")
    for level in range(100):
        around = letter(f"Level {level}.")
        around.add_attachment(message)
        message = around
    dropped(message.as_bytes())
    assert Source.objects.count() == 1 + MAIL_DEPTH
    assert set(Source.objects.values_list("state", flat=True)) == {"read"}


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "<img src=x onerror=alert(1)>.html",
        'a"; filename="b.html',
        "x" * 500 + ".txt",
        "\u202etxt.exe",
        "a\x00b.txt",
    ],
)
def test_no_name_of_an_attachment_leads_elsewhere(client: Client, cora: User, name: str) -> None:
    mail = dropped(attach(letter(), MINUTES, "PLACEHOLDER").as_bytes().replace(b"PLACEHOLDER", name.encode()))
    part = mail.attachments.get()
    client.force_login(cora)
    assert "/" not in part.source.name and part.name.isprintable()
    assert "<img" not in page(client, mail)
    answer = client.get(f"/desk/sources/{part.source_id}/original")
    assert answer.headers["Content-Disposition"].count('"') == 2
    assert (answer.headers["Content-Type"], answer.content) == ("application/octet-stream", MINUTES)


@pytest.mark.parametrize("header", ["Subject", "From"])
def test_no_header_of_a_mail_becomes_one_of_ours(client: Client, cora: User, header: str) -> None:
    injected = b"=?utf-8?q?a=0D=0ASet-Cookie=3A_x=3D1=0D=0A=0D=0A=3Cscript=3Ealert(1)=3C/script=3E?="
    data = letter(**{header: "PLACEHOLDER@example.org"}).as_bytes()
    mail = dropped(data.replace(b"PLACEHOLDER@example.org", injected))
    client.force_login(cora)
    answer = client.get(f"/desk/sources/{mail.pk}/")
    assert "Set-Cookie" not in answer.headers
    assert "<script>alert" not in answer.content.decode()
    assert "\n" not in mail.title + mail.author


# From a mail server


def environment(data: Path) -> dict[str, str]:
    return {"FINGERPOST_DATA": str(data), "PATH": os.environ["PATH"]}


def pipe(data: Path, message: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Hand a message over as a mail server does: with little in the environment, from another folder."""
    return subprocess.run(
        [sys.executable, "-c", "from fingerpost.cli import main; main()", "add", "--mail", "-", *words],
        input=message,
        env=environment(data),
        cwd="/",
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a register."""
    folder = tmp_path_factory.mktemp("data")
    code = (
        "from fingerpost.web.setup import start_django; start_django()\n"
        "from fingerpost.web.migrating import migrate; migrate()"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(folder), check=True, timeout=120)
    return folder


def test_a_message_delivered_twice_is_one_source(register: Path) -> None:
    message = attach(letter(), MINUTES, "minutes.txt").as_bytes()
    first = pipe(register, b"From nell@example.org  Mon Nov 23 16:00:00 2026\n" + message)
    second = pipe(register, b"From nell@example.org  Mon Nov 23 16:05:00 2026\n" + message)
    assert (first.returncode, first.stdout) == (0, b"Source 1, The tie.eml: in the inbox.\n")
    assert (second.returncode, second.stdout) == (0, b"Source 1, The tie.eml: known already.\n")


def test_what_is_no_mail_goes_back(register: Path) -> None:
    done = pipe(register, b"Dear mayor,\n\nkeep it.\n")
    assert (done.returncode, done.stdout) == (65, b"")
    assert b"standard input is no mail" in done.stderr


def test_where_there_is_no_register_yet_mail_waits(tmp_path: Path) -> None:
    done = pipe(tmp_path, letter().as_bytes())
    assert done.returncode == 75
    assert b"There is no register in this database yet." in done.stderr


def test_where_the_database_is_away_mail_waits(register: Path) -> None:
    done = pipe(register, letter().as_bytes(), "--database", "postgresql://desk@127.0.0.1:1/desk")
    assert done.returncode == 75
