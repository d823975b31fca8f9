"""Write the files that web servers are given: nginx and Caddy; hosts that read theirs in the site find them there."""

from pathlib import Path

from ..atomic import write_atomically
from ..findings.wording import say_both
from ..handbook import Handbook
from ..hosting import servers
from ..screen.urls import Urls
from ..settings import Settings

FOLDER = Path("deploy") / "made"
"""Where they are written below the project."""


def run(handbook: Handbook, settings: Settings, to: Path) -> int:
    """Write them into the folder `to`, say which, and return the exit status."""
    urls = Urls(settings.site_url.rstrip("/") + "/")
    to.mkdir(parents=True, exist_ok=True)
    for name, text in servers.written(servers.BESIDE, servers.hosted(handbook, settings, urls)).items():
        write_atomically(to / name, text)
        print(f"{to / name}: {say_both('hosting-written')}")
    return 0
