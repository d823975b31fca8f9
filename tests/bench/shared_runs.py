"""Prints what share of the six-word runs of the pages stand on another page too, and the pages that share most.

Left out is what has to be the same wherever it stands: quotations, citations, names of pages, offices and documents,
and what a template or insert writes. Told documents (`van-ban/`), lists and help for editors are not counted.
"""

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

LENGTH = 6
MOST = 0.12
"""The largest share that is allowed."""
ASIDE = ("van-ban/", "bien-tap/", "tra-cuu/")
_GAP = "\n"
_NO_WORDS = (
    re.compile(r"\A---\n.*?\n---\n", re.DOTALL),
    re.compile(r"^> ?.*$", re.MULTILINE),
    re.compile(r"“[^”]*”"),
    re.compile(r"\[[^]]*\]\([^)]*\)"),
    re.compile(r"\{[^}]*\}"),
    re.compile(r"<!--.*?-->"),
    re.compile(r"^!!!.*$", re.MULTILINE),
)


def runs(text: str, names: re.Pattern[str]) -> Iterator[str]:
    """Yield the runs of words within the sentences of a page, what is left out being a break."""
    for pattern in (*_NO_WORDS, names):
        text = pattern.sub(_GAP, text)
    for sentence in re.split(r"[\n.:;?!|]+", text):
        words = re.findall(r"[\w/%]+", sentence.lower())
        yield from (" ".join(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))


def main(folder: Path) -> int:
    """Measure the pages of one language; return how many runs are shared beyond what is allowed."""
    terms = tomllib.loads((folder.parent / "terms.toml").read_text("utf-8"))["term"]
    known = sorted((term[folder.name] for term in terms if " " in term[folder.name]), key=len, reverse=True)
    names = re.compile("|".join(map(re.escape, known)), re.IGNORECASE)
    pages: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.md")):
        key = path.relative_to(folder).as_posix()
        if not key.startswith(ASIDE):
            pages[key] = list(runs(path.read_text("utf-8"), names))
    where: dict[str, set[str]] = defaultdict(set)
    for key, found in pages.items():
        for run in found:
            where[run].add(key)
    total = sum(map(len, pages.values()))
    shared = {key: [run for run in found if len(where[run]) > 1] for key, found in pages.items()}
    count = sum(map(len, shared.values()))
    print(f"{folder}: {count} of {total} runs of {LENGTH} words stand on another page too: {count / total:.1%}")
    for key, found in sorted(shared.items(), key=lambda one: -len(one[1]))[:12]:
        if found:
            print(f"  {len(found):5} of {len(pages[key]):5}  {key}  e.g. “{found[len(found) // 2]}”")
    return max(0, round(count - MOST * total))


if __name__ == "__main__":
    beyond = [main(Path("docs") / language) for language in sys.argv[1:] or ("vi",)]
    sys.exit(any(beyond))
