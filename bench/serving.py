"""Fill an empty database with a register of some size, and serve it: ``python -m bench.serving PART TIES``

The database is that of FINGERPOST_DATA or FINGERPOST_DATABASE. A line of JSON says where it is served, which pages
there are, how often each asks the database, and how much that does; it is served until the input is closed.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from typing import Any

from bench.asking import bare_address

ANEW = "X-Anew"
"""A request with this header is answered as if it were the first."""


def main() -> None:
    """Fill, say where, and serve."""
    from fingerpost.web.setup import start_django

    start_django()
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment
    from waitress.server import create_server

    from fingerpost.web.migrating import migrate
    from fingerpost.web.serving import THREADS
    from fingerpost.web.wsgi import application

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # clients are meant to queue here
    setup_test_environment(debug=False)
    migrate()
    client = Client()
    pages, headers = FILLED[sys.argv[1]](int(sys.argv[2]), client)
    queries = {name: _queries(client, name, address) for name, address in pages.items()}
    work = {name: _work(client, address) for name, address in pages.items()}
    connection.close()
    _make_anew_when_asked()
    server = create_server(application, host="127.0.0.1", port=0, threads=THREADS)
    said = {
        "port": server.effective_port,
        "headers": headers,
        "pages": pages,
        "queries": queries,
        "work": work,
    }
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    threading.Thread(target=server.run, daemon=True).start()
    sys.stdin.read()


def _desk(ties: int, client: Any) -> tuple[dict[str, str], dict[str, str]]:
    from bench.register import fill, member

    pages = fill(ties)
    client.force_login(member())
    return pages, {"Cookie": f"sessionid={client.cookies['sessionid'].value}"}


def _site(ties: int, client: Any) -> tuple[dict[str, str], dict[str, str]]:
    from bench.public import fill_public

    return fill_public(ties), {}


FILLED = {"desk": _desk, "site": _site}
"""What fills a register: the pages to ask for, by name, and the headers to ask with."""


def _queries(client: Any, name: str, address: str) -> int:
    """Give how often a page asks the database when it is made, and add its bare view."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    _forget()
    client.get(address)  # what a process asks for once in its life
    _forget()
    with CaptureQueriesContext(connection) as context:
        answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    _add_bare(bare_address(name), answer)
    return len(context)


def _work(client: Any, address: str) -> int:
    """Give how much the database does for a page when it is made."""
    from bench.work import work_of

    _forget()
    return work_of(client, address)


def _forget() -> None:
    from fingerpost.web.site import kept

    kept.forget()


def _make_anew_when_asked() -> None:
    """Make each answer to a request with ANEW by itself, as if nothing were kept and nobody else asked for it."""
    from django.core.cache import caches
    from django.core.handlers.base import BaseHandler

    from fingerpost.web.site.kept import Kept
    from fingerpost.web.wsgi import application

    answer = Kept.answer
    asked = threading.local()

    def answer_anew(self: Kept, edition: object, tag: str, make: Any) -> Any:
        return make() if asked.anew else answer(self, edition, tag, make)

    def note(get_response: Any) -> Any:
        def noted(request: Any) -> Any:
            asked.anew = ANEW in request.headers
            if asked.anew:
                caches["counts"].clear()  # all clients are in one place, which may search only so often
            return get_response(request)

        return noted

    Kept.answer = answer_anew
    assert isinstance(application, BaseHandler)
    application._middleware_chain = note(application._middleware_chain)


def _add_bare(address: str, page: Any) -> None:
    """Add an address that renders a static template with the bytes of a page, and does nothing else."""
    from django.http import HttpRequest, HttpResponse
    from django.template import engines
    from django.urls import clear_url_caches, path

    from fingerpost.web import urls

    template = engines["django"].from_string("{% verbatim %}" + page.content.decode() + "{% endverbatim %}")

    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse(template.render({}, request))

    urls.urlpatterns.append(path(address.lstrip("/"), bare))
    clear_url_caches()


if __name__ == "__main__":
    main()
