"""Every kind of page asked for through nginx, as the site's own configuration has it, again and again."""

from functools import cache, partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from ..helpers import command_line, projects, web_servers
from ..helpers.mkdocs_build import build
from ..helpers.page_kinds import PAGES
from .stage import Outcome, SiteError, Stage

_TOGETHER = 1000
"""How many requests go over one connection."""
_NOWHERE = "khong-co-trang-nay/"
"""A page that is not there; what comes is the page that says so."""


def requests(each: int, seconds: float, folder: Path) -> Stage:
    """Ask for each kind of page, in both languages, compressed and not: each answer is the file, byte by byte."""
    stage = Stage("requests through nginx", len(PAGES) * each // _TOGETHER)
    if why := web_servers.missing("nginx"):
        stage.notes.append(why)
        return stage
    site = folder / "site"
    if (done := build(site, strict=False, HANDBOOK_COMPRESSED="true")).returncode:
        raise SiteError(done.stderr[-2000:])
    command_line.run(projects.ROOT, "hosting", "--to", str(folder / "made"))
    made = {path.name: path.read_text("utf-8") for path in (folder / "made").iterdir()}
    with web_servers.running("nginx", site, made, folder / "nginx") as port:
        stage.run(partial(_asked, site, port), seconds)
    stage.wanted, stage.done = stage.wanted * _TOGETHER, stage.done * _TOGETHER
    speed = f"{stage.done / max(stage.seconds, 1):.0f} requests a second"
    stage.notes.append(f"{len(PAGES)} kinds of page in both languages, half of the answers compressed; {speed}")
    return stage


def _asked(site: Path, port: int, turn: int) -> Outcome:
    """Ask for one kind of page in turn in each language, with a compressed copy and without, over one connection."""
    path = list(PAGES.values())[turn % len(PAGES)]
    asked = [(language, ending) for language in ("", "en/") for ending in ("", ".gz")]
    wrong = []
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    for number in range(_TOGETHER):
        language, ending = asked[number % len(asked)]
        missing = path.endswith(".html")
        url = f"/{language}{_NOWHERE if missing else path}"
        file = site / language / (path if missing else f"{path}index.html")
        try:
            connection.request("GET", url, headers={"Accept-Encoding": "gzip"} if ending else {})
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, HTTPException) as error:
            wrong.append(f"{url}: {type(error).__name__}: {error}")
            connection.close()
            continue
        if (answer.status, body) != (404 if missing else 200, _bytes(file.with_name(file.name + ending))):
            wrong.append(f"{url}, {ending or 'not compressed'}: {answer.status}, {len(body)} bytes")
    connection.close()
    return Outcome(tuple(wrong[:3]))


@cache
def _bytes(file: Path) -> bytes:
    """Return what a file holds; a small one has no compressed copy."""
    return (file if file.exists() else file.with_name(file.name.removesuffix(".gz"))).read_bytes()
