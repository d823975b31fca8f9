"""`lock`: accept the texts of the documents as they are now."""

from pathlib import Path

from ..atomic import write_atomically
from ..conventions import PROVISIONS_LOCK
from ..handbook import Handbook
from ..locks.provisions import moved, write
from .refusal import refused


def run(root: Path, handbook: Handbook) -> int:
    """Write the lock of the documents as they are now, and print the lines that went and came."""
    if refused(handbook.lock.findings):
        return 1
    path = root / PROVISIONS_LOCK
    before = set(path.read_text("utf-8").splitlines()) if path.is_file() else set()
    documents = handbook.registry.documents.values()
    text = write(documents, moved(handbook.lock, documents))
    after = set(text.splitlines())
    write_atomically(path, text)
    for line in sorted(before - after):
        print(f"- {line}")
    for line in sorted(after - before):
        print(f"+ {line}")
    return 0
