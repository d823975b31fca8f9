"""`tidy`: fix the form of text files."""

from pathlib import Path

from .. import files
from ..atomic import write_atomically
from ..content.parse.characters import tidy


def run(root: Path) -> int:
    """Rewrite the pages whose form is not as it should be, and print them."""
    for path, text in files.read(root).pages.items():
        tidied = tidy(text)
        if tidied != text:
            write_atomically(root / path, tidied)
            print(path)
    return 0
