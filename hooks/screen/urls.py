"""URLs of pages as the site has them, worked out from their files."""

import posixpath
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Urls:
    """How a site names its pages: made once from its settings, asked wherever a page is linked.

    A page is given by its key, its file below its language's folder.
    """

    root_url: str = ""
    """URL of the published site, with the slash at its end."""
    folders: bool = True
    """Whether URLs are those of folders (`a/`) or of files (`a.html`): MkDocs' `use_directory_urls`."""
    carried: bool = False
    """Whether this is the copy for a memory stick, of a site that is published with the URLs of folders."""

    def page(self, key: str) -> str:
        """Return the URL of a page below its language's root.

        >>> Urls().page("van-ban/cong-van.md"), Urls().page("van-ban/index.md"), Urls().page("index.md")
        ('van-ban/cong-van/', 'van-ban/', '')
        >>> Urls(folders=False).page("van-ban/cong-van.md"), Urls(folders=False).page("index.md")
        ('van-ban/cong-van.html', 'index.html')
        """
        return _page(key, self.folders)

    def site(self, key: str, language: str) -> str:
        """Return the URL of a page of a language below the site.

        >>> Urls().site("van-ban/index.md", "vi"), Urls().site("index.md", "en")
        ('van-ban/', 'en/')
        """
        return folder(language) + self.page(key)

    def published(self, key: str, language: str) -> str:
        """Return the whole URL of a page of a language on the published site.

        >>> Urls("https://a.example/").published("van-ban/index.md", "en")
        'https://a.example/en/van-ban/'
        >>> Urls("https://a.example/", folders=False, carried=True).published("van-ban/index.md", "en")
        'https://a.example/en/van-ban/'
        """
        return self.root_url + folder(language) + _page(key, self.folders or self.carried)

    def file(self, key: str, language: str) -> str:
        """Return the path below the site of the file that is shown for a page of a language.

        >>> Urls().file("index.md", "en"), Urls(folders=False).file("van-ban/cong-van.md", "vi")
        ('en/index.html', 'van-ban/cong-van.html')
        """
        return self.site(key, language) + ("index.html" if self.folders else "")

    def relative(self, key: str, fragment: str, here: str) -> str:
        """Return the URL of a place as it is linked from the page `here` of the same language.

        >>> Urls().relative("van-ban/cong-van.md", "cv-i", "chi-thi-58/index.md")
        '../van-ban/cong-van/#cv-i'
        """
        anchor = f"#{fragment}" if fragment else ""
        return anchor if key == here and fragment else _path(key, here, self.folders) + anchor

    def root(self, here: str, language: str) -> str:
        """Return the URL of the site's first folder as it is linked from the page `here` of a language.

        >>> Urls().root("tra-cuu/du-lieu.md", "en"), Urls().root("index.md", "vi")
        ('../../..', '.')
        """
        up = posixpath.relpath(".", posixpath.dirname(self.page(here)) or ".")
        return up if language == "vi" else posixpath.normpath(posixpath.join(up, ".."))


def folder(language: str) -> str:
    """Return where the pages of a language stand below the site: nothing for the original."""
    return "" if language == "vi" else f"{language}/"


def _page(key: str, folders: bool) -> str:
    stem = key.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


@cache
def _path(key: str, here: str, folders: bool) -> str:
    start = posixpath.dirname(_page(here, folders)) or "."
    return posixpath.relpath(_page(key, folders) or ".", start) + ("/" if folders else "")
