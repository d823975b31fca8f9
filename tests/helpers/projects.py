"""Small projects for tests: the real record pages, the real lock, and whatever pages a test adds."""

import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hooks import analyse, files
from hooks.conventions import DIGESTS_LOCK, LEAFLETS, RATES, SYNONYMS, TERMS, TOOLS, TRANSLATIONS_LOCK, WARD
from hooks.findings.finding import Finding
from hooks.handbook import Handbook
from hooks.locks import translations
from hooks.paper.posters.glyphs import lacking
from hooks.settings import Settings
from hooks.unchanged import Unchanged

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings(site_url="https://sotay.lechan.vn/")
_NAMED = (
    *("cong-van", "chi-thi-58", "chuong-trinh-20", "chuong-trinh-21", "ke-hoach-85", "nghi-quyet-1669"),
    *("bo-luat-lao-dong", "luat-bao-hiem-xa-hoi", "luat-cong-doan", "luat-viec-lam", "luat-an-toan-ve-sinh-lao-dong"),
)
"""Records of which tests know; a document that is added later changes nothing for them."""
_FRONT = "---\ntitle: Ví dụ\ndescription: Trang ví dụ.\nkind: {kind}\n{extra}---\n\n"


@cache
def base() -> files.Files:
    """Return the real record pages of the dispatch and what it names, in both languages, and no other page."""
    real = files.read(ROOT)
    named = re.compile(rf"docs/\w\w/van-ban/(?:{'|'.join(_NAMED)})\.md")
    pages = {path: text for path, text in real.pages.items() if named.fullmatch(path)}
    cut = re.compile(r"^## (?:Đọc tiếp|Read next)[^\n]*\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
    pages = {path: without_page_links(cut.sub("", text)) for path, text in pages.items()}
    return files.Files(pages, frozenset(), real.lock)


def without_page_links(text: str) -> str:
    """Return a page whose links to other pages are their words alone."""
    return re.sub(r"\[([^\]\n]*)\]\((?!cite:)[^)\n]*\.md[^)\n]*\)", r"\1", text)


def page(body: str, kind: str = "overview", *, pending: bool = True) -> str:
    """Return a whole page around `body`; text that brings its own front matter stays as it is."""
    if body.startswith("---\n"):
        return body
    extra = "translation: pending\n" if pending else ""
    heading = "" if body.startswith("# ") else "# Ví dụ\n\n"
    return _FRONT.format(kind=kind, extra=extra) + heading + body


def findings(pages: Mapping[str, str], *, lock: str | None = None) -> tuple[Finding, ...]:
    """Return the errors of the base project with `pages` added, coverage gaps left out."""
    return analysed(pages, lock=lock).errors


def analysed(pages: Mapping[str, str], *, lock: str | None = None) -> Handbook:
    """Return what is known of the base project with `pages` added."""
    texts = {path: text for path, text in pages.items() if path.endswith(".md")}
    project = files.Files(
        {**base().pages, **texts},
        base().assets,
        base().lock if lock is None else lock,
        translations=_lock(pages.get(TRANSLATIONS_LOCK)),
        terms=pages.get(TERMS),
        digests=pages.get(DIGESTS_LOCK),
        rates=pages.get(RATES),
        tools=pages.get(TOOLS),
        synonyms=pages.get(SYNONYMS),
        leaflets=pages.get(LEAFLETS),
        ward=pages.get(WARD),
    )
    return analyse.analyse(project, SETTINGS, lacking, unchanged=_WithBase())


class _WithBase(Unchanged):
    """What the preview would keep if it had read the base project alone: each analysis begins with that."""

    def __init__(self) -> None:
        super().__init__()
        self._last.update(_base_read()._last)


@cache
def _base_read() -> Unchanged:
    read = Unchanged()
    analyse.analyse(base(), SETTINGS, lacking, unchanged=read)
    return read


def _lock(lines: str | None) -> str | None:
    """Return a lock of translations: the lines a test is about, and those of the base project."""
    if lines is None:
        return None
    parts = analyse.analyse(base(), SETTINGS).translated
    return lines + translations.write(translations.Memory(), parts, [part.name for part in parts])


def errors_of(root: Path) -> tuple[Finding, ...]:
    """Return the errors of a whole project on disk."""
    return analyse.analyse(files.read(root), SETTINGS, lacking).errors


def judge(body: str, kind: str = "overview") -> tuple[Finding, ...]:
    """Return what is found wrong in one Vietnamese page."""
    return findings({"docs/vi/vi-du.md": page(body, kind)})


def split(example: str) -> dict[str, str]:
    """Return path → text of an example; a line `docs/…:` starts a file, without one it is a Vietnamese page."""
    parts = re.split(r"^(docs/\S+|mkdocs\.yml):\n", example, flags=re.MULTILINE)
    if len(parts) == 1:
        return {"docs/vi/vi-du.md": page(example)}
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    both = "docs/en/vi-du.md" in named
    return {
        path: page(text, pending="/vi/" in path and not both) if path.endswith(".md") else text
        for path, text in named.items()
    }


def copy(to: Path) -> Path:
    """Copy this project so that a test may change it: without what builds make, and with no memory of translations."""
    shutil.copytree(ROOT / "docs", to / "docs", ignore=shutil.ignore_patterns(Path(TRANSLATIONS_LOCK).name))
    copy_program(to)
    shutil.copy(ROOT / "mkdocs.yml", to)
    return to


def copy_program(to: Path) -> None:
    """Copy the program, with what Python has compiled of it: compiled anew it takes as long as a small build."""
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("*.pyc.*"))  # one that is being written
