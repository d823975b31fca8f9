"""What is added to a built site once all its other files stand: for hosts, and for browsers without a network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..cache import Cache
from ..handbook import Handbook
from ..screen.urls import Urls
from ..settings import Settings
from . import compressed, offline, servers


@dataclass(frozen=True)
class Kept:
    """What browsers keep for reading without a network."""

    first: Sequence[str]
    """URLs below the site of what every page needs."""
    rest: Mapping[str, Sequence[str]]
    """Language → URLs of what is kept while the reader does nothing, the most useful first."""


def finish(
    site: Path, overrides: Path, handbook: Handbook, settings: Settings, urls: Urls, kept: Kept | None, cache: Cache
) -> None:
    """Write the files of hosts, the service worker (without `kept` one that removes itself), and compressed copies."""
    if settings.carried:
        return
    for path, text in servers.written(servers.IN_SITE, servers.hosted(handbook, settings, urls)).items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(text, "utf-8")
    if kept:
        offline.write(site, overrides, kept.first, kept.rest)
    else:
        offline.switch_off(site, overrides)
    if settings.compressed:
        compressed.compress(site, cache)
