"""What a file below docs/ may be called, and which files are no part of the site.

Names become URLs that are typed, printed and copied to any disk.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from .conventions import DOCS, INDEX, README, language_folder
from .findings.finding import Code, Detail, Finding, Place, Reason, Severity
from .settings import LANGUAGES
from .text import fold, slug

LONGEST_NAME = 60
"""Characters of one name; a URL of three of them still stands on a printed line, and Windows takes the path."""
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt")
_PUBLISHED = frozenset(
    ".png .jpg .jpeg .gif .svg .webp .avif .pdf .docx .xlsx .pptx .odt .ods .odp .csv .ics .zip .epub"
    " .mp3 .m4a .ogg .opus .wav .mp4 .webm .vtt .srt".split()
)
"""Endings of what pages show or hand out."""
_FIT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_FIT_AT_TOP = re.compile(r"[A-Za-z0-9._-]+\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")
"""Names that Windows keeps for devices."""
_STRAY = re.compile(
    r"""
    ~\$ | \.\# | \#.*\#\Z | \._ | .*~\Z | \.ds_store\Z | thumbs\.db\Z | ehthumbs\.db\Z | desktop\.ini\Z
  | .*\.(?:bak|orig|rej|sw[a-z]|tmp|temp|old|save|part|crdownload|lnk|url|autosave)\Z
  | copy\ of\ | ban\ sao\ | .*\ -\ (?:copy|ban\ sao|sao\ chep)\b | .*\ copy(?:\ \d+)?(?:\.\w+)?\Z
  | .*\ ?\(\d+\)(?:\.\w+)?\Z | .*\(.*conflict.*\) | .*\.sync-conflict-
    """,
    re.VERBOSE | re.DOTALL,
)


def strays(paths: Iterable[str]) -> Iterator[Finding]:
    """Yield a note for each file that a program left behind or that no page can hand out.

    `paths` go from the project root.
    """
    for path in paths:
        parts = PurePosixPath(path).parts
        suffix = PurePosixPath(path).suffix.lower()
        inside = len(parts) > 2 and parts[1] in LANGUAGES and not parts[-1].startswith(".")
        if _STRAY.match(fold(parts[-1])) or (inside and suffix not in _PUBLISHED and suffix not in MARKDOWN):
            yield Finding(Place(path), Code.FILE_STRAY, {"name": parts[-1]}, "", Severity.NOTE)


def check(paths: Sequence[str]) -> dict[str, Finding]:
    """Return path → finding for each file whose name, or that of a folder above it, cannot stand in a URL.

    The finding of a folder is the same for all files in it, and stands at the folder.
    """
    taken = set(paths)
    folders = {parent.as_posix() for path in paths for parent in PurePosixPath(path).parents}
    found = {path: finding for path in paths if (finding := _check(path, taken | folders))}
    return found | dict(_same_url(path for path in paths if path not in found))


def _check(path: str, taken: set[str]) -> Finding | None:
    parts = PurePosixPath(path).parts
    if path.lower().endswith(MARKDOWN) and (len(parts) < 3 or parts[1] not in LANGUAGES):
        return _finding(path, "name-outside", f"{language_folder(LANGUAGES[0])}{_better(parts[-1], is_file=True)}")
    for depth in range(1, len(parts)):
        is_file = depth == len(parts) - 1
        reason = _wrong(parts[depth], depth=depth, is_file=is_file, translated=parts[1] in LANGUAGES)
        if reason:
            above = "/".join(parts[:depth])
            better = _free(_better(parts[depth], is_file=is_file), above, taken)
            return _finding(f"{above}/{parts[depth]}", reason, better)
    return None


def _wrong(name: str, *, depth: int, is_file: bool, translated: bool) -> str:
    """Return what is wrong with one name, by the name of a reason; nothing when it is fit."""
    if depth == 1 and not translated:
        return "" if _FIT_AT_TOP.match(name) else "name-letters"
    if is_file and name == README:
        return ""
    stem, dot, ending = name.rpartition(".") if is_file else (name, "", "")
    if is_file and f".{ending.lower()}" in MARKDOWN and ending != "md":
        return "name-ending"
    if not _FIT.match(stem) or (dot and not _FIT.match(ending)):
        return "name-letters"
    if _RESERVED.match(stem):
        return "name-reserved"
    if len(name) > LONGEST_NAME:
        return "name-long"
    return "name-language" if not is_file and depth == 2 and translated and len(name) == 2 and name.isalpha() else ""


def _better(name: str, *, is_file: bool) -> str:
    """Return the name to use instead of one.

    >>> _better("Kế hoạch mới.MD", is_file=True), _better("con", is_file=False)
    ('ke-hoach-moi.md', 'muc-con')
    """
    stem, dot, ending = name.rpartition(".") if is_file else (name, "", "")
    ending = "md" if f".{ending.lower()}" in MARKDOWN else slug(ending)
    words = slug(unicodedata.normalize("NFC", stem)) or "trang"
    if _RESERVED.match(words) or (not is_file and len(words) == 2):
        words = f"muc-{words}"
    most = LONGEST_NAME - len(ending) - 4
    if len(words) > most:
        words = words[: most + 1].rpartition("-")[0] or words[:most]
    return f"{words}.{ending}" if dot else words


def _free(name: str, above: str, taken: set[str]) -> str:
    stem, dot, ending = name.partition(".")
    number, free = 2, name
    while f"{above}/{free}" in taken:
        number, free = number + 1, f"{stem}-{number}{dot}{ending}"
    return free


def _same_url(paths: Iterable[str]) -> Iterator[tuple[str, Finding]]:
    """Yield the pages that would have the URL of another, or are called otherwise than in the other language."""
    pages = {path for path in paths if path.endswith(".md")}
    for path in sorted(pages):
        other = next((other for other in _same(path) if other in pages), "")
        if other:
            above, _, name = path.rpartition("/")
            better = INDEX if f"{above}/{INDEX}" not in pages and name == README else _free(name, above, pages)
            yield path, _finding(path, "name-twice", better.lower(), other)


def _same(path: str) -> Iterator[str]:
    """Yield the paths that give a page the same URL as `path`, for which `path` gives way."""
    if path.endswith(f"/{README}"):
        index = path.removesuffix(README) + INDEX
        yield index
        yield from (
            index.replace(f"{DOCS}/{here}/", f"{DOCS}/{there}/", 1) for here in LANGUAGES for there in LANGUAGES
        )
    elif not path.endswith(f"/{INDEX}"):
        yield path.removesuffix(".md") + f"/{INDEX}"
        yield path.removesuffix(".md") + f"/{README}"


def _finding(path: str, reason: str, better: str, other: str = "") -> Finding:
    details: dict[str, Detail] = {
        "name": PurePosixPath(path).name,
        "reason": Reason(reason, {"other": other}),
        "better": better,
    }
    return Finding(Place(path), Code.FILE_NAME, details)
