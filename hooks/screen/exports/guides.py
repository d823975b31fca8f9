"""What programs that read the site are told first: `robots.txt` for crawlers, `llms.txt` for language models."""

import posixpath
from collections.abc import Mapping

from ...content.model import Page
from ...conventions import DATA_PAGE, EDITING_FOLDER, INDEX, SEARCH_PAGE
from ...handbook import Handbook
from ...settings import LANGUAGES
from ...text import plain
from ..interface import say
from ..urls import Urls, folder

_LEFT_OUT = (SEARCH_PAGE, INDEX)


def robots(urls: Urls) -> str:
    """Return `robots.txt`: all may be read. Crawlers look for it at the root of a host alone."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {urls.root_url}sitemap.xml\n"


def llms(handbook: Handbook, urls: Urls, site_names: Mapping[str, str], *, draft: bool) -> dict[str, str]:
    """Return path below the site → `llms.txt` of each language: what the site is, how to cite it, and its pages."""
    return {
        f"{folder(language)}llms.txt": _guide(handbook, language, urls, site_names.get(language, ""), draft=draft)
        for language in LANGUAGES
        if INDEX in handbook.pages[language]
    }


def _guide(handbook: Handbook, language: str, urls: Urls, name: str, *, draft: bool) -> str:
    pages = {key: page for key, page in handbook.pages[language].items() if page.language == language}
    home = pages.get(INDEX)
    lines = [f"# {name}", "", f"> {home.metadata.description if home else name}", ""]
    lines += [f"- {say(language, rule)}" for rule in ("llms_sources", "llms_citing", "llms_version")]
    lines += [f"- {say(language, 'draft')}"] if draft else []
    by_folder: dict[str, list[Page]] = {}
    for page in sorted(pages.values(), key=_indexes_first):
        if not page.key.startswith(EDITING_FOLDER) and page.key not in _LEFT_OUT:
            by_folder.setdefault(posixpath.dirname(page.key).partition("/")[0], []).append(page)
    for inside, listed in by_folder.items():
        head = pages.get(f"{inside}/{INDEX}") if inside else None
        lines += ["", f"## {head.metadata.title if head else inside or name}", ""]
        lines += [_link(page, language, urls) for page in listed]
    if DATA_PAGE in pages:
        lines += ["", "## Optional", "", f"- [{say(language, 'llms_data')}]({urls.published(DATA_PAGE, language)})"]
    return "\n".join(lines) + "\n"


def _indexes_first(page: Page) -> tuple[bool, int, str]:
    return posixpath.basename(page.key) != INDEX, page.metadata.order, page.key


def _link(page: Page, language: str, urls: Urls) -> str:
    title = plain(page.metadata.title or page.key).replace("[", "(").replace("]", ")")
    description = " ".join(page.metadata.description.split())
    return f"- [{title}]({urls.published(page.key, language)})" + (f": {description}" if description else "")
