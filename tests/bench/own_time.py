"""Builds the project in the working directory into the folder it is told; prints, by part, the seconds of processor
time the hooks took, as JSON.

A part within another is counted once, for the inner one: `analyse` is what is left of reading and judging when parsing
is taken off.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

PARTS = (
    ("read files", "hooks.files", "read"),
    ("parse", "hooks.content.reading", "read"),
    ("analyse", "hooks.analyse", "analyse"),
    ("search index", "hooks.search.index", "index"),
    ("posters", "hooks.framework.build", "attachments"),
    ("data files", "hooks.screen.exports.open_data", "data"),
    ("cards and feeds", "hooks.screen.exports.open_data", "beside"),
    ("QR codes", "hooks.screen.imprint", "code"),
    ("assets", "hooks.screen.assets", "assets"),
    ("additions", "hooks.framework.page_renderer", "additions"),
    ("popups", "hooks.screen.popups", "popup"),
    ("paper marks", "hooks.paper.page_marks", "marked_for_paper"),
    ("document notes", "hooks.screen.document_notes", "notes"),
    ("frames", "hooks.framework.frames", "Frames.around"),
    ("for hosts", "hooks.framework.build", "Build.complete"),
    ("publish", "hooks.framework.build", "Build.publish"),
)
"""Name of a part, and the module and function that does it."""
_MARKDOWN = ("hooks.screen.extension", "hooks.screen.grammar", "hooks.screen.insertion")
"""Modules with parts of the Markdown."""
spent: defaultdict[str, float] = defaultdict(float)
_open: list[str] = []
_since = 0.0


def timed(call: Callable[..., Any], part: str) -> Callable[..., Any]:
    """Return a function that adds the processor time of each call, what other parts take in it aside."""

    def measured(*given: Any, **named: Any) -> Any:
        _switch()
        _open.append(part)
        try:
            return call(*given, **named)
        finally:
            _switch()
            _open.pop()

    measured.__dict__.update(call.__dict__)  # the priority of an event stands there
    return measured


def _switch() -> None:
    """Add the time since the last change to the part that was running."""
    global _since
    now = time.process_time()
    if _open:
        spent[_open[-1]] += now - _since
    _since = now


def _time_parts() -> None:
    """Time the parts of a program that has been loaded."""
    for part, module, path in PARTS:
        *within, name = path.split(".")
        owner = sys.modules[module]
        for one in within:
            owner = getattr(owner, one)
        setattr(owner, name, timed(getattr(owner, name), part))
    for loaded in map(sys.modules.__getitem__, _MARKDOWN):
        for kind in vars(loaded).values():
            if isinstance(kind, type) and kind.__module__ == loaded.__name__ and hasattr(kind, "run"):
                kind.run = timed(kind.run, "markdown")


def main() -> None:
    """Build, and print the parts."""
    before = time.process_time()
    config = load_config("mkdocs.yml")
    spent["import"] = time.process_time() - before  # with the plugins', which a plain build loads too
    _time_parts()
    for methods in config.plugins.events.values():
        own = [method for method in methods if getattr(method, "__module__", "") == "hooks.framework.events"]
        methods[:] = [timed(method, "rest") if method in own else method for method in methods]
    config.site_dir = sys.argv[1]
    build(config)
    print(json.dumps(spent))


if __name__ == "__main__":
    main()
