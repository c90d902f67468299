"""Attachments that an earlier version kept under one mail are linked to it still."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.storms.databases import fresh_environment

MIGRATE = """
from fingerpost.web.setup import start_django
start_django()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from fingerpost.web.migrating import migrate, one_transaction

before = [("evidence", "0006_taken_back")]
with one_transaction():
    MigrationExecutor(connection).migrate(before)
    Source = MigrationExecutor(connection).loader.project_state(before).apps.get_model("evidence", "Source")
    mail = Source.objects.create(digest="sha256:1", name="mail.eml", received=timezone.now())
    Source.objects.create(digest="sha256:2", name="minutes.txt", received=timezone.now(), inside=mail)
migrate()
from fingerpost.web.evidence.models import Attachment
print([(link.mail.name, link.source.name, link.name) for link in Attachment.objects.all()])
"""


@pytest.mark.slow
def test_an_attachment_stays_linked_to_its_mail(tmp_path: Path) -> None:
    with fresh_environment(tmp_path) as environment:
        done = subprocess.run(
            [sys.executable, "-c", MIGRATE],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.stdout == "[('mail.eml', 'minutes.txt', 'minutes.txt')]\n", done.stderr
