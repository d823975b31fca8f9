"""nginx, Apache and Caddy, each with the files made for it, answer as the site needs: tried where they are there."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import brotli
import pytest

from hooks.cache import Cache
from hooks.hosting import compressed, policy, servers

from ..helpers.web_servers import SERVERS, ask, has_brotli, missing, running

pytestmark = pytest.mark.xdist_group("servers")

_PAGE = "<!doctype html><title>Trang</title>" + "<p>Nội dung của trang.</p>" * 60
_FILES = {
    "index.html": _PAGE,
    "quyen-loi/index.html": _PAGE + "quyền lợi",
    "en/index.html": _PAGE + "English",
    "404.html": _PAGE + "không thấy",
    "en/404.html": _PAGE + "not found",
    "cu/index.html": _PAGE + "đã chuyển",
    "assets/handbook.12345678.css": "p{color:red}" * 90,
    "assets/fonts/chu.87654321.woff2": "wOF2",
    "sw.js": "// " + "a" * 600,
    "du-lieu/cau-hoi.json": "[" + "1," * 400 + "1]",
    "du-lieu/cau-hoi.csv": "a,b\n" * 200,
    "tranh.svg": "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g/>" * 200 + "</svg>",
    "a.pdf": "%PDF",
}


@dataclass(frozen=True)
class Tried:
    """A server that is running."""

    name: str
    port: int
    path: str
    """Where the site stands on it."""

    def ask(self, below: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
        """Return status, headers and body of what stands at a path below the site."""
        answer, body = ask(self.port, self.path + below, **headers)
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@pytest.fixture(scope="module", params=[(name, path) for name in SERVERS for path in ("/", "/so-tay/")], ids=str)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tried]:
    """Each server with the site at its root, and with the site under a path."""
    name, path = request.param
    if why := missing(name):
        pytest.skip(why)
    root = tmp_path_factory.mktemp("www")
    site = root / path.strip("/")
    hosted = servers.Hosted(f"https://a.vn{path}", ["https://cong.vn"], {"cu/": "quyen-loi/"})
    for file, text in {**_FILES, **servers.written(servers.IN_SITE, hosted)}.items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text(text, "utf-8")
    compressed.compress(site, Cache(root.with_name(f"{root.name}-cache")))
    made = servers.written(servers.BESIDE, hosted)
    with running(name, root, made, root.with_name(f"{root.name}-own")) as port:
        yield Tried(name, port, path)


def test_every_answer_carries_every_header(server: Tried) -> None:
    for below in ("", "quyen-loi/", "assets/handbook.12345678.css", "du-lieu/cau-hoi.json", "khong-co/", "en/khong-co"):
        _, found, _ = server.ask(below)
        for name, value in policy.headers(["https://cong.vn"]).items():
            assert found.get(name.lower()) == value, (below, name)


@pytest.mark.parametrize(("coding", "unpacked"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_compressed_copies_are_sent_to_who_takes_them(server: Tried, coding: str, unpacked: object) -> None:
    if coding == "br" and not has_brotli(server.name):
        pytest.skip("nginx has no module for brotli: apt-get install libnginx-mod-http-brotli-static")
    for below in ("", "quyen-loi/", "assets/handbook.12345678.css", "du-lieu/cau-hoi.json", "tranh.svg", "sw.js"):
        file = below + "index.html" if not below or below.endswith("/") else below
        status, found, body = server.ask(below, Accept_Encoding=coding)
        _, plain, whole = server.ask(below)
        assert (status, found.get("content-encoding")) == (200, coding), below
        assert unpacked(body) == whole == _FILES[file].encode()  # type: ignore[operator]
        assert found["content-type"] == plain["content-type"]
        assert "accept-encoding" in found["vary"].lower()
        assert "content-encoding" not in plain


def test_names_that_change_with_the_content_are_held_for_a_year_and_nothing_else(server: Tried) -> None:
    for below in ("assets/handbook.12345678.css", "assets/fonts/chu.87654321.woff2"):
        for coding in ("identity", "br", "gzip"):
            assert server.ask(below, Accept_Encoding=coding)[1]["cache-control"] == policy.PERMANENT
    for below in ("", "quyen-loi/", "sw.js", "a.pdf", "du-lieu/cau-hoi.csv"):
        assert server.ask(below)[1]["cache-control"] == policy.CHECKED
    status, found, _ = server.ask("assets/gone.12345678.css")
    assert status == 404
    assert "max-age" not in found.get("cache-control", "")


def test_a_page_that_there_is_not_is_answered_in_the_language_of_its_url(server: Tried) -> None:
    for below, words in (("khong-co/", "không thấy"), ("a/b/c", "không thấy"), ("en/khong-co/", "not found")):
        status, found, body = server.ask(below)
        assert (status, words in body.decode()) == (404, True), below
        assert found["content-type"].startswith("text/html")


def test_a_page_that_has_moved_leads_on_but_for_who_comes_from_a_printed_sheet(server: Tried) -> None:
    status, found, _ = server.ask("cu/")
    assert status == 301
    assert found["location"].endswith(f"{server.path}quyen-loi/")
    status, _, body = server.ask("cu/?v=12345678")
    assert (status, "đã chuyển" in body.decode()) == (200, True)


def test_types_are_those_that_browsers_insist_on(server: Tried) -> None:
    wanted = {
        "": "text/html; charset=utf-8",
        "assets/handbook.12345678.css": "text/css; charset=utf-8",
        "sw.js": "javascript; charset=utf-8",
        "tranh.svg": "image/svg+xml",
        "assets/fonts/chu.87654321.woff2": "font/woff2",
        "a.pdf": "application/pdf",
    }
    for below, kind in wanted.items():
        assert kind in server.ask(below)[1]["content-type"].lower(), below


def test_what_is_for_servers_is_shown_to_nobody(server: Tried) -> None:
    for below in (".htaccess", "en/.htaccess", "_headers", ".git/config"):
        assert server.ask(below)[0] in (403, 404), below
