"""`tidy`: fix the form of text files."""

from pathlib import Path
from unicodedata import normalize

from .. import files
from ..atomic import write_atomically
from ..content.parse.characters import tidy
from ..conventions import DOCS


def run(root: Path) -> int:
    """Rewrite the pages whose form is not as it should be, rename files with decomposed letters, and print them."""
    for path in sorted((root / DOCS).rglob("*"), reverse=True):  # what is in a folder before the folder
        composed = path.with_name(normalize("NFC", path.name))
        if composed.name != path.name and not composed.exists():
            path.rename(composed)
            print(composed.relative_to(root).as_posix())
    recoded = files.recoded(root)
    for name, text in {**files.read(root).pages, **recoded}.items():
        tidied = tidy(text)
        if tidied != text or name in recoded:
            write_atomically(root / name, tidied)
            print(name)
    return 0
