"""Style sheets of the components, joined into one file whose name changes with its content."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path


def joined(styles: Path) -> Mapping[str, str]:
    """Return path below the site → text of the one style sheet, made of the files in `styles` in order of name."""
    parts = [path.read_text("utf-8") for path in sorted(styles.glob("*.css"))]
    text = "\n".join(parts)
    return {f"assets/handbook.{sha256(text.encode()).hexdigest()[:8]}.css": text} if parts else {}
