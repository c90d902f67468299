"""The desk's settings for tests: a data folder of their own, quick passwords."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("FINGERPOST_DATA", tempfile.mkdtemp(prefix="fingerpost-test-"))

from fingerpost.web.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
WHITENOISE_AUTOREFRESH = True
