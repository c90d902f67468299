"""Django's settings, all from the environment (see fingerpost.settings for each variable's meaning)."""

from __future__ import annotations

from pathlib import Path

from fingerpost import settings as chosen
from fingerpost.web.logs import logging_config
from fingerpost.web.setup import data_folder, database_of, mail_of, secret_key

DATA = data_folder()
DEBUG = False
SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = (chosen.HOSTS.value or "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in ALLOWED_HOSTS if host not in {"localhost", "127.0.0.1", "[::1]"}
]
HTTPS = chosen.HTTPS.value == "yes"
FETCH_ALLOWED = chosen.FETCH.value == "yes"
MAIL_URL = chosen.MAIL.value
SECOND_READER = chosen.SECOND_READER.value == "yes"

INSTALLED_APPS = [
    "fingerpost.web.accounts",
    "fingerpost.web.audit",
    "fingerpost.web.evidence",
    "fingerpost.web.register",
    "fingerpost.web.casework",
    "fingerpost.web.words",
    "fingerpost.web.site",
    "fingerpost.web.api",
    "fingerpost.web.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "fingerpost.web.heads.without_body",
    "fingerpost.web.logs.request_log",
    "fingerpost.web.policy.Policy",
    "fingerpost.web.probing.probes",
    "fingerpost.web.api.answering.readable_from_anywhere",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "fingerpost.web.site.languages.Languages",
    "fingerpost.web.site.sessions.DeskSessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fingerpost.web.desk.home.at_home",
]

ROOT_URLCONF = "fingerpost.web.urls"
WSGI_APPLICATION = "fingerpost.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "desk" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fingerpost.web.desk.navigation.navigation",
            ],
        },
    },
    {
        # The public pages know no user, no session and no messages.
        "NAME": "site",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "site" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "fingerpost.web.site.context.presented",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "fingerpost.web.site.templatetags.showing",
            ],
        },
    },
]

DATABASES = {"default": database_of(chosen.DATABASE.value, DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "fingerpost.web.accounts.adapter.Adapter"
ACCOUNT_FORMS = {
    "login": "fingerpost.web.accounts.forms.LoginForm",
    "reauthenticate": "fingerpost.web.accounts.forms.ReauthenticateForm",
    "change_password": "fingerpost.web.accounts.forms.ChangePasswordForm",
    "set_password": "fingerpost.web.accounts.forms.SetPasswordForm",
    "reset_password": "fingerpost.web.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "fingerpost.web.accounts.forms.ResetPasswordKeyForm",
}
MFA_FORMS = {
    "authenticate": "fingerpost.web.accounts.forms.AuthenticateForm",
    "reauthenticate": "fingerpost.web.accounts.forms.ReauthenticateCodeForm",
    "activate_totp": "fingerpost.web.accounts.forms.ActivateTOTPForm",
}
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
MFA_ADAPTER = "fingerpost.web.accounts.adapter.SecondFactor"
MFA_TOTP_ISSUER = "Fingerpost"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    # Counts of what was tried or sent: where it is full, some are forgotten, and Django's 300 are soon full.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "counts": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "counts",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

MAIL = mail_of(MAIL_URL)
EMAIL_BACKEND = MAIL.backend
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.host, MAIL.port, MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = MAIL.starttls, MAIL.tls, 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL.sender

LOGGING = logging_config(chosen.LOG.value, chosen.LOG_LEVEL.value)

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [Path(__file__).parent / "site" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent / "static"]
WHITENOISE_USE_FINDERS = True

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
