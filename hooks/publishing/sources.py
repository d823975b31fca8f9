"""The texts that the published site was made of, kept beside its manifest: what readers see now, in editors' words."""

import json
from collections.abc import Mapping
from pathlib import Path

from ..atomic import write_atomically
from . import manifest

_ENDING = ".sources.json"


def keep(state: Path, texts: Mapping[str, str]) -> None:
    """Keep path → text of what was just published, and forget those of sites that nothing leads back to."""
    known = manifest.read(state)
    if known.published:
        write_atomically(_file(state, known.published), json.dumps(dict(texts), ensure_ascii=False))
    for left in state.glob(f"*{_ENDING}"):
        if left.name.removesuffix(_ENDING) not in (known.published, known.previous):
            left.unlink()


def read(state: Path, published: str) -> Mapping[str, str] | None:
    """Return path → text of the site published at `published`; nothing where that is not known."""
    try:
        texts = json.loads(_file(state, published).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return texts if isinstance(texts, dict) else None


def _file(state: Path, published: str) -> Path:
    return state / f"{published}{_ENDING}"
