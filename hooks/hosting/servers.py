"""The files that web servers and hosts read, all made from one policy and the site's own addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

import jinja2

from ..handbook import Handbook
from ..screen.urls import Urls
from ..settings import Settings
from . import policy

IN_SITE = {"htaccess": ".htaccess", "htaccess-en": "en/.htaccess", "headers": "_headers"}
"""Template → file of the site that hosts read there: Apache, Apache for the English pages, Cloudflare and Netlify."""
BESIDE = {"nginx": "nginx.conf", "caddy": "Caddyfile"}
"""Template → file that a server is given by who runs it."""


@dataclass(frozen=True)
class Hosted:
    """What server files depend on."""

    site_url: str
    """URL of the published site, with a slash at its end."""
    framed_by: Sequence[str] = ()
    """Origins that may show the site in a frame."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """URL below the site of each page that is gone as a whole → URL below the site of the page that took it over."""


def hosted(handbook: Handbook, settings: Settings, urls: Urls) -> Hosted:
    """Return what the server files of a site depend on.

    Pages of which sections have moved to other places are left to the page that stands at their URL: a server never
    learns the fragment.
    """
    moved = {}
    for language, pages in handbook.pages.items():
        for old, new in handbook.aliases.pages.items():
            if new in pages and not handbook.aliases.of(old):
                moved[urls.site(old, language)] = urls.site(new, language)
    return Hosted(urls.root_url, settings.framed_by, moved)


def written(templates: Mapping[str, str], hosted: Hosted) -> dict[str, str]:
    """Return path → content of the server files of some templates."""
    parts = urlsplit(hosted.site_url)
    values = {
        "host": parts.hostname or "localhost",
        "path": quote(parts.path or "/", safe="/%"),
        "headers": policy.headers(hosted.framed_by),
        "permanent": policy.PERMANENT,
        "checked": policy.CHECKED,
        "moved": {quote(old): quote(new) for old, new in sorted(hosted.moved.items())},
    }
    return {path: environment().get_template(f"{name}.j2").render(values) for name, path in templates.items()}


@cache
def environment() -> jinja2.Environment:
    """Return the templates of text files; a name without a value is an error."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # noqa: S701 - no HTML; what goes in is quoted or checked by the settings
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
