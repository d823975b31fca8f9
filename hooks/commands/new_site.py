"""`new-site FOLDER`: an empty handbook for another ward, with the program, settings and the pages it knows by name."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Template

from .. import files, settings
from ..analyse import analyse
from ..atomic import write_atomically
from ..content.ward import FIELDS
from ..conventions import CHECKS_PAGE, HISTORY_LOCK, PROVISIONS_LOCK, TRANSLATIONS_LOCK, WARD, language_folder
from ..findings.wording import say, say_both, show
from ..locks import history, provisions, translations
from ..locks.translations import Memory
from ..paper.posters.glyphs import lacking
from ..text import slug
from .asking import answer
from .drafting import DraftError, as_heading

_TEMPLATES = Path(__file__).with_name("site")
_PROGRAM = ("hooks", "overrides", "tests/needs", ".vscode")
_MADE = frozenset(("__pycache__", "node_modules", ".cache", ".mypy_cache", ".ruff_cache"))
"""Folders of what programs have made there."""
_FILES = (
    *("requirements.in", "requirements.txt", "LICENSE", ".gitignore", ".gitattributes", ".editorconfig"),
    ".markdownlint.json",
)
_TARGETS = (
    *("help", "serve", "edit", "site", "publish", "undo", "check", "lock", "history", "translations", "verify", "new"),
    *("tidy", "ward", "reminders", "usb", "hosting", "clean", ".PHONY", ".venv/bin/python", ".venv/site.stamp"),
)
"""What of the Makefile a ward needs; the rest is for those who change the program."""
_OURS_ALONE = re.compile(r"^(?:LINT|PYTEST) :=.*\n", re.MULTILINE)
"""What the program's own tests need."""
_TEST = """test: check ## kiểm tra nội dung rồi dựng thử / check the content, then build it aside
	HANDBOOK_PDF=none $(BIN)/mkdocs build --strict --site-dir .cache/test
"""
_FENCE = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]*)\]\((?!#)[^)\n]*\)")
_UNITS = ("phường ", "xã ", "đặc khu ", "thị trấn ")
_A_WARD = re.compile(r"phường(?: [A-ZĐÂÊÔƠƯÁÀ]\w*)+")
_SITE_NAME = re.compile(r"^([ ]*site_name:) .*$", re.MULTILINE)
_SITE_URL = re.compile(r"^(site_url:) .*$", re.MULTILINE)


def run(machine: Path, folder: Path, name: str, english: str) -> int:
    """Write a new handbook of the ward `name` (`phường An Biên`, in English `An Biên Ward`) into an empty folder.

    `machine` is the project whose program it takes. `DraftError` where the folder has something in it.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise DraftError(f"{folder}: {say_both('site-not-empty')}")
    if folder.resolve().is_relative_to(machine.resolve()):
        raise DraftError(f"{folder}: {say_both('site-inside')}")
    name = as_heading(name or answer(say_both("ask-ward"), "--name", _no_unit))
    if wrong := _no_unit(name):
        raise DraftError(f"{name}: {wrong}")
    english = as_heading(english or answer(say_both("ask-ward-en"), "--name-en"))
    there = folder.is_dir()
    try:
        return _write(machine, folder, name, english)
    except BaseException:
        _clear(folder, there=there)
        raise


def _no_unit(name: str) -> str:
    """Return what is wrong with a name that does not begin with the kind of unit; nothing of any other."""
    return "" if name.lower().startswith(_UNITS) else say_both("site-unit")


def _clear(folder: Path, *, there: bool) -> None:
    """Remove what was written of a handbook that came to no end; the folder itself unless it was there before."""
    if folder.is_dir():
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        if not there:
            folder.rmdir()


def _write(machine: Path, folder: Path, name: str, english: str) -> int:
    """Write everything and return the exit status."""
    _copy_program(machine, folder)
    write_atomically(folder / "Makefile", _makefile((machine / "Makefile").read_text("utf-8")))
    write_atomically(folder / "mkdocs.yml", _settings((machine / "mkdocs.yml").read_text("utf-8"), name, english))
    for path, text in (*_pages(name, english), *_explained(machine, name)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / path, text)
    fields = re.compile(rf"^({'|'.join(FIELDS)})\s*=.*$", re.MULTILINE)
    write_atomically(folder / WARD, fields.sub(r'\1 = ""', (machine / WARD).read_text("utf-8")))
    return _settle(folder)


def _copy_program(machine: Path, folder: Path) -> None:
    for name in (*_PROGRAM, *_FILES):
        for path in (machine / name, *sorted((machine / name).rglob("*"))):
            to = folder / path.relative_to(machine)
            if path.is_file() and not _MADE.intersection(path.parts):
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, to)


def _makefile(text: str) -> str:
    """Return a Makefile with the targets a ward needs; blocks stand apart by empty lines."""
    kept = []
    for block in text.split("\n\n"):
        target = re.search(r"^([\w./-]+):(?!=)", block, re.MULTILINE)
        if target is None or target[1] in _TARGETS:
            names = ["test", *(one for one in _TARGETS if not one.startswith("."))]
            kept.append(re.sub(r"^\.PHONY:.*$", f".PHONY: {' '.join(names)}", block, flags=re.MULTILINE))
    return _OURS_ALONE.sub("", "\n\n".join([*kept, _TEST]))


def _settings(text: str, name: str, english: str) -> str:
    """Return mkdocs.yml with the names of the new site, a stand-in for its URL, and gaps in the coverage as notes."""
    titles = _titles(name, english)
    names = iter((titles["title"], titles["title"], titles["title_en"]))
    text = _SITE_NAME.sub(lambda found: f"{found[1]} {json.dumps(next(names), ensure_ascii=False)}", text)
    place = slug(name.partition(" ")[2] or name)
    text = _SITE_URL.sub(rf'\g<1> !ENV [SITE_URL, "https://{place}.example/"]', text)
    return text.replace("coverage: error", "coverage: note", 1)


def _titles(name: str, english: str) -> dict[str, str]:
    own = name.partition(" ")[2] or name
    return {"ward": name, "ward_en": english, "title": _title("vi", own), "title_en": _title("en", own)}


def _title(language: str, own: str) -> str:
    return say("site-title", language, ward=own)


def _pages(name: str, english: str) -> Iterator[tuple[str, str]]:
    for path in sorted(_TEMPLATES.rglob("*")):
        if path.is_file():
            words = Template(path.read_text("utf-8")).safe_substitute(_titles(name, english))
            yield path.relative_to(_TEMPLATES).as_posix(), words


def _explained(machine: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield the page that explains every finding, without links to pages that the new site has not."""
    for language in settings.LANGUAGES:
        path = f"{language_folder(language)}{CHECKS_PAGE}"
        parts = _FENCE.split((machine / path).read_text("utf-8"))
        words = "".join(part if part.startswith("```") else _LINK.sub(r"\1", part) for part in parts)
        yield path, _A_WARD.sub(name, words)


def _settle(folder: Path) -> int:
    """Record the new pages as they are, print what is found, and return the exit status."""
    for name in (PROVISIONS_LOCK, TRANSLATIONS_LOCK, HISTORY_LOCK):
        handbook = analyse(files.read(folder), settings.read(folder), lacking)
        written = {
            PROVISIONS_LOCK: provisions.write(handbook.registry.documents.values(), {}),
            TRANSLATIONS_LOCK: translations.write(
                handbook.memory or Memory(), handbook.translated, [part.name for part in handbook.translated]
            ),
            HISTORY_LOCK: history.write(
                history.advanced(handbook.history, handbook.versions, date.today().isoformat())
            ),
        }
        write_atomically(folder / name, written[name])
    errors = analyse(files.read(folder), settings.read(folder), lacking).errors
    for finding in errors:
        print(show(finding))
    print(f"{folder}: {say_both('site-next')}")
    return 1 if errors else 0
