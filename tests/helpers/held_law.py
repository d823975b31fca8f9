"""A project that holds a law of many articles, whose words are as varied as those of a real one."""

import random
import re
from pathlib import Path

from . import projects, small_project
from .command_line import run
from .law_texts import FRONT
from .mkdocs_build import build

NAME = "Luật Thử nghiệm"
_LETTERS = "abcdđe"
_LONGEST = 40
"""Words of a sentence at most."""


def law(articles: int, *, section: int = 5, chapter: int = 10) -> str:
    """Return a law of so many articles of three clauses, every second with points, in chapters and sections.

    Its words are drawn, always the same ones, from those of the dispatch.
    """
    drawn = random.Random(1)
    known = sorted(set(re.findall(r"[^\W\d_]{2,}", (projects.ROOT / "tests/source/cong-van.txt").read_text("utf-8"))))

    def sentence() -> str:
        return " ".join(drawn.choices(known, k=drawn.randint(8, _LONGEST))).capitalize()

    parts = []
    for number in range(1, articles + 1):
        if number % chapter == 1:
            parts.append(f"## Chương {number // chapter + 1}. {sentence()[:60].strip().upper()}")
        if number % section == 1:
            parts.append(f"### Mục {number % chapter // section + 1}. {sentence()[:50].strip().upper()}")
        parts.append(f"#### Điều {number}. {sentence()[:60].strip()}")
        for clause in (1, 2, 3):
            pointed = clause == 2 and number % 2 == 0
            parts.append(f"{clause}. {sentence()}{':' if pointed else '.'}")
            parts += [f"{letter}) {sentence()};" for letter in _LETTERS if pointed]
    return "\n\n".join(parts) + "\n"


def write(root: Path, articles: int, *citing: str) -> Path:
    """Write a small project with the law as `lt`, accepted, and a page with a section on each of `citing`."""
    root.mkdir(parents=True)
    small_project.write(root)
    projects.copy_program(root)
    (root / "docs/vi/van-ban/lt.md").write_text(FRONT.format(id="lt", name=NAME) + law(articles), "utf-8")
    sections = "".join(f"## Phần về {cited} {{#ve-{n}}}\n\nXem [](cite:{cited}).\n\n" for n, cited in enumerate(citing))
    (root / "docs/vi/thu.md").write_text(projects.page(sections), "utf-8")
    done = run(root, "lock")
    assert done.returncode == 0, done.stderr
    return root


def built(root: Path) -> Path:
    """Return the site of such a project."""
    done = build(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root / "site"
