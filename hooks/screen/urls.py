"""Addresses of pages as the site has them, worked out from their files."""

import posixpath
from functools import cache


def page_url(key: str, *, folders: bool = True) -> str:
    """Return the address of a page below its language's root, from its file there.

    >>> page_url("van-ban/cong-van.md"), page_url("van-ban/index.md"), page_url("index.md")
    ('van-ban/cong-van/', 'van-ban/', '')
    """
    stem = key.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def site_url(key: str, language: str, *, folders: bool = True) -> str:
    """Return the address of a page of a language below the site.

    >>> site_url("van-ban/index.md", "vi"), site_url("index.md", "en")
    ('van-ban/', 'en/')
    """
    return folder(language) + page_url(key, folders=folders)


def folder(language: str) -> str:
    """Return where the pages of a language stand below the site: nothing for the original."""
    return "" if language == "vi" else f"{language}/"


def relative(key: str, fragment: str, here: str, *, folders: bool = True) -> str:
    """Return the address of a place as it is linked from the page `here`.

    >>> relative("van-ban/cong-van.md", "cv-i", "chi-thi-58/index.md")
    '../van-ban/cong-van/#cv-i'
    """
    anchor = f"#{fragment}" if fragment else ""
    return anchor if key == here and fragment else _path(key, here, folders) + anchor


@cache
def _path(key: str, here: str, folders: bool) -> str:
    start = posixpath.dirname(page_url(here, folders=folders)) or "."
    return posixpath.relpath(page_url(key, folders=folders) or ".", start) + ("/" if folders else "")


def root(here: str, language: str, *, folders: bool = True) -> str:
    """Return the address of the site's first folder as it is linked from the page `here` of a language.

    >>> root("tra-cuu/du-lieu.md", "en"), root("index.md", "vi")
    ('../../..', '.')
    """
    up = posixpath.relpath(".", posixpath.dirname(page_url(here, folders=folders)) or ".")
    return up if language == "vi" else posixpath.normpath(posixpath.join(up, ".."))
