"""Builds the project in the working directory; prints two numbers.

The seconds of its hooks (their events and their Markdown), and what of it went into what no plain build has.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

_BESIDE = (
    ("hooks.framework.build", "attachments"),
    ("hooks.screen.exports", "exports"),
    ("hooks.screen.imprint", "code"),
)
"""Module and function that makes posters, data files and QR codes."""
_MARKDOWN = ("hooks.screen.extension", "hooks.screen.grammar", "hooks.screen.insertion")
"""Modules with parts of the Markdown."""
spent = {"own": 0.0, "beside": 0.0}
running: set[str] = set()
"""What is being timed: a part within a part is not counted twice."""


def timed(call: Callable[..., Any], what: str = "own") -> Callable[..., Any]:
    """Return a function that adds the processor time of each call to what was spent."""

    def measured(*given: Any, **named: Any) -> Any:
        if what in running:
            return call(*given, **named)
        running.add(what)
        before = time.process_time()
        try:
            return call(*given, **named)
        finally:
            spent[what] += time.process_time() - before
            running.discard(what)

    measured.__dict__.update(call.__dict__)  # the priority of an event stands there
    return measured


def time_parts(**_: Any) -> None:
    """Time the hooks' part of the Markdown and what is made beside the pages."""
    for module, name in _BESIDE:
        call = getattr(sys.modules[module], name)
        if call.__name__ != "measured":
            setattr(sys.modules[module], name, timed(call, "beside"))
    for part in map(sys.modules.__getitem__, _MARKDOWN):
        for kind in vars(part).values():
            if isinstance(kind, type) and kind.__module__ == part.__name__ and hasattr(kind, "run"):
                kind.run = timed(kind.run) if kind.run.__name__ != "measured" else kind.run


def main() -> None:
    """Build, and print one number."""
    config = load_config("mkdocs.yml")
    for methods in config.plugins.events.values():
        own = [method for method in methods if getattr(method, "__module__", "") == "hooks.framework.events"]
        methods[:] = [timed(method) if method in own else method for method in methods]
    config.plugins.events["pre_build"].insert(0, time_parts)
    with tempfile.TemporaryDirectory() as folder:
        config.site_dir = folder + "/site"
        build(config)
    print(f"{spent['own']:.3f} {spent['beside']:.3f}")


if __name__ == "__main__":
    main()
