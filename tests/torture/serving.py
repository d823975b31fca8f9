"""Every kind of page asked for through nginx, again and again."""

import http.client
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..helpers.mkdocs_build import build
from ..helpers.page_kinds import PAGES
from .stage import SiteError, Stage

_SETTINGS = """
daemon off; master_process off; pid nginx.pid; error_log error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; types {{ text/html html; }}
  client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
  server {{ listen 127.0.0.1:{port}; root {site}; error_page 404 /404.html; keepalive_requests 100000; }}
}}
"""


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[int]:
    """Serve a site by nginx; give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(_SETTINGS.format(port=port, site=site), "utf-8")
    process = subprocess.Popen(["nginx", "-p", str(folder), "-e", "error.log", "-c", "nginx.conf"])
    try:
        for _ in range(100):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=5).connect()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def requests(each: int, seconds: float) -> Stage:
    """Ask for every kind of page in both languages: each answer is the whole file."""
    paths = [language + path for path in PAGES.values() if path != PAGES["missing"] for language in ("", "en/")]
    stage = Stage("requests through nginx", each * len(paths))
    if not shutil.which("nginx"):
        stage.notes.append("nginx is not installed: apt-get install nginx-light")
        return stage
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        folder.chmod(0o755)
        if (done := build(folder / "site", strict=False)).returncode:
            raise SiteError(done.stderr[-2000:])
        (folder / "tmp").mkdir()
        sizes = {path: (folder / "site" / path / "index.html").stat().st_size for path in paths}
        with nginx(folder / "site", folder) as port:
            ends = time.monotonic() + seconds
            halves = [
                threading.Thread(target=_ask, args=(stage, port, paths[at::2], sizes, each, ends)) for at in range(2)
            ]
            began = time.monotonic()
            for half in halves:
                half.start()
            for half in halves:
                half.join()
            stage.seconds = time.monotonic() - began
    stage.notes.append(f"{len(paths)} pages, {stage.done / max(stage.seconds, 1):.0f} requests a second")
    return stage


_LOCK = threading.Lock()


def _ask(stage: Stage, port: int, paths: list[str], sizes: dict[str, int], each: int, ends: float) -> None:
    """Ask for some pages in turn, so that all have had as many requests when the time is over."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    asked = 0
    for _ in range(each):
        for path in paths:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            size = len(answer.read())
            asked += 1
            if (answer.status, size) != (200, sizes[path]):
                stage.wrong.append(f"/{path}: {answer.status}, {size} bytes instead of {sizes[path]}")
        if time.monotonic() > ends:
            break
    connection.close()
    with _LOCK:
        stage.done += asked
