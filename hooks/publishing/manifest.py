"""The manifest of a published folder: which files this program has written there, and what can be brought back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from ..atomic import write_atomically

GRACE = timedelta(days=7)
"""How long a file that is not a page stays after the site has it no more."""
_NAME = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What is known of a published folder; times are ISO 8601, in UTC."""

    folder: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    """Path in the folder → when the site ceased to have it; nothing for those that it has."""
    published: str = ""
    """When what is there now was published; also the name of its copy, once it is replaced."""
    previous: str = ""
    """Name of the copy of the site before, or nothing."""
    undone: str = ""
    """During a rollback the name of the copy of what it undoes, or nothing."""
    unfinished: bool = False
    """Whether files are being replaced; found so later, that run was stopped."""

    @property
    def live(self) -> frozenset[str]:
        """Paths of the files that the published site has."""
        return frozenset(path for path, dropped in self.files.items() if not dropped)


def read(state: Path) -> Manifest:
    """Return the manifest kept in the folder `state`; an empty one where there is none; `OSError`."""
    try:
        return Manifest(**json.loads((state / _NAME).read_text("utf-8")))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return Manifest()  # one that cannot be read is another matter: without it withdrawn pages would stay


def write(state: Path, manifest: Manifest) -> None:
    """Keep the manifest in the folder `state`."""
    write_atomically(state / _NAME, json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True))
