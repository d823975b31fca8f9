"""A small project on disk, which commands judge in a moment however much the real one grows."""

import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hooks import files
from hooks.conventions import DIGESTS_LOCK, PROVISIONS_LOCK, SEARCH_PAGE
from hooks.settings import LANGUAGES

from .projects import ROOT, base, copy_program, without_page_links

_OTHER_ARTICLE = re.compile(r"\A### .*\{#d(?!9\d\b)")
_WITHOUT_ENTRIES = re.compile(r"^## (?:(?!^###? ).*\n)*?(?=^## |\Z)", re.MULTILINE)
_DIGESTS = ("bo-luat-lao-dong/tom-luoc", "chi-thi-58/bao-lao-dong")
_FRONT = "---\ntitle: {title}\ndescription: {title}.\nkind: {kind}\n---\n\n# {title}\n\n"
_WORDS = {"vi": "Trung tâm dịch vụ sự nghiệp công phường", "en": "The Public Service Delivery Centre of the ward"}
_QUOTED = {language: f"> {words}\n>\n> [](cite:cv.kinh-gui)\n" for language, words in _WORDS.items()}
_ASKED = {
    "vi": f'## Gửi những ai? {{#q-chung-01 readers="doanh-nghiep"}}\n\n{_QUOTED["vi"]}',
    "en": f"## Who is it for? {{#q-chung-01}}\n\n{_QUOTED['en']}",
}
_READERS = {
    "vi": "Trang này dành cho người thuê lao động trong phường.\n\n" + _QUOTED["vi"],
    "en": "This page is for those who employ people in the ward.\n\n" + _QUOTED["en"],
}
_PAGES = (
    ("index", "overview", ("Trang đầu", "Home"), {"vi": "Chào.\n", "en": "Welcome.\n"}),
    ("hoi-dap-chung", "qa", ("Hỏi đáp chung", "General questions"), _ASKED),
    ("danh-cho/doanh-nghiep", "reader", ("Doanh nghiệp", "Businesses"), _READERS),
)


def write(root: Path) -> Path:
    """Write the records of the dispatch and what it names, a digest, a report, a home page, a question and its readers.

    All is as `docs/` has it but the last three, and what leads to pages that are not there; gaps in the coverage are
    notes.
    """
    for path, text in _pages().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for name in (PROVISIONS_LOCK, DIGESTS_LOCK):
        shutil.copy(ROOT / name, root / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("coverage: error", "coverage: note", 1), "utf-8")
    return root


@cache
def _pages() -> Mapping[str, str]:
    """Return path → text of every page."""
    real = files.read(ROOT).pages
    told = [f"docs/{language}/van-ban/{name}.md" for language in LANGUAGES for name in _DIGESTS]
    pages = {**base().pages, **{path: _within(real[path]) for path in told}}
    for name, kind, titles, bodies in _PAGES:
        for language, title in zip(LANGUAGES, titles, strict=True):
            pages[f"docs/{language}/{name}.md"] = _FRONT.format(title=title, kind=kind) + bodies[language]
    return pages


def with_program(root: Path) -> Path:
    """Write the small project with the program, and with the page that its templates lead to: a build takes seconds."""
    copy_program(root)
    write(root)
    for language, title in zip(LANGUAGES, ("Tìm từ A đến Z", "Everything from A to Z"), strict=True):
        page = root / "docs" / language / SEARCH_PAGE
        page.parent.mkdir(exist_ok=True)
        page.write_text(_FRONT.format(title=title, kind="reference") + "<!-- insert: a-z -->\n", "utf-8")
    return root


def _within(text: str) -> str:
    """Return a digest without links to pages, and of its entries some articles, if they cite what the project has."""
    known = {found[1] for page in base().pages.values() if (found := re.search(r"^document:\n  id: (\w+)", page, re.M))}
    entry = re.compile(r"^### .*?(?=^###? |\Z)", re.DOTALL | re.MULTILINE)
    text = entry.sub(lambda one: one[0] if set(re.findall(r"\(cite:(\w+)", one[0])) <= known else "", text)
    text = entry.sub(lambda one: "" if _OTHER_ARTICLE.search(one[0]) else one[0], text)
    text = _WITHOUT_ENTRIES.sub("", text)
    return without_page_links(text)
