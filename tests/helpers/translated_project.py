"""A project that remembers what it was translated from, and has a history to look into."""

import re
import subprocess
from pathlib import Path

from .command_line import run

VI, EN = "docs/vi/danh-cho/doanh-nghiep.md", "docs/en/danh-cho/doanh-nghiep.md"
"""A page and its translation, in the real project and in the small one."""


def remembering(root: Path) -> Path:
    """Give a project a memory of translations, all of them up to date, and a history."""
    run(root, "translations", "--reviewed", "all")
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "1"],
    ):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    return root


def edit(root: Path, name: str, before: str, after: str) -> None:
    """Replace the first of some words in a file, which has to have them."""
    path = root / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def a_sentence(text: str) -> str:
    """Return a line of plain words of a page."""
    body = text.split("\n---\n", 1)[1]
    return next(line for line in body.splitlines() if re.fullmatch(r"[A-ZĐ][\w ,]{20,}\.", line))
