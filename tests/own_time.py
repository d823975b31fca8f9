"""Builds the project in the working directory; prints the seconds of its hooks: their events and their Markdown."""

import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

spent = 0.0


def timed(call: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that adds the processor time of each call to what was spent."""

    def measured(*given: Any, **named: Any) -> Any:
        global spent
        before = time.process_time()
        try:
            return call(*given, **named)
        finally:
            spent += time.process_time() - before

    measured.__dict__.update(call.__dict__)  # the priority of an event stands there
    return measured


def time_markdown(**_: Any) -> None:
    """Time the tree processors, which are imported anew when a build begins."""
    extension = sys.modules["hooks.render.extension"]
    for name in dir(extension):
        kind = getattr(extension, name)
        if isinstance(kind, type) and kind.__module__ == extension.__name__ and hasattr(kind, "run"):
            kind.run = timed(kind.run)


def main() -> None:
    """Build, and print one number."""
    config = load_config("mkdocs.yml")
    for methods in config.plugins.events.values():
        own = [method for method in methods if "entry" in getattr(method, "__module__", "")]
        methods[:] = [timed(method) if method in own else method for method in methods]
    config.plugins.events["pre_build"].insert(0, time_markdown)
    with tempfile.TemporaryDirectory() as folder:
        config.site_dir = folder + "/site"
        build(config)
    print(f"{spent:.3f}")


if __name__ == "__main__":
    main()
